#pragma once

#include "core/result.h"

#include <QLocale>
#include <QString>

#include <memory>
#include <vector>

namespace leadway
{

class ByteSink;

enum class Paper { A4, Letter };

/// What a country's printers hold.
Paper paperOf(QLocale::Territory territory);

/// How a paragraph looks.
enum class PdfStyle { Title, Heading, Day, Line, Subject, Text, Small };

/// A text in one style. Its line breaks are kept; each line has the direction of its own letters.
struct PdfParagraph {
    PdfStyle style = PdfStyle::Text;
    QString text;
};

/// Texts on pages, one below the other, as PDF: at the head of a page stands what goes on there, at its foot
/// its number. It lays out and draws block by block and keeps none of them, so memory stays flat. A block is
/// not parted if it is short, and never right behind its beginning. The only place that draws with Qt's
/// means; it needs a QGuiApplication for the fonts, on whatever platform. Qt lets a thread of its own do this
/// (QPainter on QPrinter, whose PDF engine QPdfWriter has, and all classes of text layout). Owned by a
/// PdfWriter, on its thread.
class PdfPages
{
public:
    /// `sink` must outlive it; `title` is what a viewer shows.
    PdfPages(ByteSink& sink, const QString& title, Paper paper, const QLocale& locale);
    ~PdfPages();

    Result<void> begin();
    /// What stands at the head of the pages on which something goes on from the page before.
    void setHead(const QString& head);
    /// Goes on at the top of a page.
    Result<void> turnPage();
    /// `isShifted`: a little to the right, so that two sides of a conversation are told apart at a glance.
    Result<void> add(const std::vector<PdfParagraph>& block, bool isShifted = false);
    /// All of it has gone to the sink, and holds what it has to.
    Result<void> end();

    qint64 pages() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace leadway
