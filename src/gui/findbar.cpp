#include "gui/findbar.h"

#include "gui/icons.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace leadway
{

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_lens(m_field->addAction(icon(Glyph::Search, Tint::Secondary), QLineEdit::LeadingPosition))
    , m_clear(m_field->addAction(icon(Glyph::Close, Tint::Secondary), QLineEdit::TrailingPosition))
    , m_result(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
{
    m_field->setObjectName(QStringLiteral("findLineEdit"));
    m_result->setObjectName(QStringLiteral("foundLabel"));
    m_previous->setObjectName(QStringLiteral("findPreviousToolButton"));
    m_next->setObjectName(QStringLiteral("findNextToolButton"));
    m_lens->setEnabled(false);
    constexpr int narrowest = 130;
    constexpr int usual = 240;
    m_field->setMinimumWidth(narrowest);
    m_field->setMaximumWidth(usual);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->installEventFilter(this);
    m_clear->setVisible(false);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_result->setForegroundRole(QPalette::PlaceholderText);
    m_previous->setIcon(icon(Glyph::ChevronUp));
    m_next->setIcon(icon(Glyph::ChevronDown));
    for (QToolButton* button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the cursor where it is
    }
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_result);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->setSpacing(4);
    layout->setSizeConstraint(QLayout::SetMinAndMaxSize); // no wider than its parts
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        Q_EMIT textChanged(text);
    });
    connect(m_clear, &QAction::triggered, m_field, &QLineEdit::clear);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextWanted);
    translate();
    tell({});
    setCanStep(false);
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::clear()
{
    m_field->clear();
}

void FindBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool FindBar::hasFocusWithin() const
{
    return isAncestorOf(QApplication::focusWidget());
}

void FindBar::tell(const QString& result)
{
    const bool isThere = !m_field->text().isEmpty();
    m_result->setVisible(isThere);
    m_previous->setVisible(isThere);
    m_next->setVisible(isThere);
    if (m_result->text() == result) {
        return;
    }
    m_result->setText(result);
    m_field->setAccessibleDescription(result); // read with the field whenever it is come back to
    if (!result.isEmpty() && isVisible()) {
        QAccessibleEvent event(m_result, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void FindBar::setCanStep(bool canStep)
{
    m_previous->setEnabled(canStep);
    m_next->setEnabled(canStep);
}

void FindBar::translate()
{
    m_field->setPlaceholderText(tr("Find in these messages"));
    m_field->setAccessibleName(tr("Find in these messages"));
    m_field->setToolTip(tr("Looks in the contacts and in what the table shows of the messages (Ctrl+F)"));
    m_lens->setText(tr("Find in these messages"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Clear (Esc)"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_previous->setToolTip(tr("Previous match (Shift+F3)"));
    m_next->setAccessibleName(tr("Next match"));
    m_next->setToolTip(tr("Next match (F3)"));
}

void FindBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        translate();
    }
    QWidget::changeEvent(event);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* const key = static_cast<const QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ShiftModifier)) {
            Q_EMIT previousWanted();
        } else {
            Q_EMIT nextWanted();
        }
        return true;
    case Qt::Key_Down:
        Q_EMIT nextWanted();
        return true;
    case Qt::Key_Up:
        Q_EMIT previousWanted();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace leadway
