#include "gui/messagetable.h"

#include "gui/messagedelegate.h"
#include "gui/messagemodel.h"
#include "gui/style.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace leadway
{

namespace
{

using Column = MessageModel::Column;

constexpr int kLeastTextWidth = 220; // below it other columns give way

int at(Column column)
{
    return static_cast<int>(column);
}

} // namespace

MessageTable::MessageTable(QWidget* parent)
    : QTableView(parent)
{
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setItemDelegate(new MessageDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kTableRowHeight);
    verticalHeader()->setDefaultSectionSize(kTableRowHeight);
    horizontalHeader()->setFixedHeight(kTableHeaderHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    m_copyTimer.setSingleShot(true);
    connect(&m_copyTimer, &QTimer::timeout, this, &MessageTable::copySlice);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageTable::askForMoreNearTheEnd);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &MessageTable::onHeaderClicked);
}

void MessageTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    // One in which nothing is selected: to paint itself, the header would look at each of a million selected
    // rows, only for a mark that is not shown.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, horizontalHeader()));
    connect(model, &QAbstractItemModel::modelAboutToBeReset, &m_copyTimer, &QTimer::stop);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(at(Column::Text), QHeaderView::Stretch);
    constexpr std::pair<Column, int> widths[] = {{Column::Date, 144},
                                                 {Column::Channel, 104},
                                                 {Column::Direction, 100},
                                                 {Column::Contact, 152},
                                                 {Column::Status, 104}};
    // Meant for a font of 10 points at 96 dots an inch; they grow with it.
    constexpr qreal usualHeight = 19;
    const qreal scale = std::max(1.0, fontMetrics().height() / usualHeight);
    for (const auto& [column, width] : widths) {
        setColumnWidth(at(column), qRound(width * scale));
    }
    fitColumns();
}

void MessageTable::showOrder(Qt::SortOrder order)
{
    m_order = order;
    horizontalHeader()->setSortIndicator(at(Column::Date), order);
}

void MessageTable::onHeaderClicked(int section)
{
    showOrder(m_order); // the header has moved its arrow already
    if (section == at(Column::Date)) {
        Q_EMIT otherOrderWanted();
    }
}

void MessageTable::turn()
{
    auto* const messages = qobject_cast<MessageModel*>(model());
    if (!messages || messages->rowCount() == 0) {
        return;
    }
    const RowOrder order = messages->order();
    std::vector<std::pair<int, int>> selected; // first and last rows, where they will be
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange& range : selection) {
        if (range.top() < order.dated()) {
            selected.emplace_back(order.mirrored(std::min(range.bottom(), order.dated() - 1)),
                                  order.mirrored(range.top()));
        }
        if (range.bottom() >= order.dated()) {
            selected.emplace_back(std::max(range.top(), order.dated()), range.bottom());
        }
    }
    QScrollBar* const bar = verticalScrollBar();
    const int middle = rowAt(viewport()->height() / 2);
    const bool isAtTop = bar->value() == 0 || middle < 0;
    const int offset = rowViewportPosition(middle);

    // The selection would follow its cells one by one, millions of them perhaps.
    selectionModel()->clearSelection();
    messages->turn();
    QItemSelection turned;
    for (const auto& [first, last] : selected) {
        turned.append(QItemSelectionRange(messages->index(first, 0),
                                          messages->index(last, MessageModel::kColumns - 1)));
    }
    selectionModel()->select(turned, QItemSelectionModel::Select);
    for (int& row : m_rowsToCopy) {
        row = order.mirrored(row);
    }
    if (!isAtTop) {
        bar->setValue(bar->value() + rowViewportPosition(order.mirrored(middle)) - offset);
    }
    showOrder(m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void MessageTable::askForMoreNearTheEnd()
{
    if (!model() || !isVisible()) {
        return;
    }
    const QScrollBar* const bar = verticalScrollBar();
    if (bar->value() >= bar->maximum() - bar->pageStep() && model()->canFetchMore({})) {
        model()->fetchMore({});
    }
}

QByteArray MessageTable::columnsState() const
{
    return horizontalHeader()->saveState();
}

void MessageTable::restoreColumns(const QByteArray& state)
{
    horizontalHeader()->restoreState(state);
    // Not what an earlier program or another order left in it.
    horizontalHeader()->setSectionsClickable(true);
    showOrder(m_order);
    fitColumns();
}

void MessageTable::copySelection()
{
    QItemSelection selection = selectionModel()->selection();
    std::sort(selection.begin(), selection.end(),
              [](const QItemSelectionRange& a, const QItemSelectionRange& b) { return a.top() < b.top(); });
    std::vector<int> rows;
    rows.reserve(std::accumulate(selection.begin(), selection.end(), std::size_t(0),
                                 [](std::size_t sum, const QItemSelectionRange& range) {
                                     return sum + static_cast<std::size_t>(range.height());
                                 }));
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    if (rows.empty()) {
        return;
    }
    m_copyTimer.stop(); // of an earlier copy
    m_rowsToCopy = std::move(rows);
    m_rowsCopied = 0;
    m_copied.clear();
    copySlice();
}

void MessageTable::copySlice()
{
    constexpr std::size_t slice = 1000; // a few milliseconds
    const std::size_t end = std::min(m_rowsCopied + slice, m_rowsToCopy.size());
    for (; m_rowsCopied < end; ++m_rowsCopied) {
        QStringList cells;
        for (int column = 0; column < MessageModel::kColumns; ++column) {
            cells.append(model()->index(m_rowsToCopy[m_rowsCopied], column).data().toString());
        }
        m_copied += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    if (end < m_rowsToCopy.size()) {
        if (end == slice) { // growing would move all of it again and again; unused memory costs nothing
            m_copied.reserve(m_copied.size() * static_cast<qsizetype>(m_rowsToCopy.size() / slice + 1) * 5 /
                             4);
        }
        m_copyTimer.start();
        return;
    }
    m_copied.chop(1);
    QGuiApplication::clipboard()->setText(m_copied);
    m_copied.clear();
    m_rowsToCopy.clear();
}

int MessageTable::selectedRows() const
{
    const QItemSelection selection = selectionModel()->selection();
    return std::accumulate(selection.begin(), selection.end(), 0,
                           [](int sum, const QItemSelectionRange& range) { return sum + range.height(); });
}

void MessageTable::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        requestMenuByKey();
    } else if (const QModelIndex index = indexAt(event->pos()); index.isValid()) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        Q_EMIT menuRequested(event->globalPos());
    }
    event->accept();
}

// Not every platform makes the usual keys for it a request of its own.
void MessageTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        requestMenuByKey();
        return;
    }
    QTableView::keyPressEvent(event);
}

void MessageTable::requestMenuByKey()
{
    if (const QModelIndex current = currentIndex(); current.isValid()) {
        scrollTo(current);
        const QRect row = visualRect(current.siblingAtColumn(at(Column::Text)));
        Q_EMIT menuRequested(viewport()->mapToGlobal(row.bottomLeft()));
    }
}

void MessageTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void MessageTable::fitColumns()
{
    if (!model()) {
        return;
    }
    int others = 0;
    for (const Column column : {Column::Date, Column::Channel, Column::Contact}) {
        others += columnWidth(at(column));
    }
    // Widths of hidden columns are remembered by the header, but told as 0.
    const auto widthOf = [this](Column column) {
        const bool wasHidden = isColumnHidden(at(column));
        setColumnHidden(at(column), false);
        const int width = columnWidth(at(column));
        setColumnHidden(at(column), wasHidden);
        return width;
    };
    const int direction = widthOf(Column::Direction);
    const int status = widthOf(Column::Status);
    const int room = viewport()->width() - others - kLeastTextWidth;
    setColumnHidden(at(Column::Status), room < direction + status);
    setColumnHidden(at(Column::Direction), room < direction);
}

void MessageTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    // The day is told again in the row at the top, whichever that is.
    viewport()->update(0, 0, columnViewportPosition(at(Column::Date)) + columnWidth(at(Column::Date)),
                       viewport()->height());
}

} // namespace leadway
