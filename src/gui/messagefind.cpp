#include "gui/messagefind.h"

#include "app/wording.h"
#include "gui/findbar.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"

#include <QItemSelectionModel>

#include <algorithm>
#include <utility>

namespace leadway
{

MessageFind::MessageFind(FindBar& bar, MessageModel& model, MessageTable& table, QObject* parent)
    : QObject(parent)
    , m_bar(bar)
    , m_model(model)
    , m_table(table)
{
    connect(&m_bar, &FindBar::textChanged, this, &MessageFind::onTextChanged);
    connect(&m_bar, &FindBar::nextWanted, this, &MessageFind::next);
    connect(&m_bar, &FindBar::previousWanted, this, &MessageFind::previous);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &MessageFind::onRowsInserted);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &MessageFind::onRowsChanged);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &MessageFind::tell);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &MessageFind::onReset);
    connect(m_table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MessageFind::tell);
}

void MessageFind::open()
{
    if (m_bar.isVisible()) {
        m_bar.focusField();
    }
}

bool MessageFind::close()
{
    const bool hadFocus = m_bar.hasFocusWithin();
    if (!m_bar.isVisible() || (!hadFocus && m_bar.text().isEmpty())) {
        return false;
    }
    m_bar.clear();
    if (hadFocus) {
        m_table.setFocus(Qt::OtherFocusReason);
    }
    return true;
}

void MessageFind::setLocale(const QLocale& locale)
{
    m_locale = locale;
    tell();
}

int MessageFind::currentRow() const
{
    return m_table.currentIndex().row();
}

void MessageFind::onTextChanged()
{
    const QString text = m_bar.text();
    if (m_searched == 0) { // until a step, longer words are looked for from where the first letter was
        m_start = std::max(currentRow(), 0) < m_model.rowCount()
                      ? m_model.order().numberAt(std::max(currentRow(), 0))
                      : 0;
    }
    m_found.clear();
    m_isStale = false;
    m_isAgain = false;
    m_goesToFirst = !text.isEmpty();
    m_table.markWord(text);
    if (text.isEmpty()) {
        m_searched = 0;
        if (std::exchange(m_isSearching, false)) {
            Q_EMIT searchDropped();
        }
    } else {
        search(0);
    }
    tell();
}

void MessageFind::search(int known)
{
    m_isSearching = true;
    m_isFirst = known == 0 && !m_isAgain;
    m_searched = m_model.rowCount();
    if (m_searched == 0) {
        m_isSearching = false;
        return;
    }
    RowSearch search;
    search.rows = m_model.snapshot();
    search.order = m_model.order();
    search.from = std::clamp(m_model.order().rowOf(m_start), 0, m_searched - 1);
    search.needle = m_bar.text();
    search.known = known;
    Q_EMIT searchWanted(search);
}

// Whatever has become of the rows since the search was handed out.
void MessageFind::goOn()
{
    if (m_bar.text().isEmpty() || m_isSearching) {
        return;
    }
    if (std::exchange(m_isStale, false)) {
        m_isAgain = true;
        m_foundAgain.clear();
        search(0);
    } else if (m_searched < m_model.rowCount()) {
        search(m_searched);
    }
}

void MessageFind::onRowsInserted()
{
    goOn();
    tell();
}

void MessageFind::onRowsChanged()
{
    m_isStale = !m_bar.text().isEmpty();
    goOn();
}

// Another preview: the word stays, but nothing is gone to any more before it is asked for.
void MessageFind::onReset()
{
    if (std::exchange(m_isSearching, false)) {
        Q_EMIT searchDropped();
    }
    m_found.clear();
    m_isStale = false;
    m_isAgain = false;
    m_goesToFirst = false;
    m_searched = 0;
    m_start = 0;
    tell();
}

void MessageFind::takeFound(const QList<int>& numbers)
{
    FoundRows& found = m_isAgain ? m_foundAgain : m_found;
    for (const int number : numbers) {
        found.add(number);
    }
    if (std::exchange(m_goesToFirst, false)) {
        m_table.goTo(m_model.order().rowOf(numbers.first()));
    }
    tell();
}

void MessageFind::takeEnd()
{
    m_isSearching = false;
    m_goesToFirst = false;
    if (std::exchange(m_isAgain, false)) {
        m_found = std::exchange(m_foundAgain, {});
    }
    goOn();
    tell();
}

void MessageFind::next()
{
    step(m_found.next(currentRow(), m_model.order()));
}

void MessageFind::previous()
{
    step(m_found.previous(currentRow(), m_model.order()));
}

void MessageFind::step(int row)
{
    if (m_bar.text().isEmpty()) {
        open();
    } else if (row >= 0) {
        m_table.goTo(row);
        m_start = m_model.order().numberAt(row);
    }
}

void MessageFind::tell()
{
    const int count = m_found.count();
    const int row = currentRow();
    m_bar.setCanStep(count > 0);
    if (m_bar.text().isEmpty() || m_model.rowCount() == 0) {
        m_bar.tell({});
    } else if (count == 0) {
        m_bar.tell(m_isSearching && m_isFirst ? tr("Searching…") : tr("No matches"));
    } else if (row >= 0 && m_found.contains(m_model.order().numberAt(row))) {
        const int place = m_found.place(row, m_model.order());
        m_bar.tell(tr("%1 of %2", "which match, of how many")
                       .arg(wording::number(place, m_locale), wording::number(count, m_locale)));
    } else {
        m_bar.tell(tr("%1 found", "matches").arg(wording::number(count, m_locale)));
    }
}

} // namespace leadway
