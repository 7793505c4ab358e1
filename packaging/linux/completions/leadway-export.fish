# Completion of leadway-export for fish; what is compared with what the program says.

# The names that "leadway-export --list-saved" and its like show: each has lines below it that are indented, unlike a
# sentence that there are none.
function __leadway_export_listed
    env -u LEADWAY_TOKEN leadway-export $argv[1] 2>/dev/null </dev/null |
        awk '!/^ / { name = $0; next } name != "" { print name; name = "" }'
end

# __leadway_export_list VALUE…: one more for a list with commas.
function __leadway_export_list
    set -l begin (commandline -ct | string replace -r '^--[a-z-]+=' '' | string match -r '.*,')
    printf "$begin%s\n" $argv
end

complete -c leadway-export -f
complete -c leadway-export -l account -x -d 'An account that was saved in the window'
complete -c leadway-export -l location -x -d 'The account’s (location’s) id'
complete -c leadway-export -l channels -x -d 'Only these channels' \
    -a '(__leadway_export_list all no-email SMS Call Email WhatsApp Instagram Facebook Other)'
complete -c leadway-export -l contact -x -d 'Only this contact’s messages'
complete -c leadway-export -l conversation -x -d 'Only this conversation’s messages'
complete -c leadway-export -l from -x -d 'First day or moment'
complete -c leadway-export -l to -x -d 'Last day or moment'
complete -c leadway-export -l dates -x -d 'Days by name' \
    -a 'today yesterday last-7-days last-30-days this-month last-month this-year all'
complete -c leadway-export -l direction -x -d 'Received or sent' -a 'received sent'
complete -c leadway-export -l status -x -d 'Only messages of this status' \
    -a 'answered bounced busy canceled clicked complained completed connected delivered failed in-progress
        no-answer opened opt-out pending queued read received ringing scheduled sent undelivered voicemail'
complete -c leadway-export -l contains -x -d 'Only messages with these words'
complete -c leadway-export -l has-attachment -d 'Only messages with something attached'
complete -c leadway-export -l sort-by -x -d 'The date that orders them' -a 'createdAt updatedAt'
complete -c leadway-export -l order -x -d 'Oldest or newest first' -a 'asc desc'
complete -c leadway-export -l page-size -x -d 'Messages a request'
complete -c leadway-export -l parallel -x -d 'Stretches of time side by side'
complete -c leadway-export -l format -x -d 'What kind of file' -a 'xlsx csv csv-exact json jsonl transcript pdf'
complete -c leadway-export -l columns -x -d 'Which columns' \
    -a '(__leadway_export_list simple everything date channel direction typeInWords contact contactId conversationId \
        body status source subject from to cc bcc attachments callDuration callStatus userId error page_name \
        contentType subType updated id altId threadId messageIds conversationProviderId chatWidgetId locationId type \
        messageType dateAdded dateUpdated emailSource)'
complete -c leadway-export -l utc -d 'Dates in UTC'
complete -c leadway-export -l no-line-breaks -d 'Spaces instead of line breaks within a cell'
complete -c leadway-export -l email-source -d 'Also a column with e-mails as they came'
complete -c leadway-export -l files -x -d 'One file, or a folder of several' -a 'one conversation month'
complete -c leadway-export -l output -r -F -d 'The file to write'
complete -c leadway-export -l saved -x -d 'Run an export that was saved in the window' \
    -a '(__leadway_export_listed --list-saved)'
complete -c leadway-export -l all -d 'With --saved: all of it again'
complete -c leadway-export -l list-saved -d 'Show the saved exports'
complete -c leadway-export -l list-unfinished -d 'Show the exports that were begun and not finished'
complete -c leadway-export -l resume -d 'Go on with an unfinished export'
complete -c leadway-export -n '__fish_contains_opt resume' -a '(__leadway_export_listed --list-unfinished)'
complete -c leadway-export -l report -r -F -d 'Also write an account of the export'
complete -c leadway-export -l base-url -x -d 'Another server'
complete -c leadway-export -l api-version -x -d 'The API’s version'
complete -c leadway-export -l token-stdin -d 'Read the token from standard input'
complete -c leadway-export -l demo -d 'Export invented messages'
complete -c leadway-export -l quiet -d 'No progress, only errors'
complete -c leadway-export -l help -d 'Show the help'
complete -c leadway-export -l version -d 'Show the version'
