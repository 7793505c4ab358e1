#include "gui/columnsmenu.h"

#include "gui/messagetable.h"

#include <QHeaderView>

namespace leadway
{

ColumnsMenu::ColumnsMenu(MessageTable& table, QWidget* parent)
    : QMenu(parent)
    , m_table(table)
{
    setObjectName(QStringLiteral("columnsMenu"));
    connect(this, &QMenu::aboutToShow, this, &ColumnsMenu::fill);
}

void ColumnsMenu::fill()
{
    clear();
    const QHeaderView& header = *m_table.horizontalHeader();
    for (int place = 0; place < header.count(); ++place) {
        const int section = header.logicalIndex(place);
        const auto column = static_cast<TableColumns::Column>(section);
        QAction* const action = addAction(m_table.model()->headerData(section, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(m_table.columns().isShown(column));
        action->setEnabled(TableColumns::canBeHidden(column));
        action->setData(section);
        connect(action, &QAction::triggered, this,
                [this, column](bool isChecked) { m_table.columns().choose(column, isChecked); });
    }
    addSeparator();
    QAction* const usual = addAction(tr("&Usual columns"));
    usual->setObjectName(QStringLiteral("usualColumnsAction"));
    connect(usual, &QAction::triggered, this, [this] { m_table.columns().useUsual(); });
}

} // namespace leadway
