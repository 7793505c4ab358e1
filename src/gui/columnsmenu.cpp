#include "gui/columnsmenu.h"

#include "gui/messagetable.h"

#include <QHeaderView>
#include <QKeyEvent>

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

void ColumnsMenu::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Alt) {
        event->accept(); // it would close the menu, and is the half of what moves a column
        return;
    }
    const bool isForward = event->key() == Qt::Key_Up;
    const QAction* const current = activeAction();
    if (event->modifiers() != Qt::AltModifier || !(isForward || event->key() == Qt::Key_Down)) {
        QMenu::keyPressEvent(event);
        return;
    }
    event->accept();
    if (!current || !current->isCheckable()) {
        return;
    }
    const int section = current->data().toInt();
    const auto column = static_cast<TableColumns::Column>(section);
    if (isForward) {
        m_table.columns().moveForward(column);
    } else {
        m_table.columns().moveBack(column);
    }
    fill();
    setActiveAction(actions().value(m_table.horizontalHeader()->visualIndex(section)));
}

} // namespace leadway
