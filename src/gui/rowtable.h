#pragma once

class QPainter;
class QStyleOptionViewItem;
class QTableView;

namespace leadway
{

/// \file
/// What all tables of this window have in common, however different their cells are. On the window's thread.

/// Whole rows are selected, nothing is edited, Tab leaves the table; its rows and header have the height of
/// the design.
void setUpRows(QTableView& table);

/// Around a cell that has the keyboard and is not selected, so that it is seen where the keys go.
void paintFocus(QPainter& painter, const QStyleOptionViewItem& cell);

} // namespace leadway
