#pragma once

#include "core/messagequery.h"

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <optional>
#include <string>

namespace leadway
{

/// One request to `GET /conversations/messages/export`: its parameters by the endpoint's own names. A value.
struct PageRequest {
    QString locationId;
    QByteArray channel; ///< empty: every type but e-mail
    QString contactId;
    QString conversationId;
    std::optional<Msecs> startDate;
    std::optional<Msecs> endDate;
    SortBy sortBy = SortBy::CreatedAt;
    SortOrder sortOrder = SortOrder::Descending;
    int limit = kLargestLimit;
    std::optional<std::string> cursor;
};

/// The query string, each value percent-encoded (a cursor in base64 has '+', '/' and '=').
QUrlQuery urlQuery(const PageRequest& request);

} // namespace leadway
