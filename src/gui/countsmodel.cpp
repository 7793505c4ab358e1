#include "gui/countsmodel.h"

#include "app/wording.h"
#include "app/wordingoverview.h"
#include "format/countwords.h"
#include "format/words.h"

#include <QFont>

namespace leadway
{

void CountsModel::setOverview(const Overview& overview, const QLocale& locale)
{
    std::vector<Channel> channels;
    for (const Channel channel : kEveryChannel) {
        if (overview.all.of(channel) > 0) {
            channels.push_back(channel);
        }
    }
    const int before = rows();
    const bool hadUndated = m_overview.undated.total() > 0;
    const bool isSameForm = channels == m_channels && overview.bars.size() == m_overview.bars.size() &&
                            hadUndated == (overview.undated.total() > 0);
    if (!isSameForm) {
        beginResetModel();
    }
    m_overview = overview;
    m_locale = locale;
    m_channels = std::move(channels);
    if (!isSameForm) {
        endResetModel();
        return;
    }
    Q_EMIT dataChanged(index(0, 0), index(before - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int CountsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : rows();
}

int CountsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_channels.size()) + 2;
}

const ChannelCounts& CountsModel::countsOf(int row) const
{
    if (isSum(row)) {
        return m_overview.all;
    }
    return row < barCount() ? m_overview.bars[static_cast<std::size_t>(row)].counts : m_overview.undated;
}

QString CountsModel::nameOf(int row, bool isCopy) const
{
    if (isSum(row)) {
        return totalWord();
    }
    if (row >= barCount()) {
        return undatedWord();
    }
    const Overview::Bar& bar = m_overview.bars[static_cast<std::size_t>(row)];
    if (isCopy && m_overview.span == BarSpan::Day) {
        return bar.first.toString(Qt::ISODate);
    }
    const QString days = wording::barDays(bar, m_overview.span, m_locale);
    switch (bar.loaded) {
    case Overview::Loaded::All:
        break;
    case Overview::Loaded::Part:
        return tr("%1 (loaded in part)", "some days").arg(days);
    case Overview::Loaded::None:
        return tr("%1 (not loaded yet)", "some days").arg(days);
    }
    return days;
}

QString CountsModel::countAt(int row, int column, bool isCopy) const
{
    const int bar = barOf(row);
    if (bar >= 0 && m_overview.bars[static_cast<std::size_t>(bar)].loaded == Overview::Loaded::None) {
        return {}; // nobody knows
    }
    const ChannelCounts& counts = countsOf(row);
    const bool isTotal = column == columnCount() - 1;
    const qint64 count =
        isTotal ? counts.total() : counts.of(m_channels[static_cast<std::size_t>(column - 1)]);
    return isCopy ? QString::number(count) : wording::number(count, m_locale);
}

QVariant CountsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case kCopyRole:
        return index.column() == 0 ? nameOf(index.row(), role == kCopyRole)
                                   : countAt(index.row(), index.column(), role == kCopyRole);
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter |
                                (index.column() == 0 ? Qt::AlignLeading : Qt::AlignTrailing));
    case Qt::FontRole:
        if (isSum(index.row())) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant CountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeading : Qt::AlignTrailing));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (section == 0) {
        return spanWord(m_overview.span);
    }
    return section == columnCount() - 1 ? totalWord()
                                        : channelWord(m_channels[static_cast<std::size_t>(section - 1)]);
}

} // namespace leadway
