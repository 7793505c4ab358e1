#pragma once

#include "gui/messagemodel.h"

#include <QByteArray>
#include <QList>
#include <QMap>

class QTableView;

namespace leadway
{

/// Which columns a table of messages shows, in which order and how wide: as a person chose, and as there is
/// room; what nobody chose gives way where it gets narrow. The message itself is always there. A part of the
/// table, on the window's thread.
class TableColumns
{
public:
    using Column = MessageModel::Column;

    /// Of a table that outlives it.
    explicit TableColumns(QTableView& table);
    /// To be called when the table has got its model, before anything else.
    void setUp();

    static bool canBeHidden(Column column) { return column != Column::Text; }
    bool isShown(Column column) const;
    /// From now on it is shown, or not, however narrow the table gets.
    void choose(Column column, bool isShown);
    /// Past the shown column before it, or the one after it; nothing where there is none.
    void moveForward(Column column);
    void moveBack(Column column);
    /// All columns in their order and widths, as if nobody had chosen anything.
    void useUsual();

    /// Those that are shown, in the order they stand in.
    QList<int> shown() const;

    /// What a person chose, for the next start. A state of an earlier program is understood, too.
    QByteArray state() const;
    void restore(const QByteArray& state);

    /// To be called whenever the table has another width.
    void fit();

private:
    void move(Column column, int step);
    void setUsualWidths();
    int widthOf(Column column);

    QTableView& m_table;
    QMap<Column, bool> m_choices; // of a person
};

} // namespace leadway
