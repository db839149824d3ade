/**
 * What has a shell complete `summit`: each script hands the words up to the cursor to `summit __complete`
 * and offers its lines, `candidate<TAB>description`. A line `:files` stands for the names of files.
 */
const bash = `# bash completion for summit
_summit() {
  local line="\${COMP_LINE:0:COMP_POINT}" candidate rest current
  local -a words=()
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  current="\${words[-1]}"
  # readline replaces only what stands behind the last word break, such as = or :
  local prefix="\${current%"\${current##*[=:]}"}"
  COMPREPLY=()
  while IFS=$'\\t' read -r candidate rest; do
    if [[ $candidate == :files ]]; then
      compopt -o filenames 2>/dev/null
      mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
    else
      [[ $candidate == *= ]] && compopt -o nospace 2>/dev/null
      COMPREPLY+=("\${candidate#"$prefix"}")
    fi
  done < <(summit __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _summit summit
`;

const zsh = `#compdef summit
_summit() {
  local line candidate
  local -a described plain
  while IFS= read -r line; do
    candidate="\${line%%$'\\t'*}"
    if [[ $candidate == :files ]]; then
      _files
    elif [[ $candidate == *= ]]; then
      plain+=("$candidate")
    else
      described+=("\${candidate//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done < <(summit __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#plain} )) && compadd -S '' -- "\${plain[@]}"
  (( \${#described} )) && _describe -V summit described
}
if [ "$funcstack[1]" = "_summit" ]; then
  _summit "$@"
else
  compdef _summit summit
fi
`;

const fish = `# fish completion for summit
function __summit_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (summit __complete -- $words[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c summit -f -a '(__summit_complete)'
`;

export const scripts = { bash, zsh, fish } as const;
