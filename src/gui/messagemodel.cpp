#include "gui/messagemodel.h"

#include "app/wording.h"
#include "format/words.h"
#include "gui/tooltip.h"

#include <utility>

namespace leadway
{

namespace
{

using Column = MessageModel::Column;

Column columnOf(const QModelIndex& index)
{
    return static_cast<Column>(index.column());
}

bool isFailure(const QString& status)
{
    constexpr const char* failures[] = {"failed", "undelivered", "bounced"};
    return std::any_of(std::begin(failures), std::end(failures), [&status](const char* failure) {
        return status.compare(QLatin1String(failure), Qt::CaseInsensitive) == 0;
    });
}

const QString& statusOf(const PreviewRow& row)
{
    return row.channel == Channel::Call && row.status.isEmpty() ? row.callStatus : row.status;
}

} // namespace

MessageModel::MessageModel(const QTimeZone& zone, QObject* parent)
    : QAbstractTableModel(parent)
    , m_zone(zone)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &MessageModel::showGathered);
    connect(&m_leave, &QTimer::timeout, this, &MessageModel::freeSome);
}

void MessageModel::clear()
{
    beginResetModel();
    m_leaving.push_back(std::exchange(m_rows, PreviewRows()));
    m_leave.start(0);
    m_order = RowOrder();
    m_pause.stop();
    m_isNewlyNamed = false;
    m_canLoadMore = false;
    endResetModel();
}

void MessageModel::freeSome()
{
    if (!m_leaving.back().shrink()) {
        m_leaving.pop_back();
    }
    if (m_leaving.empty()) {
        m_leave.stop();
    }
}

void MessageModel::append(const QList<PreviewRow>& rows)
{
    for (const PreviewRow& row : rows) {
        m_isNewlyNamed = m_rows.append(row) || m_isNewlyNamed;
    }
    if (!m_pause.isActive()) {
        showGathered();
    }
}

void MessageModel::showGathered()
{
    const int before = m_order.size();
    if (!isGathering()) {
        return;
    }
    int dated = before; // where those that are among the dated end
    while (m_order.dated() == before && dated < m_rows.size() && m_rows.createdAt(dated)) {
        ++dated;
    }
    insert(m_order.isTurned() ? 0 : before, dated - before);
    insert(dated, m_rows.size() - dated);
    if (std::exchange(m_isNewlyNamed, false) && before > 0) {
        const int column = static_cast<int>(Column::Contact);
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
    }
    m_pause.start();
}

void MessageModel::insert(int row, int count)
{
    if (count == 0) {
        return;
    }
    beginInsertRows({}, row, row + count - 1);
    for (int left = count; left > 0; --left) {
        m_order.add(m_rows.createdAt(m_order.size()).has_value());
    }
    endInsertRows();
}

void MessageModel::turn()
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    m_order.turn();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& each : before) {
        after.append(index(m_order.mirrored(each.row()), each.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void MessageModel::setToday(QDate today)
{
    m_today = today;
    tellAllChanged();
}

void MessageModel::setLocale(const QLocale& locale)
{
    m_locale = locale;
    tellAllChanged();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
}

void MessageModel::tellAllChanged()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

int MessageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_order.size();
}

int MessageModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

bool MessageModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_canLoadMore;
}

void MessageModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        m_canLoadMore = false; // until the rows have come
        Q_EMIT moreWanted();
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (static_cast<Column>(section)) {
    case Column::Date:
        return tr("Date");
    case Column::Channel:
        return tr("Channel");
    case Column::Direction:
        return tr("Direction");
    case Column::Contact:
        return tr("Contact");
    case Column::Text:
        return tr("Message");
    case Column::Status:
        return tr("Status");
    }
    return {};
}

QVariant MessageModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return display(index.row(), columnOf(index));
    }
    if (role == Qt::ToolTipRole &&
        (columnOf(index) == Column::Contact || columnOf(index) == Column::Channel)) {
        // May be too long for its column.
        return plainToolTip(display(index.row(), columnOf(index)));
    }
    return role >= Qt::UserRole ? extra(index.row(), columnOf(index), role) : QVariant();
}

QDateTime MessageModel::localTime(int row) const
{
    const std::optional<Msecs> when = m_rows.createdAt(m_order.numberAt(row));
    return when ? QDateTime::fromMSecsSinceEpoch(*when, m_zone) : QDateTime();
}

QString MessageModel::display(int row, Column column) const
{
    const PreviewRow message = this->row(row);
    switch (column) {
    case Column::Date: {
        const QDateTime local = localTime(row);
        return local.isValid()
                   ? tr("%1 %2", "day and time")
                         .arg(dayWord(local.date()), m_locale.toString(local.time(), QLocale::ShortFormat))
                   : tr("No date");
    }
    case Column::Channel:
        return wording::kind(message);
    case Column::Direction:
        return message.isInbound    ? directionWord("inbound")
               : message.isOutbound ? directionWord("outbound")
                                    : QString();
    case Column::Contact:
        return wording::contactName(message);
    case Column::Text:
        return message.subject.isEmpty()
                   ? wording::previewText(message)
                   : tr("%1 %2", "subject and text").arg(message.subject, wording::previewText(message));
    case Column::Status:
        return statusWord(statusOf(message).toStdString());
    }
    return {};
}

QVariant MessageModel::extra(int row, Column column, int role) const
{
    const PreviewRow message = this->row(row);
    const QDateTime local = localTime(row);
    switch (role) {
    case DayRole:
        return local.isValid() ? dayWord(local.date()) : tr("No date");
    case TimeRole:
        return local.isValid() ? m_locale.toString(local.time(), QLocale::ShortFormat) : QString();
    case IsFirstOfDayRole:
        return row == 0 || localTime(row - 1).date() != local.date();
    case GlyphRole: {
        Glyph glyph = Glyph::None;
        if (column == Column::Channel) {
            glyph = glyphOf(message.channel);
        } else if (column == Column::Direction && (message.isInbound || message.isOutbound)) {
            glyph = message.isInbound ? Glyph::Received : Glyph::Sent;
        } else if (column == Column::Status && isFailure(statusOf(message))) {
            glyph = Glyph::Warning;
        }
        return static_cast<int>(glyph);
    }
    case SubjectRole:
        return message.subject;
    case TextRole:
        return wording::previewText(message);
    case IsQuietRole:
        if (column == Column::Channel) {
            return message.channel == Channel::Other;
        }
        if (column == Column::Contact) {
            return message.contact.isEmpty();
        }
        return message.text.isEmpty() || !message.subject.isEmpty() || message.channel == Channel::Other;
    case HasAttachmentsRole:
        return message.hasAttachments;
    case IsFailedRole:
        return isFailure(statusOf(message));
    default:
        return {};
    }
}

QString MessageModel::dayWord(QDate day) const
{
    if (day == m_today) {
        return tr("Today");
    }
    if (day == m_today.addDays(-1)) {
        return tr("Yesterday");
    }
    const bool isThisYear = day.year() == m_today.year();
    return m_locale.toString(day, isThisYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

} // namespace leadway
