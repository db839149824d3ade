const bash = `# bash completion for summit
_summit() {
  local line="\${COMP_LINE:0:COMP_POINT}" open parsed word current prefix='' candidate rest
  local -a words=()
  # xargs takes quotes and backslashes off as a shell does, and expands nothing; a quote that is
  # still open is closed for it.
  for open in '' "'" '"'; do
    parsed=$(printf '%s%s' "$line" "$open" | xargs printf '%s\\n' 2>/dev/null) && break
  done
  while IFS= read -r word; do
    words+=("$word")
  done <<< "$parsed"
  [[ -z $open && $line == *[[:space:]] && $line != *\\\\? ]] && words+=('')
  current="\${words[\${#words[@]}-1]}"
  # readline replaces only what stands behind the last word break, such as = or :, outside of quotes
  [[ -z $open ]] && prefix="\${current%"\${current##*[=:]}"}"
  COMPREPLY=()
  while IFS=$'\\t' read -r candidate rest; do
    if [[ $candidate == :files ]]; then
      compopt -o default 2>/dev/null
    else
      [[ $candidate == *= ]] && compopt -o nospace 2>/dev/null
      # bash inserts a candidate within a quote as it is, so none may have anything that a shell acts on
      [[ $line == *[\\'\\"]* && $candidate == *[^[:alnum:]_./=:,+\\ -]* ]] && continue
      candidate="\${candidate#"$prefix"}"
      [[ -z $open && $candidate == *[^[:alnum:]_./=:,+-]* ]] && printf -v candidate %q "$candidate"
      COMPREPLY+=("$candidate")
    fi
  done < <(summit __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _summit summit
`;

const zsh = `#compdef summit
_summit() {
  local line candidate about
  local -x SUMMIT_DATA=$SUMMIT_DATA
  # what stands before the command is for its environment
  [[ $LBUFFER =~ "SUMMIT_DATA=([^[:space:]]+) " ]] && SUMMIT_DATA=\${(Q)match[1]}
  local -a described plain
  while IFS= read -r line; do
    candidate="\${line%%$'\\t'*}"
    if [[ $candidate == :files ]]; then
      compset -P '--*='
      _files
    elif [[ $candidate == *= ]]; then
      plain+=("$candidate")
    else
      about="\${line#"$candidate"}"
      candidate="\${candidate//\\\\/\\\\\\\\}"
      described+=("\${candidate//:/\\\\:}\${about:+:\${\${about#$'\\t'}//\\\\/\\\\\\\\}}")
    fi
  done < <(summit __complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)
  (( \${#plain} )) && compadd -S '' -- "\${plain[@]}"
  (( \${#described} )) && _describe -V summit described
}
if [ "$funcstack[1]" = "_summit" ]; then
  _summit "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _summit summit
fi
`;

const fish = `# fish completion for summit
function __summit_candidates
    set -l token (commandline -ct)
    # without the quote that is still open, and backslashes
    set -l words (commandline -opc) (string replace -r -- '^["\\']' '' "$token" | string unescape)
    summit __complete -- $words[2..-1] 2>/dev/null
end
complete -c summit -f -a '(__summit_candidates | string match -v :files)'
complete -c summit -F -n '__summit_candidates | string match -q :files'
`;

/**
 * Completion scripts by shell. Each passes the words up to the cursor to `summit __complete` and offers the lines that
 * it prints, `candidate<TAB>description`. The line `:files` asks the shell to complete file names.
 */
export const scripts = { bash, zsh, fish } as const;
