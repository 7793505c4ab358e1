#pragma once

#include "format/filehead.h"
#include "format/messagewriter.h"
#include "format/pdfpages.h"
#include "format/transcriptentry.h"

#include <string>
#include <vector>

namespace leadway
{

class ByteSink;

/// Pdf: what a Transcript tells, on pages of the paper that is usual where this computer stands. A
/// conversation begins a new page, so that one can be handed out without another. It draws message by message
/// and keeps none; before it ends, what it has written is held against what it has drawn. Owned by the
/// Output; lives on its thread, see PdfPages.
class PdfWriter final : public MessageWriter
{
public:
    /// `sink` must outlive it.
    PdfWriter(const FormatOptions& options, FileHead head, const FileExtent& extent, ByteSink& sink);

    Result<void> begin() override;
    Result<void> beginSection(const Section& section) override;
    Result<void> write(const Message& message) override;
    Result<bool> end() override;
    qint64 cost() const override;

private:
    void add(PdfStyle style, const std::string& text);

    const FormatOptions m_options;
    const FileHead m_head;
    const FileExtent m_extent;
    PdfPages m_pages;
    TranscriptTeller m_teller;
    std::vector<PdfParagraph> m_block; // reused for every message
    std::string m_day;                 // under whose heading messages are written
};

} // namespace leadway
