#include "app/crmlink.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace leadway
{

namespace
{

bool looksLikeId(const QString& text)
{
    constexpr qsizetype shortest = 15; // longer than every word of an address
    return text.size() >= shortest && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
           });
}

// The first id after one of the words, with at most one other word between them.
QString idAfter(const QStringList& parts, std::initializer_list<QLatin1String> words)
{
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isWord = std::any_of(words.begin(), words.end(), [&](QLatin1String word) {
            return parts[i].compare(word, Qt::CaseInsensitive) == 0;
        });
        for (qsizetype next = i + 1; isWord && next < std::min(i + 3, parts.size()); ++next) {
            if (looksLikeId(parts[next])) {
                return parts[next];
            }
        }
    }
    return {};
}

} // namespace

CrmLink readCrmLink(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.contains(u'/')) {
        return {};
    }
    const bool hasScheme = trimmed.contains(QStringLiteral("://"));
    const QUrl url(hasScheme ? trimmed : QStringLiteral("https://") + trimmed);
    CrmLink link;
    if (!url.isValid() || url.host().isEmpty()) {
        return link;
    }
    // Some pages of the CRM keep their path behind a '#'.
    const QString path = url.path() + u'/' + url.fragment();
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    link.host = url.host();
    link.locationId = idAfter(parts, {QLatin1String("location"), QLatin1String("locations")});
    link.contactId = idAfter(parts, {QLatin1String("contacts"), QLatin1String("customers")});
    link.conversationId = idAfter(parts, {QLatin1String("conversations")});
    return link;
}

QUrl crmAddress(const QString& host, const QString& locationId, const QString& contactId,
                const QString& conversationId)
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    const QString page = conversationId.isEmpty()
                             ? QStringLiteral("contacts/detail/") + contactId
                             : QStringLiteral("conversations/conversations/") + conversationId;
    url.setPath(QStringLiteral("/v2/location/%1/%2").arg(locationId, page));
    return url;
}

} // namespace leadway
