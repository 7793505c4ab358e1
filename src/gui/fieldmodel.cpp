#include "gui/fieldmodel.h"

#include "gui/tooltip.h"

namespace leadway
{

void FieldModel::setFields(const QList<Fact>& fields)
{
    beginResetModel();
    m_fields = fields;
    endResetModel();
}

void FieldModel::translate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

int FieldModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Fact& fact = field(index.row());
    const QString& text = index.column() == static_cast<int>(Column::Name) ? fact.name : fact.value;
    // More than any screen is wide, but not the megabytes of a mail.
    constexpr qsizetype enough = 1000;
    switch (role) {
    case Qt::DisplayRole:
        return text.left(enough).simplified();
    case Qt::ToolTipRole:
        return plainToolTip(text);
    default:
        return {};
    }
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    return section == static_cast<int>(Column::Name) ? tr("Field") : tr("Value");
}

} // namespace leadway
