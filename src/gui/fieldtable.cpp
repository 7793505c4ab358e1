#include "gui/fieldtable.h"

#include "gui/colours.h"
#include "gui/fieldmodel.h"
#include "gui/rowtable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kNameWidth = 168;

// Paints a cell in the manner of the table of messages.
class FieldDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isName = index.column() == static_cast<int>(FieldModel::Column::Name);
        if (isSelected) {
            painter->fillRect(option.rect, option.palette.color(QPalette::Normal, QPalette::Highlight));
        }
        constexpr int padding = 8;
        const QRect room =
            QStyle::visualRect(option.direction, option.rect,
                               option.rect.adjusted(isName ? 2 * padding : padding, 0, -padding, 0));
        const Tint tint = isName ? Tint::Secondary : Tint::Text;
        painter->setPen(colour(isSelected ? Tint::OnAccent : tint, option.palette));
        const auto flags = static_cast<int>(Qt::TextSingleLine | Qt::AlignVCenter |
                                            QStyle::visualAlignment(option.direction, Qt::AlignLeft));
        painter->drawText(
            room, flags,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        paintFocus(*painter, option);
    }
};

QString asCell(const QString& text)
{
    const bool isPlain =
        !text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r') && !text.startsWith(u'"');
    return isPlain ? text : u'"' + QString(text).replace(u'"', QLatin1String("\"\"")) + u'"';
}

} // namespace

FieldTable::FieldTable(QWidget* parent)
    : QTableView(parent)
    , m_model(new FieldModel(this))
{
    setModel(m_model);
    setUpRows(*this);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new FieldDelegate(this));
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    setColumnWidth(static_cast<int>(FieldModel::Column::Name), kNameWidth);
}

void FieldTable::setFields(const QList<Fact>& fields)
{
    m_model->setFields(fields);
    scrollToTop();
}

void FieldTable::copySelection() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows)) {
        const Fact& field = m_model->field(row.row());
        lines.append(asCell(field.name) + u'\t' + asCell(field.value));
    }
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    }
}

void FieldTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void FieldTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model->translate();
    }
    QTableView::changeEvent(event);
}

} // namespace leadway
