#include "gui/messagetable.h"

#include "gui/copiedrows.h"
#include "gui/messagedelegate.h"
#include "gui/messagemodel.h"
#include "gui/rowtable.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
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

int at(Column column)
{
    return static_cast<int>(column);
}

} // namespace

MessageTable::MessageTable(QWidget* parent)
    : QTableView(parent)
    , m_delegate(new MessageDelegate(this))
    , m_columns(*this)
{
    setUpRows(*this);
    setItemDelegate(m_delegate);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_copyTimer.setSingleShot(true);
    connect(&m_copyTimer, &QTimer::timeout, this, &MessageTable::copySlice);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageTable::askForMoreNearTheEnd);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &MessageTable::onHeaderClicked);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, viewport(), qOverload<>(&QWidget::update));
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        Q_EMIT columnsMenuRequested(horizontalHeader()->viewport()->mapToGlobal(at));
    });
}

MessageTable::~MessageTable() = default;

void MessageTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    // One in which nothing is selected: to paint itself, the header would look at each of a million selected
    // rows, only for a mark that is not shown.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, horizontalHeader()));
    connect(model, &QAbstractItemModel::modelAboutToBeReset, &m_copyTimer, &QTimer::stop);
    m_columns.setUp();
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
    return m_columns.state();
}

void MessageTable::restoreColumns(const QByteArray& state)
{
    m_columns.restore(state);
    showOrder(m_order); // not another one, which was left in it
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
    m_columnsToCopy = m_columns.shown();
    m_copied = std::make_unique<CopiedRows>(static_cast<int>(m_rowsToCopy.size()));
    copySlice();
}

void MessageTable::copySlice()
{
    constexpr std::size_t slice = 1000; // a few milliseconds
    const std::size_t end = std::min(m_rowsCopied + slice, m_rowsToCopy.size());
    for (; m_rowsCopied < end; ++m_rowsCopied) {
        QStringList cells;
        for (const int column : std::as_const(m_columnsToCopy)) {
            cells.append(model()->index(m_rowsToCopy[m_rowsCopied], column).data().toString());
        }
        m_copied->append(cells);
    }
    if (end < m_rowsToCopy.size()) {
        m_copyTimer.start();
        return;
    }
    QGuiApplication::clipboard()->setMimeData(m_copied->take().release());
    m_copied.reset();
    m_rowsToCopy.clear();
}

int MessageTable::firstColumn() const
{
    return m_columns.shown().value(0, -1);
}

void MessageTable::markWord(const QString& word)
{
    m_delegate->setWord(word);
    viewport()->update();
}

void MessageTable::goTo(int row)
{
    if (row >= 0 && row < model()->rowCount()) {
        const QModelIndex index = model()->index(row, at(Column::Text));
        const bool isSeen = viewport()->rect().contains(visualRect(index));
        // selectRow() selects nothing where one reads from the right and the columns fill the width. And
        // whatever Shift is held for, no further rows are wanted.
        setCurrentIndex(index);
        selectionModel()->select(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index, isSeen ? EnsureVisible : PositionAtCenter);
    }
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

// A selected row looks alike whether the keyboard is here or not; the line within it tells.
void MessageTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const QModelIndex current = currentIndex();
    if (!hasFocus() || !current.isValid() || !window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        return;
    }
    const QRect row(0, rowViewportPosition(current.row()), viewport()->width(), rowHeight(current.row()));
    const bool isSelected = selectionModel()->isSelected(current);
    QPainter painter(viewport());
    painter.setPen(palette().color(isSelected ? QPalette::HighlightedText : QPalette::Highlight));
    painter.drawRect(row.adjusted(2, 2, -3, -3));
}

void MessageTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the line runs through all cells of the row
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
    if (model()) {
        m_columns.fit();
    }
}

void MessageTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    // The day is told again in the row at the top, whichever that is.
    viewport()->update(columnViewportPosition(at(Column::Date)), 0, columnWidth(at(Column::Date)),
                       viewport()->height());
}

} // namespace leadway
