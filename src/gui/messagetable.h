#pragma once

#include "gui/tablecolumns.h"

#include <QTableView>
#include <QTimer>

#include <memory>
#include <vector>

namespace leadway
{

class CopiedRows;
class MessageDelegate;

/// The table of messages: what is selected in it and copied from it, and when it wants more rows. The
/// window's thread; owned by its pane.
class MessageTable : public QTableView
{
    Q_OBJECT

public:
    explicit MessageTable(QWidget* parent = nullptr);
    ~MessageTable() override;

    void setModel(QAbstractItemModel* model) override;

    /// The row at the upper edge; -1 while there is none.
    int topRow() const { return rowAt(0); }
    /// How many rows are selected.
    int selectedRows() const;
    /// Asks for more if the end is in sight. To be called when a page has come and may not fill the view.
    void askForMoreNearTheEnd();
    /// The arrow in the header.
    void showOrder(Qt::SortOrder order);
    /// Turns the dates of a MessageModel round. What is selected stays selected, and a person who has
    /// scrolled keeps the place; at the top, the other end comes into sight.
    void turn();
    /// Selects a row, and it alone, and brings it into view.
    void goTo(int row);
    /// Marks where contacts and messages say it; nothing for an empty one.
    void markWord(const QString& word);

    TableColumns& columns() { return m_columns; }
    /// The column at the leading edge.
    int firstColumn() const;
    /// The columns, their order and their widths as a person chose them, for the next start.
    QByteArray columnsState() const;
    void restoreColumns(const QByteArray& state);
    /// Puts the selected rows on the clipboard as tab-separated lines of what is shown, and as many as fit a
    /// spreadsheet comfortably as a table of texts, too. Very many not at once, but in later turns of the
    /// event loop, unless the rows go meanwhile.
    void copySelection();

Q_SIGNALS:
    /// The header was clicked: the dates are wanted in the order that is not shown.
    void otherOrderWanted();
    /// For the current row, at a place of the screen.
    void menuRequested(const QPoint& at);
    /// A right click on the header.
    void columnsMenuRequested(const QPoint& at);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void requestMenuByKey();
    void copySlice();
    void onHeaderClicked(int section);

    MessageDelegate* m_delegate;
    TableColumns m_columns;
    Qt::SortOrder m_order = Qt::DescendingOrder; // that is shown
    std::vector<int> m_rowsToCopy;
    std::size_t m_rowsCopied = 0;
    QList<int> m_columnsToCopy;
    std::unique_ptr<CopiedRows> m_copied; // so far
    QTimer m_copyTimer;                   // until the next slice of them
};

} // namespace leadway
