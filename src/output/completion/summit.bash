# bash completion for summit
_summit() {
  local line="${COMP_LINE:0:COMP_POINT}" open parsed word current prefix='' candidate rest
  local -a words=()
  # xargs removes quotes and backslashes as a shell does, and expands nothing; an open quote is closed first
  for open in '' "'" '"'; do
    parsed=$(printf '%s%s' "$line" "$open" | xargs printf '%s\n' 2>/dev/null) && break
  done
  while IFS= read -r word; do
    words+=("$word")
  done <<< "$parsed"
  [[ -z $open && $line == *[[:space:]] && $line != *\\? ]] && words+=('')
  current="${words[${#words[@]}-1]}"
  # outside of quotes, readline replaces only the text after the last word break, such as = or :
  [[ -z $open ]] && prefix="${current%"${current##*[=:]}"}"
  COMPREPLY=()
  while IFS=$'\t' read -r candidate rest; do
    if [[ $candidate == :files ]]; then
      compopt -o default 2>/dev/null
    else
      [[ $candidate == *= ]] && compopt -o nospace 2>/dev/null
      # within quotes, bash inserts a candidate unchanged, so skip those with characters special to a shell
      [[ $line == *[\'\"]* && $candidate == *[^[:alnum:]_./=:,+\ -]* ]] && continue
      candidate="${candidate#"$prefix"}"
      [[ -z $open && $candidate == *[^[:alnum:]_./=:,+-]* ]] && printf -v candidate %q "$candidate"
      COMPREPLY+=("$candidate")
    fi
  done < <(summit __complete -- "${words[@]:1}" 2>/dev/null)
}
complete -F _summit summit
