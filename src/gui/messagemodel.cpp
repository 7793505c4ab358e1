#include "gui/messagemodel.h"

#include "app/wording.h"
#include "format/words.h"
#include "gui/tooltip.h"

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
}

void MessageModel::clear()
{
    beginResetModel();
    m_rows = PreviewRows();
    m_canLoadMore = false;
    endResetModel();
}

void MessageModel::append(const QList<PreviewRow>& rows)
{
    if (rows.isEmpty()) {
        return;
    }
    const int first = m_rows.size();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    bool isNewlyNamed = false;
    for (const PreviewRow& row : rows) {
        isNewlyNamed = m_rows.append(row) || isNewlyNamed;
    }
    endInsertRows();
    if (isNewlyNamed && first > 0) {
        const int column = static_cast<int>(Column::Contact);
        Q_EMIT dataChanged(index(0, column), index(first - 1, column));
    }
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
    if (m_rows.size() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

int MessageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
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
    const std::optional<Msecs> when = m_rows.createdAt(row);
    return when ? QDateTime::fromMSecsSinceEpoch(*when, m_zone) : QDateTime();
}

QString MessageModel::display(int row, Column column) const
{
    const PreviewRow message = m_rows.at(row);
    switch (column) {
    case Column::Date: {
        const QDateTime local = localTime(row);
        return local.isValid()
                   ? tr("%1 %2", "day and time")
                         .arg(dayWord(local.date()), m_locale.toString(local.time(), QLocale::ShortFormat))
                   : tr("No date");
    }
    case Column::Channel:
        return wording::channel(message.channel, message.messageType.toStdString());
    case Column::Direction:
        return message.isInbound    ? directionWord("inbound")
               : message.isOutbound ? directionWord("outbound")
                                    : QString();
    case Column::Contact:
        return contact(message);
    case Column::Text:
        return message.subject.isEmpty()
                   ? text(message)
                   : tr("%1 %2", "subject and text").arg(message.subject, text(message));
    case Column::Status:
        return statusWord(statusOf(message).toStdString());
    }
    return {};
}

QVariant MessageModel::extra(int row, Column column, int role) const
{
    const PreviewRow message = m_rows.at(row);
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
        return text(message);
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

QString MessageModel::contact(const PreviewRow& row)
{
    if (!row.contact.isEmpty() || row.contactId.isEmpty()) {
        return row.contact;
    }
    constexpr qsizetype enough = 5;
    return tr("Contact %1").arg(row.contactId.right(enough));
}

QString MessageModel::text(const PreviewRow& row)
{
    if (row.channel == Channel::Call && row.text.isEmpty()) {
        const QString status = row.callStatus.isEmpty() ? row.status : row.callStatus;
        return wording::call(status.toStdString(), row.callDuration.toStdString());
    }
    return row.text.isEmpty() && row.subject.isEmpty() && !row.hasAttachments
               ? typeWord(row.messageType.toStdString())
               : row.text;
}

} // namespace leadway
