#include "gui/tablecolumns.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace leadway
{

namespace
{

constexpr int kLeastTextWidth = 220;     // below it other columns give way
constexpr int kNarrowestTextWidth = 120; // below it the table scrolls sideways
constexpr quint32 kStateMark = 0x4c574331;
constexpr QDataStream::Version kStateStream = QDataStream::Qt_6_0;

int sectionOf(TableColumns::Column column)
{
    return static_cast<int>(column);
}

} // namespace

TableColumns::TableColumns(QTableView& table)
    : m_table(table)
{
}

bool TableColumns::isShown(Column column) const
{
    return !m_table.isColumnHidden(sectionOf(column));
}

void TableColumns::choose(Column column, bool isShown)
{
    if (isShown || canBeHidden(column)) {
        m_choices[column] = isShown;
        fit();
    }
}

void TableColumns::moveForward(Column column)
{
    move(column, -1);
}

void TableColumns::moveBack(Column column)
{
    move(column, 1);
}

void TableColumns::move(Column column, int step)
{
    QHeaderView& header = *m_table.horizontalHeader();
    const int from = header.visualIndex(sectionOf(column));
    int to = from + step;
    while (to >= 0 && to < header.count() && header.isSectionHidden(header.logicalIndex(to))) {
        to += step;
    }
    if (to >= 0 && to < header.count()) {
        header.moveSection(from, to);
    }
}

void TableColumns::useUsual()
{
    m_choices.clear();
    QHeaderView& header = *m_table.horizontalHeader();
    for (int section = 0; section < header.count(); ++section) {
        header.setSectionHidden(section, false);
        header.moveSection(header.visualIndex(section), section);
    }
    setUsualWidths();
    fit();
}

void TableColumns::setUp()
{
    QHeaderView& header = *m_table.horizontalHeader();
    header.setSectionResizeMode(QHeaderView::Interactive);
    header.setSectionsClickable(true);
    header.setSectionsMovable(true);
    setUsualWidths();
    fit();
}

void TableColumns::setUsualWidths()
{
    constexpr std::pair<Column, int> widths[] = {{Column::Date, 144},
                                                 {Column::Channel, 120},
                                                 {Column::Direction, 100},
                                                 {Column::Contact, 144},
                                                 {Column::Status, 104}};
    // Meant for a font of 10 points at 96 dots an inch; they grow with it.
    constexpr qreal usualHeight = 19;
    const qreal scale = std::max(1.0, m_table.fontMetrics().height() / usualHeight);
    for (const auto& [column, width] : widths) {
        m_table.setColumnWidth(sectionOf(column), qRound(width * scale));
    }
}

QList<int> TableColumns::shown() const
{
    const QHeaderView& header = *m_table.horizontalHeader();
    QList<int> columns;
    for (int place = 0; place < header.count(); ++place) {
        if (const int section = header.logicalIndex(place); !header.isSectionHidden(section)) {
            columns.append(section);
        }
    }
    return columns;
}

QByteArray TableColumns::state() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(kStateStream);
    stream << kStateMark << quint8(m_choices.size());
    for (auto choice = m_choices.begin(); choice != m_choices.end(); ++choice) {
        stream << quint8(choice.key()) << choice.value();
    }
    stream << m_table.horizontalHeader()->saveState();
    return state;
}

void TableColumns::restore(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(kStateStream);
    quint32 mark = 0;
    quint8 count = 0;
    stream >> mark >> count;
    QByteArray header = state; // of a program that knew no choices
    m_choices.clear();
    if (mark == kStateMark) {
        for (int left = count; left > 0 && stream.status() == QDataStream::Ok; --left) {
            quint8 section = 0;
            bool isShown = true;
            stream >> section >> isShown;
            const auto column = static_cast<Column>(section);
            if (section < MessageModel::kColumns && canBeHidden(column)) {
                m_choices[column] = isShown;
            }
        }
        stream >> header;
    }
    m_table.horizontalHeader()->restoreState(header);
    // Not what an earlier program left in it.
    m_table.horizontalHeader()->setSectionsClickable(true);
    m_table.horizontalHeader()->setSectionsMovable(true);
    fit();
}

// The header remembers the widths of hidden columns, but tells them as 0.
int TableColumns::widthOf(Column column)
{
    const int section = sectionOf(column);
    const bool wasHidden = m_table.isColumnHidden(section);
    m_table.setColumnHidden(section, false);
    const int width = m_table.columnWidth(section);
    m_table.setColumnHidden(section, wasHidden);
    return width;
}

void TableColumns::fit()
{
    m_table.setColumnHidden(sectionOf(Column::Text), false);
    int room = m_table.viewport()->width() - kLeastTextWidth;
    QList<Column> unsettled; // the first is worth the most
    for (const Column column :
         {Column::Date, Column::Channel, Column::Contact, Column::Direction, Column::Status}) {
        const bool givesWay = column == Column::Direction || column == Column::Status;
        if (givesWay && !m_choices.contains(column)) {
            unsettled.append(column);
            continue;
        }
        const bool isShown = m_choices.value(column, true);
        room -= isShown ? widthOf(column) : 0;
        m_table.setColumnHidden(sectionOf(column), !isShown);
    }
    bool isFull = false;
    for (const Column column : std::as_const(unsettled)) {
        const int width = widthOf(column);
        isFull = isFull || room < width;
        room -= isFull ? 0 : width;
        m_table.setColumnHidden(sectionOf(column), isFull);
    }
    const bool scrolls = room + kLeastTextWidth < kNarrowestTextWidth;
    QHeaderView& header = *m_table.horizontalHeader();
    header.setSectionResizeMode(sectionOf(Column::Text),
                                scrolls ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (scrolls) {
        header.resizeSection(sectionOf(Column::Text), kNarrowestTextWidth);
    }
    m_table.setHorizontalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

} // namespace leadway
