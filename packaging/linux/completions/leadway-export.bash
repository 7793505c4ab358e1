# Completion of leadway-export for bash. It needs nothing but bash; what the options are and mean, and what is compared
# with what the program says, is told by "leadway-export --help".

# The names that "leadway-export --list-saved" and its like show: each has lines below it that are indented, unlike a
# sentence that there are none. Neither of them asks the service or the password store for anything.
_leadway_export_listed() {
    env -u LEADWAY_TOKEN "$1" "$2" 2>/dev/null </dev/null |
        awk '!/^ / { name = $0; next } name != "" { print name; name = "" }'
}

_leadway_export() {
    local options='--account --location --channels --contact --conversation --from --to --dates --direction --status
        --contains --has-attachment --sort-by --order --page-size --parallel --format --columns --utc --no-line-breaks
        --email-source --files --output --saved --all --list-saved --list-unfinished --resume --report --base-url
        --api-version --token-stdin --demo --quiet --help --version'
    local program=$1 current=$2 option=$3 values='' is_list='' begin='' word special

    # "=" is a word of its own to bash: --format=cs is "--format" "=" "cs".
    if [[ $current == '=' ]]; then
        current=
    elif [[ $option == '=' ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    case $option in
    --channels) values='all no-email SMS Call Email WhatsApp Instagram Facebook Other' is_list=yes ;;
    --columns)
        values='simple everything date channel direction typeInWords contact contactId conversationId body status
            source subject from to cc bcc attachments callDuration callStatus userId error page_name contentType subType
            updated id altId threadId messageIds conversationProviderId chatWidgetId locationId type messageType
            dateAdded dateUpdated emailSource'
        is_list=yes
        ;;
    --dates) values='today yesterday last-7-days last-30-days this-month last-month this-year all' ;;
    --direction) values='received sent' ;;
    --files) values='one conversation month' ;;
    --format) values='xlsx csv csv-exact json jsonl transcript pdf' ;;
    --order) values='asc desc' ;;
    --sort-by) values='createdAt updatedAt' ;;
    --status)
        values='answered bounced busy canceled clicked complained completed connected delivered failed in-progress
            no-answer opened opt-out pending queued read received ringing scheduled sent undelivered voicemail'
        ;;
    --output | --report)
        compopt -o default # the name of a file
        return
        ;;
    --saved) values=$(_leadway_export_listed "$program" --list-saved) ;;
    --resume)
        values=$(_leadway_export_listed "$program" --list-unfinished)
        [[ $current != -* && $values ]] || values=$options # with a single one, its name may be left out
        ;;
    --account | --location | --contact | --conversation | --from | --to | --contains | --page-size | --parallel | \
        --base-url | --api-version)
        return
        ;;
    *) values=$options ;;
    esac

    if [[ $option == --saved ]]; then
        # A name may hold anything, and has to be written so that the shell takes it for one word.
        local quote=${COMP_WORDS[COMP_CWORD]:0:1}
        current=${current#[\"\']}
        current=${current//\\/}
        while IFS= read -r word; do
            [[ $word && $word == "$current"* ]] || continue
            case $quote in
            \') word=${word//\'/"'\\''"} ;;
            \")
                for special in \\ \" \$ \`; do
                    word=${word//"$special"/"\\$special"}
                done
                ;;
            *) printf -v word %q "$word" ;;
            esac
            COMPREPLY+=("$word")
        done <<<"$values"
        return
    fi
    if [[ $is_list ]]; then
        compopt -o nospace
        [[ $current != *,* ]] || begin=${current%,*},
    fi
    mapfile -t COMPREPLY < <(compgen -P "$begin" -W "$values" -- "${current##*,}")
    if [[ $values == "$options" ]]; then # what is there already is not wanted again
        for word in "${!COMPREPLY[@]}"; do
            [[ " ${COMP_WORDS[*]:1:COMP_CWORD-1} ${COMP_WORDS[*]:COMP_CWORD+1} " != *" ${COMPREPLY[word]} "* ]] ||
                unset "COMPREPLY[word]"
        done
    fi
}

complete -F _leadway_export leadway-export
