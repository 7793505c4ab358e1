#include "gui/columnsfield.h"

#include "format/columnnames.h"
#include "gui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace leadway
{

namespace
{

const QKeySequence kUpKey(Qt::ALT | Qt::Key_Up);
const QKeySequence kDownKey(Qt::ALT | Qt::Key_Down);

std::string keyOf(const QListWidgetItem& item)
{
    return item.data(Qt::UserRole).toString().toStdString();
}

} // namespace

ColumnsField::ColumnsField(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_up(new QPushButton(this))
    , m_down(new QPushButton(this))
{
    setUpList();
    setUpButtons();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_list);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch();
    layout->addLayout(buttons);
    tell();
}

void ColumnsField::setUpList()
{
    constexpr int rowsSeen = 7;
    m_list->setObjectName(QStringLiteral("columnsListWidget"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setFixedHeight(rowsSeen * (fontMetrics().height() + 8) + 2 * m_list->frameWidth());
    connect(m_list, &QListWidget::itemChanged, this, &ColumnsField::changed);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsField::updateButtons);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] {
        updateButtons();
        Q_EMIT changed();
    });
    m_list->installEventFilter(this);
}

// Before the list takes the arrow for one of its own; a shortcut would come too late.
bool ColumnsField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const QKeySequence key(static_cast<QKeyEvent*>(event)->keyCombination());
        if (key == kUpKey || key == kDownKey) {
            moveCurrent(key == kUpKey ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ColumnsField::setUpButtons()
{
    m_up->setObjectName(QStringLiteral("moveUpPushButton"));
    m_down->setObjectName(QStringLiteral("moveDownPushButton"));
    m_up->setIcon(icon(Glyph::ChevronUp));
    m_down->setIcon(icon(Glyph::ChevronDown));
    for (QPushButton* button : {m_up, m_down}) {
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, button] { moveCurrent(button == m_up ? -1 : 1); });
    }
}

void ColumnsField::setKeys(const std::vector<std::string>& keys)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    FormatOptions options;
    options.columns = ColumnChoice::Own;
    options.ownColumns = keys;
    const std::vector<ColumnName> ticked = columnNames(options);
    options.columns = ColumnChoice::Everything;
    std::vector<ColumnName> all = ticked;
    for (const ColumnName& column : columnNames(options)) {
        const bool isTicked = std::any_of(ticked.begin(), ticked.end(),
                                          [&column](const ColumnName& one) { return one.key == column.key; });
        if (!isTicked) {
            all.push_back(column);
        }
    }
    for (const ColumnName& column : all) {
        auto* const item = new QListWidgetItem(column.name, m_list);
        item->setData(Qt::UserRole,
                      QString::fromLatin1(column.key.data(), static_cast<qsizetype>(column.key.size())));
        // Nothing is dropped onto a row, only between two.
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                       Qt::ItemIsDragEnabled);
        item->setCheckState(m_list->count() <= static_cast<int>(ticked.size()) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    updateButtons();
}

std::vector<std::string> ColumnsField::keys() const
{
    std::vector<std::string> keys;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            keys.push_back(keyOf(*m_list->item(row)));
        }
    }
    return keys;
}

void ColumnsField::moveCurrent(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count()) {
        return;
    }
    // A row is moved to where it is in front of another.
    m_list->model()->moveRow({}, from, {}, by > 0 ? to + 1 : to);
    m_list->scrollToItem(m_list->currentItem());
}

void ColumnsField::updateButtons()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

void ColumnsField::tell()
{
    m_list->setAccessibleName(tr("Columns, in the order of the file"));
    m_up->setText(tr("Up", "moves a column"));
    m_down->setText(tr("Down", "moves a column"));
    m_up->setToolTip(kUpKey.toString(QKeySequence::NativeText));
    m_down->setToolTip(kDownKey.toString(QKeySequence::NativeText));
    const QSignalBlocker blocker(m_list);
    for (const ColumnName& column : columnNames({})) {
        for (int row = 0; row < m_list->count(); ++row) {
            if (keyOf(*m_list->item(row)) == column.key) {
                m_list->item(row)->setText(column.name);
            }
        }
    }
}

void ColumnsField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell();
    }
    QWidget::changeEvent(event);
}

} // namespace leadway
