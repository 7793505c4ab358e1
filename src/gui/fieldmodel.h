#pragma once

#include "app/messagedetails.h"

#include <QAbstractTableModel>

namespace leadway
{

/// The fields of a message for their table. Owned by it; the window's thread.
class FieldModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Value };
    static constexpr int kColumns = 2;

    using QAbstractTableModel::QAbstractTableModel;

    void setFields(const QList<Fact>& fields);
    /// The headers have other words now.
    void translate();
    const Fact& field(int row) const { return m_fields[row]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Fact> m_fields;
};

} // namespace leadway
