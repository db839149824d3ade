#compdef summit
_summit() {
  local line candidate description
  local -x SUMMIT_DATA=$SUMMIT_DATA
  # an assignment before the command is for its environment
  [[ $LBUFFER =~ "SUMMIT_DATA=([^[:space:]]+) " ]] && SUMMIT_DATA=${(Q)match[1]}
  local -a described plain
  while IFS= read -r line; do
    candidate="${line%%$'\t'*}"
    if [[ $candidate == :files ]]; then
      compset -P '--*='
      _files
    elif [[ $candidate == *= ]]; then
      plain+=("$candidate")
    else
      description="${line#"$candidate"}"
      candidate="${candidate//\\/\\\\}"
      described+=("${candidate//:/\\:}${description:+:${${description#$'\t'}//\\/\\\\}}")
    fi
  done < <(summit __complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
  (( ${#plain} )) && compadd -S '' -- "${plain[@]}"
  (( ${#described} )) && _describe -V summit described
}
if [ "$funcstack[1]" = "_summit" ]; then
  _summit "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _summit summit
fi
