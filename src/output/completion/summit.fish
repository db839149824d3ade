# fish completion for summit
function __summit_candidates
    set -l token (commandline -ct)
    # the last word is without its open quote and backslashes
    set -l words (commandline -opc) (string replace -r -- '^["\']' '' "$token" | string unescape)
    summit __complete -- $words[2..-1] 2>/dev/null
end
complete -c summit -f -a '(__summit_candidates | string match -v :files)'
complete -c summit -F -n '__summit_candidates | string match -q :files'
