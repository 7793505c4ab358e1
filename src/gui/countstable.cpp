#include "gui/countstable.h"

#include "gui/colours.h"
#include "gui/countsmodel.h"
#include "gui/rowtable.h"
#include "gui/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kCellPadding = 8; // as the header has it

// Paints a cell in the manner of the other tables.
class CountsDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
        if (isSelected) {
            painter->fillRect(cell.rect, cell.palette.color(QPalette::Normal, QPalette::Highlight));
        }
        const int edge = index.column() == 0 ? 2 * kCellPadding : kCellPadding;
        const QRect room =
            QStyle::visualRect(cell.direction, cell.rect, cell.rect.adjusted(edge, 0, -kCellPadding, 0));
        painter->save();
        painter->setFont(cell.font);
        painter->setPen(colour(isSelected ? Tint::OnAccent : Tint::Text, cell.palette));
        painter->drawText(room,
                          static_cast<int>(QStyle::visualAlignment(cell.direction, cell.displayAlignment)) |
                              Qt::TextSingleLine,
                          cell.text);
        paintFocus(*painter, cell);
        painter->restore();
    }
};

} // namespace

CountsTable::CountsTable(QWidget* parent)
    : QTableView(parent)
    , m_model(new CountsModel(this))
{
    setModel(m_model);
    setUpRows(*this);
    setItemDelegate(new CountsDelegate(this));
    horizontalHeader()->setSectionsClickable(false);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const int bar = m_model->barOf(index.row()); bar >= 0) {
            Q_EMIT barChosen(bar);
        }
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &CountsTable::fitColumns);
}

void CountsTable::setOverview(const Overview& overview, const QLocale& locale)
{
    const int place = verticalScrollBar()->value();
    m_model->setOverview(overview, locale);
    verticalScrollBar()->setValue(place);
}

void CountsTable::fitColumns()
{
    resizeColumnsToContents();
    constexpr int room = 24;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        setColumnWidth(column, columnWidth(column) + room);
    }
}

void CountsTable::copySelection() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        return;
    }
    std::sort(rows.begin(), rows.end());
    QStringList cells;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        cells.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    QStringList lines{cells.join(QLatin1Char('\t'))};
    for (const QModelIndex& row : std::as_const(rows)) {
        cells.clear();
        for (int column = 0; column < m_model->columnCount(); ++column) {
            cells.append(row.siblingAtColumn(column).data(CountsModel::kCopyRole).toString());
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

QSize CountsTable::sizeHint() const
{
    constexpr int rows = 5;
    return {400, kTableHeaderHeight + rows * kTableRowHeight};
}

QSize CountsTable::minimumSizeHint() const
{
    constexpr int rows = 3;
    return {240, kTableHeaderHeight + rows * kTableRowHeight};
}

void CountsTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace leadway
