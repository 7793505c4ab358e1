#pragma once

#include "format/filehead.h"
#include "format/messagewriter.h"
#include "format/transcriptentry.h"

#include <string>
#include <string_view>

namespace leadway
{

class ByteSink;

/// Transcript: a web page with a section a conversation, to be read, printed and kept. It stands on its own:
/// no script, nothing is loaded, and a policy within it says so to the browser; what came from elsewhere is
/// text, never markup, and only http and https addresses can be clicked. Its markup is HTML and well-formed
/// XML as well. On paper a conversation begins a new page, so that one can be handed out without another.
///
/// Owned by the Output; lives on its thread.
class HtmlWriter final : public MessageWriter
{
public:
    /// `sink` must outlive it.
    HtmlWriter(const FormatOptions& options, FileHead head, const FileExtent& extent, ByteSink& sink);

    Result<void> begin() override;
    Result<void> list(const Section& section) override;
    Result<void> beginSection(const Section& section) override;
    Result<void> write(const Message& message) override;
    Result<bool> end() override;

private:
    void addEscaped(std::string_view text);
    void addText(const QString& text);
    void addBody(std::string_view text);
    void addFact(const QString& name, const QString& value);
    void addAttachments();
    void endContents();
    void endSection();
    Result<void> flush();

    ByteSink& m_sink;
    const FormatOptions m_options;
    const FileHead m_head;
    const FileExtent m_extent;
    TranscriptTeller m_teller;
    const TranscriptEntry* m_entry = nullptr; // of the message that is being written
    std::string m_day;                        // under whose heading messages are written
    std::string m_page;                       // what has not gone to the sink yet
    bool m_hasContents = false;
    bool m_isInSection = false;
};

} // namespace leadway
