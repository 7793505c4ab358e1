#include "gui/conversationmodel.h"

#include "gui/messagemodel.h"

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kLookedAtATime = 1 << 16; // rows; a millisecond or two
constexpr int kMoreAtATime = 60;

int columnOf(MessageModel::Column column)
{
    return static_cast<int>(column);
}

} // namespace

ConversationModel::ConversationModel(MessageModel& messages, QObject* parent)
    : QAbstractListModel(parent)
    , m_messages(messages)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ConversationModel::lookOn);
    connect(&m_messages, &QAbstractItemModel::rowsInserted, this, &ConversationModel::look);
    // Before they go: whoever shows a conversation looks once more at what it says.
    connect(&m_messages, &QAbstractItemModel::modelAboutToBeReset, this, &ConversationModel::clear);
    connect(&m_messages, &QAbstractItemModel::dataChanged, this, [this] {
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
        Q_EMIT changed();
    });
}

void ConversationModel::clear()
{
    m_timer.stop();
    m_number = -1;
    beginResetModel();
    m_shown.clear();
    m_next.clear();
    m_shownNumber = -1;
    m_first = 0;
    m_end = 0;
    m_texts.clear();
    m_expected.clear();
    endResetModel();
    Q_EMIT changed();
}

void ConversationModel::select(int number)
{
    if (number < 0) {
        if (m_number >= 0) {
            clear();
        }
        return;
    }
    m_number = number;
    look();
}

void ConversationModel::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    look();
}

void ConversationModel::look()
{
    if (!m_isSeen || m_number < 0) {
        m_timer.stop();
        return;
    }
    const PreviewSnapshot& rows = m_messages.snapshot();
    if (!m_next.isOf(rows, m_number)) {
        m_next.begin(rows, m_number);
    }
    mark(); // at once, whatever else is to be found
    m_timer.start();
}

void ConversationModel::lookOn()
{
    if (m_next.lookOn(m_messages.snapshot(), m_messages.rowCount(), kLookedAtATime)) {
        m_timer.start();
    } else {
        adopt();
    }
}

// The selected message, if it is among those that are there.
bool ConversationModel::mark()
{
    if (rowOf(m_number) < 0) {
        return false;
    }
    if (const int before = markedRow(); m_shownNumber != m_number) {
        m_shownNumber = m_number;
        for (const int row : {before, markedRow()}) {
            if (row >= 0) {
                Q_EMIT dataChanged(index(row), index(row));
            }
        }
        Q_EMIT changed();
    }
    return true;
}

// Shows what was found.
void ConversationModel::adopt()
{
    const int place = m_next.placeOf(m_number);
    const bool isOfContact = m_shown.placeOf(m_number) >= 0;
    const bool isNothingNew = isOfContact && m_shown.size() == m_next.size();
    if (place < 0 || (isNothingNew && mark())) {
        return;
    }
    const int first = m_end > m_first ? m_shown.numberAt(m_first) : -1;
    const int last = m_end > m_first ? m_shown.numberAt(m_end - 1) : -1;
    const bool wasAtStart = !hasMoreBefore();
    const bool wasAtEnd = !hasMoreAfter();
    beginResetModel();
    m_shown = m_next;
    m_shownNumber = m_number;
    if (isOfContact && first >= 0) {
        follow(first, last, wasAtStart, wasAtEnd);
    } else {
        m_texts.clear();
        m_expected.clear();
        m_first = 0;
        m_end = 0;
    }
    if (place < m_first || place >= m_end) {
        centre();
    }
    endResetModel();
    Q_EMIT changed();
}

// The same messages as before, and at an end that was in sight those that have come there.
void ConversationModel::follow(int first, int last, bool wasAtStart, bool wasAtEnd)
{
    const int one = m_shown.placeOf(first);
    const int other = m_shown.placeOf(last);
    m_first = std::min(one, other);
    m_end = std::max(one, other) + 1;
    const int most = std::max(kMost, m_end - m_first);
    if (wasAtStart) {
        m_first = std::max(0, m_end - most);
    }
    if (wasAtEnd) {
        m_end = std::min(m_shown.size(), m_first + most);
    }
}

void ConversationModel::centre()
{
    const int place = m_shown.placeOf(m_number);
    m_first = std::max(0, place - kAround);
    m_end = std::min(m_shown.size(), place + kAround + 1);
}

void ConversationModel::showMore(int row)
{
    const bool isBefore = row == 0 && hasMoreBefore();
    if (numberAt(row) >= 0 || (!isBefore && !hasMoreAfter())) {
        return;
    }
    beginResetModel();
    if (isBefore) {
        m_first = std::max(0, m_first - kMoreAtATime);
        m_end = std::min(m_end, m_first + kMost);
    } else {
        m_end = std::min(m_shown.size(), m_end + kMoreAtATime);
        m_first = std::max(m_first, m_end - kMost);
    }
    endResetModel();
}

QString ConversationModel::contact() const
{
    const int row = m_shownNumber < 0 ? -1 : m_messages.order().rowOf(m_shownNumber);
    return row < 0 ? QString()
                   : m_messages.index(row, columnOf(MessageModel::Column::Contact)).data().toString();
}

int ConversationModel::numberAt(int row) const
{
    const int place = m_first + row - (hasMoreBefore() ? 1 : 0);
    return row >= 0 && place >= m_first && place < m_end ? m_shown.numberAt(place) : -1;
}

int ConversationModel::rowOf(int number) const
{
    const int place = number < 0 ? -1 : m_shown.placeOf(number);
    return place >= m_first && place < m_end ? place - m_first + (hasMoreBefore() ? 1 : 0) : -1;
}

int ConversationModel::tableRow(int place) const
{
    return m_messages.order().rowOf(m_shown.numberAt(place));
}

QString ConversationModel::kindAt(int place) const
{
    return m_messages.index(tableRow(place), columnOf(MessageModel::Column::Channel)).data().toString();
}

QString ConversationModel::dayAt(int place) const
{
    return m_messages.index(tableRow(place), 0).data(MessageModel::DayRole).toString();
}

Bubble ConversationModel::bubbleAt(int row) const
{
    Bubble bubble;
    const int number = numberAt(row);
    if (number < 0) {
        bubble.more = row == 0 && hasMoreBefore()
                          ? tr("Show %n earlier message(s)", nullptr, m_first)
                          : tr("Show %n later message(s)", nullptr, m_shown.size() - m_end);
        bubble.glyph = row == 0 && hasMoreBefore() ? Glyph::ChevronUp : Glyph::ChevronDown;
        return bubble;
    }
    const int place = m_shown.placeOf(number);
    const bool isFirst = place == m_first;
    const PreviewRow message = m_messages.row(tableRow(place));
    const auto column = [&](MessageModel::Column which) {
        return m_messages.index(tableRow(place), columnOf(which));
    };
    bubble.side = message.isInbound    ? Bubble::Side::Theirs
                  : message.isOutbound ? Bubble::Side::Ours
                                       : Bubble::Side::Nobodys;
    const QString day = dayAt(place);
    if (isFirst || day != dayAt(place - 1)) {
        bubble.day = day;
    }
    const QString kind = kindAt(place);
    if (isFirst || !bubble.day.isEmpty() || kind != kindAt(place - 1)) {
        bubble.kind = kind;
    }
    bubble.glyph = glyphOf(message.channel);
    bubble.subject = message.subject;
    bubble.text = m_texts.value(number);
    if (bubble.text.isEmpty()) {
        bubble.text = column(MessageModel::Column::Text).data(MessageModel::TextRole).toString();
        bubble.isQuiet = message.text.isEmpty();
    }
    if (message.hasAttachments) {
        bubble.attachments = tr("With attachments");
    }
    bubble.time = column(MessageModel::Column::Date).data(MessageModel::TimeRole).toString();
    if (column(MessageModel::Column::Status).data(MessageModel::IsFailedRole).toBool()) {
        bubble.failure = column(MessageModel::Column::Status).data().toString();
    }
    bubble.isMarked = number == m_shownNumber;
    return bubble;
}

// Who, when and what, for those who hear it.
QString ConversationModel::told(const Bubble& bubble, int row) const
{
    if (!bubble.more.isEmpty()) {
        return bubble.more;
    }
    const int at = tableRow(m_shown.placeOf(numberAt(row)));
    const auto said = [&](MessageModel::Column column) {
        return m_messages.index(at, columnOf(column)).data().toString();
    };
    QStringList head = {said(MessageModel::Column::Direction), said(MessageModel::Column::Date),
                        said(MessageModel::Column::Channel), bubble.failure};
    head.removeAll(QString());
    QStringList parts = {head.join(QStringLiteral(", ")), bubble.subject, bubble.text, bubble.attachments};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

QList<SpoolPosition> ConversationModel::takeUnread(int first, int last)
{
    QList<SpoolPosition> positions;
    for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row) {
        const int number = numberAt(row);
        const bool isExpected =
            std::any_of(m_expected.cbegin(), m_expected.cend(),
                        [number](const auto& expected) { return expected.second == number; });
        if (number >= 0 && !m_texts.contains(number) && !isExpected) {
            positions.append(m_messages.row(m_messages.order().rowOf(number)).position);
            m_expected.append({positions.constLast(), number});
        }
    }
    return positions;
}

void ConversationModel::takeTexts(const QList<MessageText>& texts)
{
    int first = rowCount();
    int last = -1;
    for (const MessageText& text : texts) {
        const auto found =
            std::find_if(m_expected.cbegin(), m_expected.cend(),
                         [&text](const auto& expected) { return expected.first == text.position; });
        if (found == m_expected.cend()) {
            continue; // of a conversation that was left meanwhile
        }
        const int number = found->second;
        m_expected.erase(found);
        m_texts.insert(number, text.text);
        if (const int row = rowOf(number); row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last >= first) {
        Q_EMIT dataChanged(index(first), index(last));
    }
}

int ConversationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_end - m_first + (hasMoreBefore() ? 1 : 0) + (hasMoreAfter() ? 1 : 0);
}

QVariant ConversationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return told(bubbleAt(index.row()), index.row());
    }
    return {};
}

} // namespace leadway
