#include "gui/rowtable.h"

#include "gui/colours.h"
#include "gui/style.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QTableView>

namespace leadway
{

void setUpRows(QTableView& table)
{
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTabKeyNavigation(false);
    table.setCornerButtonEnabled(false);
    QHeaderView& rows = *table.verticalHeader();
    rows.hide();
    rows.setSectionResizeMode(QHeaderView::Fixed);
    rows.setMinimumSectionSize(kTableRowHeight);
    rows.setDefaultSectionSize(kTableRowHeight);
    table.horizontalHeader()->setFixedHeight(kTableHeaderHeight);
    table.horizontalHeader()->setHighlightSections(false);
}

void paintFocus(QPainter& painter, const QStyleOptionViewItem& cell)
{
    if (cell.state.testFlag(QStyle::State_HasFocus) && !cell.state.testFlag(QStyle::State_Selected)) {
        painter.setPen(colour(Tint::Accent, cell.palette));
        painter.drawRect(cell.rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace leadway
