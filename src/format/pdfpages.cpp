#include "format/pdfpages.h"

#include "format/colourglyphs.h"
#include "format/pdfdevice.h"
#include "format/transcriptwords.h"

#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <utility>

namespace leadway
{

namespace
{

// All lengths are points, 72 to an inch.
constexpr int kDotsPerInch = 600;
constexpr qreal kDotsPerPoint = kDotsPerInch / 72.0;
constexpr qreal kSide = 56;
constexpr qreal kTop = 72;
constexpr qreal kBottom = 64;
constexpr qreal kHeadAt = 40;
constexpr qreal kFootAt = 36; // from below
constexpr qreal kShift = 40;
constexpr qreal kLineHeight = 1.1;

constexpr QRgb kBlack = 0xff000000;
constexpr QRgb kGrey = 0xff555555;
constexpr QRgb kHairline = 0xffb0b0b0;

struct Look {
    qreal size;
    bool isBold;
    QRgb colour;
    qreal above;
};

constexpr Look lookOf(PdfStyle style)
{
    switch (style) {
    case PdfStyle::Title:
        return {20, true, kBlack, 0};
    case PdfStyle::Heading:
        return {15, true, kBlack, 24};
    case PdfStyle::Day:
        return {10, true, kBlack, 12};
    case PdfStyle::Line:
        return {8.5, false, kGrey, 9};
    case PdfStyle::Subject:
        return {10, true, kBlack, 1};
    case PdfStyle::Text:
        return {10, false, kBlack, 1};
    case PdfStyle::Small:
        break;
    }
    return {8.5, false, kGrey, 1};
}

constexpr std::size_t kStyles = static_cast<std::size_t>(PdfStyle::Small) + 1;

// The lines of these belong to what follows.
constexpr bool isOpening(PdfStyle style)
{
    return style == PdfStyle::Day || style == PdfStyle::Line || style == PdfStyle::Subject ||
           style == PdfStyle::Title || style == PdfStyle::Heading;
}

QFont fontOf(PdfStyle style)
{
    QFont font;
    font.setStyleHint(QFont::SansSerif);
    font.setStyleStrategy(QFont::ForceOutline); // all that a PDF can hold; Windows has others
    font.setPointSizeF(lookOf(style).size);
    font.setBold(lookOf(style).isBold);
    // Spacing that nobody sees keeps letters from being joined into one sign, which could not be searched
    // for.
    constexpr qreal unseen = 0.05; // dots; less counts as none
    font.setLetterSpacing(QFont::AbsoluteSpacing, unseen);
    return font;
}

// Some lines of one paragraph, laid out.
struct Piece {
    std::unique_ptr<QTextLayout> layout;
    PdfStyle style = PdfStyle::Text;
    int lines = 0;    // that count; a piece of an endless line leaves its last one to the next
    qreal above = 0;  // in dots, as are all heights
    qreal height = 0; // without what is above
    bool isOpening = false;
    bool hasSigns = false; // perhaps some that are pictures
};

} // namespace

Paper paperOf(QLocale::Territory territory)
{
    static constexpr QLocale::Territory letter[] = {
        QLocale::UnitedStates, QLocale::Canada,     QLocale::Mexico,    QLocale::Belize,
        QLocale::Chile,        QLocale::Colombia,   QLocale::CostaRica, QLocale::ElSalvador,
        QLocale::Guatemala,    QLocale::Nicaragua,  QLocale::Panama,    QLocale::Venezuela,
        QLocale::PuertoRico,   QLocale::Philippines};
    return std::find(std::begin(letter), std::end(letter), territory) != std::end(letter) ? Paper::Letter
                                                                                          : Paper::A4;
}

struct PdfPages::Private {
    Private(ByteSink& sink, const QString& pdfTitle, Paper paper, const QLocale& wordsLocale)
        : device(sink)
        , writer(&device)
        , locale(wordsLocale)
    {
        writer.setPageSize(QPageSize(paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(kDotsPerInch);
        writer.setTitle(pdfTitle);
        writer.setCreator(QCoreApplication::applicationName());
        for (std::size_t style = 0; style < kStyles; ++style) {
            fonts.at(style) = fontOf(static_cast<PdfStyle>(style));
        }
    }

    const QFont& fontFor(PdfStyle style) const { return fonts.at(static_cast<std::size_t>(style)); }
    qreal bottom() const { return writer.height() - kBottom * kDotsPerPoint; }
    qreal body() const { return bottom() - kTop * kDotsPerPoint; }

    /// Where the next piece of the block comes from.
    struct Source {
        const std::vector<PdfParagraph>& block;
        std::size_t paragraph = 0;
        qsizetype at = 0; // in its text
        bool isNewParagraph = true;
        Qt::LayoutDirection direction = Qt::LayoutDirectionAuto; // of the line that is being parted
    };

    std::optional<Piece> nextPiece(Source& source, qreal width) const;
    void drawHead();
    void turnPage();
    void drawPiece(const Piece& piece, qreal shift);

    PdfDevice device;
    QPdfWriter writer;
    QLocale locale;
    QPainter painter;
    ColourGlyphs colourGlyphs;
    std::array<QFont, kStyles> fonts;
    QString head;
    qreal y = 0;
    qint64 pages = 0;
    bool isFresh = false; // nothing stands on the page yet
};

PdfPages::PdfPages(ByteSink& sink, const QString& title, Paper paper, const QLocale& locale)
{
    // Without one there are no fonts, and Qt ends the program instead of saying so.
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        d = std::make_unique<Private>(sink, title, paper, locale);
    }
}

PdfPages::~PdfPages() = default;

qint64 PdfPages::pages() const
{
    return d ? d->pages : 0;
}

Result<void> PdfPages::begin()
{
    if (!d || !d->painter.begin(&d->writer)) {
        return Error{ErrorKind::Storage, 0, QStringLiteral("there is nothing to draw letters with"), {}};
    }
    d->turnPage();
    return d->device.outcome();
}

void PdfPages::setHead(const QString& head)
{
    d->head = head;
}

Result<void> PdfPages::turnPage()
{
    if (!d->isFresh) {
        d->turnPage();
    }
    return d->device.outcome();
}

// The next lines of the block: up to a line break, and of an endless line no more than a page holds.
std::optional<Piece> PdfPages::Private::nextPiece(Source& source, qreal width) const
{
    if (source.paragraph == source.block.size()) {
        return std::nullopt;
    }
    constexpr qsizetype longest = 4000;
    const PdfParagraph& paragraph = source.block[source.paragraph];
    const qsizetype lineEnd = paragraph.text.indexOf(u'\n', source.at);
    const qsizetype end = lineEnd < 0 ? paragraph.text.size() : lineEnd;
    const bool isWhole = end - source.at <= longest;
    const QString text = paragraph.text.mid(source.at, isWhole ? end - source.at : longest);
    if (source.direction == Qt::LayoutDirectionAuto) {
        source.direction = text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    }

    Piece piece;
    piece.style = paragraph.style;
    piece.isOpening = leadway::isOpening(paragraph.style);
    constexpr char16_t firstSign = 0x203c; // emoji begin with it
    piece.hasSigns = std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= firstSign; });
    piece.above = source.isNewParagraph ? lookOf(paragraph.style).above * kDotsPerPoint : 0;
    piece.layout = std::make_unique<QTextLayout>(text, fontFor(paragraph.style), &writer);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(source.direction);
    option.setAlignment(source.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    piece.layout->setTextOption(option);
    piece.layout->beginLayout();
    for (QTextLine line = piece.layout->createLine(); line.isValid(); line = piece.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, piece.height});
        piece.height += line.height() * kLineHeight;
    }
    piece.layout->endLayout();
    piece.lines = piece.layout->lineCount();

    source.isNewParagraph = false;
    if (!isWhole && piece.lines > 1) {
        const QTextLine last = piece.layout->lineAt(--piece.lines);
        piece.height = last.y();
        source.at += last.textStart();
    } else if (!isWhole) {
        source.at += text.size();
    } else if (lineEnd >= 0) {
        source.at = lineEnd + 1;
        source.direction = Qt::LayoutDirectionAuto;
    } else {
        ++source.paragraph;
        source.at = 0;
        source.isNewParagraph = true;
        source.direction = Qt::LayoutDirectionAuto;
    }
    return piece;
}

// What goes on from the page before, elided.
void PdfPages::Private::drawHead()
{
    const qreal left = kSide * kDotsPerPoint;
    const qreal width = writer.width() - 2 * left;
    if (head.isEmpty()) {
        return;
    }
    painter.setPen(QColor(kGrey));
    painter.setFont(fontFor(PdfStyle::Small));
    const QFontMetricsF metrics(fontFor(PdfStyle::Small), &writer);
    const QRectF above(left, kHeadAt * kDotsPerPoint, width, metrics.height());
    painter.drawText(above, head.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft,
                     metrics.elidedText(head, Qt::ElideRight, width));
    painter.setPen(QPen(QColor(kHairline), kDotsPerPoint / 2));
    const qreal rule = above.bottom() + 4 * kDotsPerPoint;
    painter.drawLine(QPointF(left, rule), QPointF(left + width, rule));
}

void PdfPages::Private::turnPage()
{
    if (pages > 0) {
        writer.newPage();
    }
    ++pages;
    y = kTop * kDotsPerPoint;
    isFresh = true;
    painter.setPen(QColor(kGrey));
    painter.setFont(fontFor(PdfStyle::Small));
    const qreal left = kSide * kDotsPerPoint;
    const QFontMetricsF metrics(fontFor(PdfStyle::Small), &writer);
    painter.drawText(QRectF(left, writer.height() - kFootAt * kDotsPerPoint - metrics.height(),
                            writer.width() - 2 * left, metrics.height()),
                     Qt::AlignHCenter, pagePhrase(pages, locale));
}

// A day stands over both sides.
void PdfPages::Private::drawPiece(const Piece& piece, qreal shift)
{
    const qreal left = kSide * kDotsPerPoint + (piece.style == PdfStyle::Day ? 0 : shift);
    y += isFresh ? 0 : piece.above;
    for (int number = 0; number < piece.lines; ++number) {
        const QTextLine line = piece.layout->lineAt(number);
        const qreal height = line.height() * kLineHeight;
        if (y + height > bottom() && !isFresh) {
            turnPage();
            drawHead();
        }
        painter.setPen(QColor(lookOf(piece.style).colour));
        const QPointF at(left, y - line.y());
        line.draw(&painter, at);
        if (piece.hasSigns) {
            colourGlyphs.draw(painter, line, at);
        }
        y += height;
        isFresh = false;
    }
}

Result<void> PdfPages::add(const std::vector<PdfParagraph>& block, bool isShifted)
{
    const qreal shift = kShift * kDotsPerPoint;
    const qreal width = d->writer.width() - 2 * kSide * kDotsPerPoint - shift;
    Private::Source source{block};
    std::deque<Piece> ahead;
    qreal height = 0;
    qreal beginning = 0; // that must not stand alone at the foot: what opens it, and two lines
    int linesBehind = 0;
    std::optional<Piece> piece;
    while (height <= d->body() && (piece = d->nextPiece(source, width))) {
        height += piece->above + piece->height;
        if (linesBehind < 2) {
            beginning = height;
            linesBehind += piece->isOpening ? 0 : piece->lines;
        }
        if (linesBehind > 2) {
            const QTextLine third = piece->layout->lineAt(piece->lines - linesBehind + 2);
            beginning -= piece->height - third.y();
            linesBehind = 2;
        }
        ahead.push_back(std::move(*piece));
    }
    const qreal room = d->bottom() - d->y;
    const bool isShort = height <= d->body() / 2;
    if (!d->isFresh && height > room && (isShort || beginning > room)) {
        d->turnPage();
        d->drawHead();
    }
    for (; !ahead.empty(); ahead.pop_front()) {
        d->drawPiece(ahead.front(), isShifted ? shift : 0);
    }
    while ((piece = d->nextPiece(source, width))) {
        d->drawPiece(*piece, isShifted ? shift : 0);
    }
    return d->device.outcome();
}

Result<void> PdfPages::end()
{
    d->painter.end();
    if (const auto& written = d->device.outcome(); !written) {
        return written;
    }
    return d->device.check().judge(d->pages);
}

} // namespace leadway
