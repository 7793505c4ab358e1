#include "gui/helpbrowser.h"

#include "gui/colours.h"
#include "gui/helpdrawing.h"
#include "gui/helptexts.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QFileInfo>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kPageMargin = 24;
constexpr int kReadableWidth = 680; // longer lines are hard to follow

// Letters small and bare, one for one, so that places stay the same.
QString bare(const QString& text)
{
    QString bared = text;
    for (QChar& letter : bared) {
        if (letter.decompositionTag() == QChar::Canonical) {
            letter = letter.decomposition().at(0);
        }
        letter = letter.toCaseFolded();
    }
    return bared;
}

void layOutHeading(QTextCursor& cursor, int level)
{
    QTextCharFormat letters;
    letters.setFontWeight(QFont::DemiBold);
    letters.setProperty(QTextFormat::FontSizeAdjustment,
                        std::max(0, 3 - level)); // 1.5, 1.2, 1 times the text
    QTextBlockFormat block;
    block.setTopMargin(level == 1 ? 0 : 16);
    block.setBottomMargin(8);
    cursor.mergeCharFormat(letters);
    cursor.mergeBlockFormat(block);
}

void layOutText(QTextCursor& cursor, const QPalette& palette)
{
    constexpr int lineHeight = 125; // per cent
    QTextBlockFormat block;
    const QTextBlock text = cursor.block();
    if (text.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
        text.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage)) {
        const bool isLast = !text.next().blockFormat().hasProperty(QTextFormat::BlockCodeFence);
        block.setBackground(palette.color(QPalette::Window));
        block.setBottomMargin(isLast ? 12 : 0);
        block.setTopMargin(0);
        block.setNonBreakableLines(false);
    } else {
        block.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        block.setTopMargin(0);
        block.setBottomMargin(cursor.currentTable() ? 0 : (text.textList() ? 4 : 8));
    }
    cursor.mergeBlockFormat(block);
    if (QTextList* const list = text.textList();
        list && list->format().style() == QTextListFormat::ListCircle) {
        QTextListFormat format = list->format();
        format.setStyle(QTextListFormat::ListDisc);
        list->setFormat(format);
    }
}

void layOutLinks(const QTextBlock& block, const QColor& accent)
{
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment fragment = part.fragment();
        if (fragment.charFormat().isAnchor()) {
            QTextCursor cursor(block);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            QTextCharFormat link;
            link.setForeground(accent);
            link.setFontUnderline(true);
            cursor.mergeCharFormat(link);
        }
    }
}

void layOutTables(QTextFrame& frame, const QColor& line)
{
    for (QTextFrame* const child : frame.childFrames()) {
        if (auto* const table = qobject_cast<QTextTable*>(child)) {
            QTextTableFormat format = table->format();
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(line);
            format.setCellPadding(6);
            format.setCellSpacing(0);
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
            format.setTopMargin(4);
            format.setBottomMargin(12);
            table->setFormat(format);
        }
    }
}

} // namespace

HelpBrowser::HelpBrowser(QWidget* parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    document()->setIndentWidth(24);
}

void HelpBrowser::setPage(const QString& markdown)
{
    m_markdown = markdown;
    layOut();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
    look(m_wanted);
}

void HelpBrowser::layOut()
{
    document()->clear();
    document()->setDefaultFont(font());
    document()->setMarkdown(m_markdown, QTextDocument::MarkdownDialectGitHub);
    const QColor accent = colour(Tint::Accent, palette());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        if (const int level = block.blockFormat().headingLevel(); level > 0) {
            layOutHeading(cursor, level);
        } else {
            layOutText(cursor, palette());
        }
        layOutLinks(block, accent);
    }
    layOutTables(*document()->rootFrame(), hairline(palette()));
    takeWidth();
}

// As wide as is readable, in the middle of what there is.
void HelpBrowser::takeWidth()
{
    const int room = viewport()->width();
    const int side = std::max(kPageMargin, (room - kReadableWidth) / 2);
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    if (frame.leftMargin() != side) {
        frame.setLeftMargin(side);
        frame.setRightMargin(side);
        frame.setTopMargin(kPageMargin);
        frame.setBottomMargin(kPageMargin);
        document()->rootFrame()->setFrameFormat(frame);
    }
}

QList<int> HelpBrowser::headings() const
{
    QList<int> positions;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0) {
            positions.append(block.position());
        }
    }
    return positions;
}

bool HelpBrowser::goToSection(const QString& section)
{
    if (section.isEmpty()) {
        bringToTop(0);
        return true;
    }
    const QList<int> positions = headings();
    const auto found = std::find_if(positions.begin(), positions.end(), [&](int position) {
        return sectionName(document()->findBlock(position).text()) == section;
    });
    if (found == positions.end()) {
        return false;
    }
    bringToTop(*found);
    return true;
}

int HelpBrowser::headingInView() const
{
    const int top = cursorForPosition(QPoint(viewport()->width() / 2, kPageMargin)).position();
    const QList<int> positions = headings();
    return static_cast<int>(
        std::count_if(positions.begin(), positions.end(), [top](int position) { return position <= top; }) -
        1);
}

void HelpBrowser::goToHeading(int number)
{
    bringToTop(number <= 0 ? 0 : headings().value(number)); // the first is the page's title
}

void HelpBrowser::bringToTop(int position)
{
    QTextCursor cursor(document());
    cursor.setPosition(position);
    setTextCursor(cursor);
    (void)document()->documentLayout()->documentSize(); // lays out all of it, which else happens by and by
    const int y = cursorRect(cursor).top() + verticalScrollBar()->value();
    verticalScrollBar()->setValue(position == 0 ? 0 : y - kPageMargin / 2);
}

void HelpBrowser::look(const QString& text)
{
    m_wanted = text;
    m_found.clear();
    m_current = -1;
    const QString wanted = bare(text);
    for (QTextBlock block = document()->begin(); block.isValid() && !wanted.isEmpty(); block = block.next()) {
        const QString within = bare(block.text());
        for (qsizetype at = within.indexOf(wanted); at >= 0;
             at = within.indexOf(wanted, at + wanted.size())) {
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + static_cast<int>(at));
            cursor.setPosition(cursor.position() + static_cast<int>(wanted.size()), QTextCursor::KeepAnchor);
            m_found.append(cursor);
        }
    }
    if (!m_found.isEmpty()) {
        const int top = cursorForPosition(QPoint(0, 0)).position();
        const auto below = std::find_if(m_found.begin(), m_found.end(), [top](const QTextCursor& cursor) {
            return cursor.selectionStart() >= top;
        });
        m_current = below == m_found.end() ? 0 : static_cast<int>(below - m_found.begin());
        setTextCursor(m_found[m_current]);
        ensureCursorVisible();
    }
    mark();
}

void HelpBrowser::goToFound(int step)
{
    if (!m_found.isEmpty()) {
        const int count = found();
        m_current = (m_current + step + count) % count;
        setTextCursor(m_found[m_current]);
        ensureCursorVisible();
        mark();
    }
}

void HelpBrowser::mark()
{
    const QColor accent = colour(Tint::Accent, palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (int number = 0; number < found(); ++number) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = m_found[number];
        if (number == m_current) { // also while the field has the focus
            selection.format.setBackground(palette().color(QPalette::Active, QPalette::Highlight));
            selection.format.setForeground(palette().color(QPalette::Active, QPalette::HighlightedText));
        } else {
            selection.format.setBackground(mixed(palette().color(QPalette::Base), accent, 0.2));
        }
        marks.append(selection);
    }
    setExtraSelections(marks);
}

QVariant HelpBrowser::loadResource(int type, const QUrl& name)
{
    const QString picture = QFileInfo(name.path()).fileName();
    if (type != QTextDocument::ImageResource) {
        return {};
    }
    // In the repository they are files; here they are drawn with the window's colours, font and dots.
    const auto draw = [this](HelpDrawing::Kind kind) {
        HelpDrawing drawing(kind);
        drawing.setPalette(palette());
        drawing.resize(drawing.sizeHint());
        return QVariant(drawing.grab());
    };
    if (picture == QLatin1String("address.png")) {
        return draw(HelpDrawing::Kind::Address);
    }
    if (picture == QLatin1String("scope.png")) {
        return draw(HelpDrawing::Kind::Scope);
    }
    return {};
}

void HelpBrowser::resizeEvent(QResizeEvent* event)
{
    takeWidth();
    QTextBrowser::resizeEvent(event);
}

void HelpBrowser::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        const int place = verticalScrollBar()->value();
        layOut();
        look(m_wanted);
        verticalScrollBar()->setValue(place);
    }
}

} // namespace leadway
