#pragma once

#include <QTableView>
#include <QTimer>

#include <vector>

namespace leadway
{

/// The table of messages: its widths, which columns give way when there is little room, and when it wants
/// more rows. The window's thread; owned by its pane.
class MessageTable : public QTableView
{
    Q_OBJECT

public:
    explicit MessageTable(QWidget* parent = nullptr);

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
    /// The widths a person chose, for the next start.
    QByteArray columnsState() const;
    void restoreColumns(const QByteArray& state);
    /// Puts the selected rows on the clipboard as lines of text: very many not at once, but in later turns of
    /// the event loop, unless the rows go meanwhile.
    void copySelection();

Q_SIGNALS:
    /// The header was clicked: the dates are wanted in the order that is not shown.
    void otherOrderWanted();
    /// For the current row, at a place of the screen.
    void menuRequested(const QPoint& at);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void requestMenuByKey();
    void fitColumns();
    void copySlice();
    void onHeaderClicked(int section);

    Qt::SortOrder m_order = Qt::DescendingOrder; // that is shown
    std::vector<int> m_rowsToCopy;
    std::size_t m_rowsCopied = 0;
    QString m_copied;
    QTimer m_copyTimer; // until the next slice of them
};

} // namespace leadway
