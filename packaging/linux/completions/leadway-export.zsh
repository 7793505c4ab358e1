#compdef leadway-export
# Completion of leadway-export for zsh; what is compared with what the program says.

# The names that "leadway-export --list-saved" and its like show: each has lines below it that are indented, unlike a
# sentence that there are none.
_leadway_export_listed() {
    local -a names
    names=("${(@f)$(env -u LEADWAY_TOKEN $words[1] $1 2>/dev/null </dev/null |
        awk '!/^ / { name = $0; next } name != "" { print name; name = "" }')}")
    (( $#names[1] )) && compadd -- "$names[@]"
}

local -a channels columns statuses
channels=(all no-email SMS Call Email WhatsApp Instagram Facebook Other)
columns=(simple everything date channel direction typeInWords contact contactId conversationId body status
    source subject from to cc bcc attachments callDuration callStatus userId error page_name contentType subType
    updated id altId threadId messageIds conversationProviderId chatWidgetId locationId type messageType
    dateAdded dateUpdated emailSource)
statuses=(answered bounced busy canceled clicked complained completed connected delivered failed in-progress
    no-answer opened opt-out pending queued read received ringing scheduled sent undelivered voicemail)

_arguments \
    '--account=[an account that was saved in the window]:name: ' \
    "--location=[the account's (location's) id]:id: " \
    "--channels=[only these channels]:channels:_sequence compadd - $channels" \
    "--contact=[only this contact's messages]:id: " \
    "--conversation=[only this conversation's messages]:id: " \
    '(--dates)--from=[first day or moment]:date: ' \
    '(--dates)--to=[last day or moment]:date: ' \
    '(--from --to)--dates=[days by name]:days:(today yesterday last-7-days last-30-days this-month last-month this-year all)' \
    '--direction=[received or sent]:direction:(received sent)' \
    "--status=[only messages of this status]:status:($statuses)" \
    '--contains=[only messages with these words]:words: ' \
    '--has-attachment[only messages with something attached]' \
    '--sort-by=[the date that orders them]:field:(createdAt updatedAt)' \
    '--order=[oldest or newest first]:order:(asc desc)' \
    '--page-size=[messages a request]:number: ' \
    '--parallel=[stretches of time side by side]:number: ' \
    '--format=[what kind of file]:format:(xlsx csv csv-exact json jsonl transcript pdf)' \
    "--columns=[which columns]:columns:_sequence compadd - $columns" \
    '--utc[dates in UTC]' \
    '--no-line-breaks[spaces instead of line breaks within a cell]' \
    '--email-source[also a column with e-mails as they came]' \
    '--files=[one file, or a folder of several]:files:(one conversation month)' \
    '--output=[the file to write]:file:_files' \
    '--saved=[run an export that was saved in the window]:name:{_leadway_export_listed --list-saved}' \
    '--all[with --saved, all of it again]' \
    '--list-saved[show the saved exports]' \
    '--list-unfinished[show the exports that were begun and not finished]' \
    '--resume[go on with an unfinished export]' \
    '--report=[also write an account of the export]:file:_files' \
    '--base-url=[another server]:address: ' \
    "--api-version=[the API's version]:version: " \
    '--token-stdin[read the token from standard input]' \
    '--demo[export invented messages]' \
    '--quiet[no progress, only errors]' \
    '--help[show the help]' \
    '--version[show the version]' \
    ':unfinished export:{(( $words[(I)--resume] )) && _leadway_export_listed --list-unfinished}'
