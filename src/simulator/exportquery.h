#pragma once

#include "simulator/behaviour.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>
#include <tuple>

namespace leadway::simulator
{

/// What a request to the endpoint asks for, understood.
struct ExportQuery {
    QByteArray channel;
    QByteArray contactId;
    QByteArray conversationId;
    std::optional<qint64> begin; ///< startDate
    std::optional<qint64> end;   ///< endDate
    bool byUpdated = false;
    bool ascending = false;
    bool nothing = false; ///< dates as epoch milliseconds: the service finds no rows
    int limit = 100;
    QByteArray cursor;

    /// Whether a cursor of the one may be used with the other.
    bool sameWalk(const ExportQuery& other) const
    {
        const auto key = [](const ExportQuery& q) {
            return std::tie(q.channel, q.contactId, q.conversationId, q.begin, q.end, q.byUpdated,
                            q.ascending, q.nothing);
        };
        return key(*this) == key(other);
    }
};

/// Reads the query items; fills `faults` with what the service would list in a 422.
ExportQuery readQuery(const QMap<QByteArray, QByteArray>& items, const Behaviour& behaviour,
                      QList<QByteArray>& faults);

} // namespace leadway::simulator
