#pragma once

#include "app/overview.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <vector>

namespace leadway
{

/// An Overview in numbers: a row for each day or month, one for the messages without a date if there are any,
/// and the sums; a column for each channel that has messages, and the sums. Owned by its table; the window's
/// thread.
class CountsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The same text as a spreadsheet takes it: a day as 2025-03-28, a number without separators.
    static constexpr int kCopyRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setOverview(const Overview& overview, const QLocale& locale);
    /// The bar that a row stands for; -1 for the last rows.
    int barOf(int row) const { return row < barCount() ? row : -1; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int barCount() const { return static_cast<int>(m_overview.bars.size()); }
    int rows() const { return barCount() + (m_overview.undated.total() > 0 ? 2 : 1); }
    bool isSum(int row) const { return row == rows() - 1; }
    const ChannelCounts& countsOf(int row) const;
    QString nameOf(int row, bool isCopy) const;
    QString countAt(int row, int column, bool isCopy) const;

    Overview m_overview;
    QLocale m_locale;
    std::vector<Channel> m_channels;
};

} // namespace leadway
