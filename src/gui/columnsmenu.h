#pragma once

#include <QMenu>

namespace leadway
{

class MessageTable;

/// Which columns a table shows, and in which order: a tick for each, Alt+Up and Alt+Down to move it, and a
/// way back to the usual ones. Owned by the pane of its table; the window's thread.
class ColumnsMenu : public QMenu
{
    Q_OBJECT

public:
    /// The table must outlive it.
    explicit ColumnsMenu(MessageTable& table, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Ticks what is shown at the moment, in the order it stands in.
    void fill();

    MessageTable& m_table;
};

} // namespace leadway
