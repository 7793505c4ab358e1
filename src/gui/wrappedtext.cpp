#include "gui/wrappedtext.h"

#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>

namespace leadway
{

WrappedText::WrappedText(QWidget* parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::ClickFocus);
    setFrameShape(NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappedText::setText(const QString& text)
{
    setPlainText(text);
    updateGeometry();
}

int WrappedText::heightForWidth(int width) const
{
    // Asked for other widths than the present one, which the shown document must keep.
    QTextDocument document;
    document.setDefaultFont(font());
    document.setDocumentMargin(0);
    document.setDefaultTextOption(this->document()->defaultTextOption());
    document.setPlainText(toPlainText());
    document.setTextWidth(width);
    return static_cast<int>(std::ceil(document.size().height()));
}

QSize WrappedText::sizeHint() const
{
    const int line = fontMetrics().horizontalAdvance(toPlainText().section(u'\n', 0, 0)) + 1;
    return {line, fontMetrics().height()};
}

QSize WrappedText::minimumSizeHint() const
{
    constexpr int fewLetters = 8;
    return {fontMetrics().averageCharWidth() * fewLetters, fontMetrics().height()};
}

void WrappedText::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // it would zoom this text alone
}

} // namespace leadway
