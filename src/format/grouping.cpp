#include "format/grouping.h"

#include "format/filenames.h"

#include <QCoreApplication>

namespace leadway
{

namespace
{

struct GroupName {
    Q_DECLARE_TR_FUNCTIONS(leadway::GroupName)
};

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Who it is with, and the end of its id, by which it can be told from others with the same.
QString conversationName(const QString& id, const QString& contact)
{
    constexpr qsizetype enough = 5;
    constexpr qsizetype longestContact = 80;
    const QString end = harmless(id).right(enough);
    const QString who = shortened(harmless(contact), longestContact);
    return who.isEmpty() ? GroupName::tr("Conversation %1").arg(end) : who + QStringLiteral(" – ") + end;
}

} // namespace

Grouping::Grouping(const FormatOptions& options)
    : m_split(options.files)
    , m_zone(options.zone)
{
}

std::string_view Grouping::keyOf(const Message& message)
{
    switch (m_split) {
    case FileSplit::PerConversation:
        return message.conversationId;
    case FileSplit::PerMonth:
        return message.createdAt ? monthOf(*message.createdAt) : std::string_view();
    case FileSplit::OneFile:
        break;
    }
    return {};
}

std::string_view Grouping::labelOf(const Message& message) const
{
    return m_split == FileSplit::PerConversation ? std::string_view(message.otherSide()) : std::string_view();
}

// Messages come nearly in order, so the zone is seldom asked.
std::string_view Grouping::monthOf(Msecs when)
{
    if (when < m_begin || when >= m_end) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(when, m_zone).date();
        QDate first(day.year(), day.month(), 1);
        if (when < first.startOfDay(m_zone).toMSecsSinceEpoch()) { // where midnight comes twice
            first = first.addMonths(-1);
        }
        m_begin = first.startOfDay(m_zone).toMSecsSinceEpoch();
        m_end = first.addMonths(1).startOfDay(m_zone).toMSecsSinceEpoch();
        m_month = first.toString(QStringLiteral("yyyy-MM")).toStdString();
    }
    return m_month;
}

QString Grouping::nameOf(std::string_view key, std::string_view label) const
{
    const bool isPerMonth = m_split == FileSplit::PerMonth;
    if (key.empty()) {
        return safeName(isPerMonth ? GroupName::tr("no date") : GroupName::tr("no conversation"));
    }
    return safeName(isPerMonth ? fromUtf8(key) : conversationName(fromUtf8(key), fromUtf8(label)));
}

} // namespace leadway
