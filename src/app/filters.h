#pragma once

#include "app/datechoice.h"
#include "core/messagequery.h"
#include "fetch/rangeplanner.h"

#include <QDate>
#include <QTimeZone>
#include <QVariantMap>

namespace leadway
{

/// What is ticked and typed in the form: days as days, so that they mean the same in another time zone, and
/// texts as they stand, faults included. A value; what the settings remember for each account.
struct Filters {
    Channels channels = allChannels();
    DateChoice dates = DateChoice::Last30Days;
    QDate from; ///< of OtherDates, both included
    QDate to;
    QString contactId;
    QString conversationId;
    MessageFilter more; ///< what is looked at here
    SortOrder sortOrder = SortOrder::Descending;
    SortBy sortBy = SortBy::CreatedAt;
    int limit = kLargestLimit;
    int lanes = 0; ///< requests at a time, up to kMostLanes; 0: as many as are of use

    bool operator==(const Filters&) const = default;
};

/// All messages of the last 30 days, which other dates begin with too.
Filters usualFilters(QDate today);

/// What they mean on a day. Pure.
MessageQuery queryOf(const Filters& filters, const QString& locationId, const QTimeZone& zone, QDate today);

/// For the settings. What cannot be understood when it is read falls back to `usual`, field by field.
QVariantMap toVariantMap(const Filters& filters);
Filters filtersFrom(const QVariantMap& map, const Filters& usual);

} // namespace leadway
