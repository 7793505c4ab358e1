<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>leadway::ConversationModel</name>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>Show %n earlier message</numerusform>
            <numerusform>Show %n earlier messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n later message(s)</source>
        <translation>
            <numerusform>Show %n later message</numerusform>
            <numerusform>Show %n later messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadway::ConversationPage</name>
    <message numerus="yes">
        <source>%n loaded message(s)</source>
        <translation>
            <numerusform>%n loaded message</numerusform>
            <numerusform>%n loaded messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadway::ExportDialog</name>
    <message numerus="yes">
        <source>About %1 messages</source>
        <translation>
            <numerusform>About %1 message</numerusform>
            <numerusform>About %1 messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadway::FormatForm</name>
    <message numerus="yes">
        <source>Simple (%n columns)</source>
        <translation>
            <numerusform>Simple (%n column)</numerusform>
            <numerusform>Simple (%n columns)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything (%n columns)</source>
        <translation>
            <numerusform>Everything (%n column)</numerusform>
            <numerusform>Everything (%n columns)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadway::Transcript</name>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 message</numerusform>
            <numerusform>%1 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 conversation(s)</source>
        <comment>a number of messages</comment>
        <translation>
            <numerusform>%1 in %2 conversation</numerusform>
            <numerusform>%1 in %2 conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadway::Wording</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of about %2 message(s)</source>
        <translation>
            <numerusform>%1 of about %2 message</numerusform>
            <numerusform>%1 of about %2 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 message</numerusform>
            <numerusform>%1 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of %2. %3 are missing.</source>
        <translation>
            <numerusform>Saved %1 of %2. %3 is missing.</numerusform>
            <numerusform>Saved %1 of %2. %3 are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages. There may be more.</source>
        <translation>
            <numerusform>Saved %1 message. There may be more.</numerusform>
            <numerusform>Saved %1 messages. There may be more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of %1 messages. Nothing is missing.</source>
        <translation>
            <numerusform>Saved %1 of %1 message. Nothing is missing.</numerusform>
            <numerusform>Saved %1 of %1 messages. Nothing is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages, all that Leadway had.</source>
        <translation>
            <numerusform>Saved %1 message, all that Leadway had.</numerusform>
            <numerusform>Saved %1 messages, all that Leadway had.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 text(s) were shortened to what a cell holds; JSON has them whole.</source>
        <translation>
            <numerusform>%1 text was shortened to what a cell holds; JSON has it whole.</numerusform>
            <numerusform>%1 texts were shortened to what a cell holds; JSON has them whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) had damaged characters, which were replaced.</source>
        <translation>
            <numerusform>%1 message had damaged characters, which were replaced.</numerusform>
            <numerusform>%1 messages had damaged characters, which were replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing %1 message(s)</source>
        <translation>
            <numerusform>Showing %1 message</numerusform>
            <numerusform>Showing %1 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of about %2 message(s) are safe; it goes on from there.</source>
        <translation>
            <numerusform>%1 of about %2 messages is safe; it goes on from there.</numerusform>
            <numerusform>%1 of about %2 messages are safe; it goes on from there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) are safe; it goes on from there.</source>
        <translation>
            <numerusform>%1 message is safe; it goes on from there.</numerusform>
            <numerusform>%1 messages are safe; it goes on from there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) are kept.</source>
        <translation>
            <numerusform>%1 message is kept.</numerusform>
            <numerusform>%1 messages are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of about %2 messages. The export was ended before all had come.</source>
        <translation>
            <numerusform>Saved %1 of about %2 messages. The export was ended before all had come.</numerusform>
            <numerusform>Saved %1 of about %2 messages. The export was ended before all had come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages. The export was ended before all had come.</source>
        <translation>
            <numerusform>Saved %1 message. The export was ended before all had come.</numerusform>
            <numerusform>Saved %1 messages. The export was ended before all had come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) could not be understood. They are in a file of their own, beside it.</source>
        <translation>
            <numerusform>%1 message could not be understood. It is in a file of its own, beside it.</numerusform>
            <numerusform>%1 messages could not be understood. They are in a file of their own, beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages that match the filters. The export was ended before all had come.</source>
        <translation>
            <numerusform>Saved %1 message that matches the filters. The export was ended before all had come.</numerusform>
            <numerusform>Saved %1 messages that match the filters. The export was ended before all had come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages that match the filters.</source>
        <translation>
            <numerusform>Saved %1 message that matches the filters.</numerusform>
            <numerusform>Saved %1 messages that match the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could not be looked at.</source>
        <translation>
            <numerusform>%1 could not be looked at.</numerusform>
            <numerusform>%1 could not be looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages that match the filters. There may be more.</source>
        <translation>
            <numerusform>Saved %1 message that matches the filters. There may be more.</numerusform>
            <numerusform>Saved %1 messages that match the filters. There may be more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of %2 messages, all that match the filters. Nothing is missing.</source>
        <translation>
            <numerusform>Saved %1 of %2 messages, all that match the filters. Nothing is missing.</numerusform>
            <numerusform>Saved %1 of %2 messages, all that match the filters. Nothing is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of the %2 messages that Leadway had, all that match the filters.</source>
        <translation>
            <numerusform>Saved %1 of the %2 messages that Leadway had, all that match the filters.</numerusform>
            <numerusform>Saved %1 of the %2 messages that Leadway had, all that match the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of columns</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 text(s) held characters that no cell can hold, which were replaced; JSON has them whole.</source>
        <translation>
            <numerusform>%1 text held characters that no cell can hold, which were replaced; JSON has it whole.</numerusform>
            <numerusform>%1 texts held characters that no cell can hold, which were replaced; JSON has them whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are in %1 file(s).</source>
        <translation>
            <numerusform>They are in %1 file.</numerusform>
            <numerusform>They are in %1 files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 new messages.</source>
        <translation>
            <numerusform>Saved %1 new message.</numerusform>
            <numerusform>Saved %1 new messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 are missing.</source>
        <translation>
            <numerusform>%1 is missing.</numerusform>
            <numerusform>%1 are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1, %2 message(s)</source>
        <translation>
            <numerusform>Saved %1, %2 message</numerusform>
            <numerusform>Saved %1, %2 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1, %2 new</source>
        <translation>
            <numerusform>Saved %1, %2 new</numerusform>
            <numerusform>Saved %1, %2 new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <comment>how many there are</comment>
        <translation>
            <numerusform>%1 message</numerusform>
            <numerusform>%1 messages</numerusform>
        </translation>
    </message>
</context>
</TS>
