#pragma once

#include "core/messagequery.h"
#include "core/result.h"
#include "core/spool.h"

#include <QString>

#include <memory>
#include <optional>
#include <string_view>

namespace leadway
{

/// An index on disk of messages by id, for what cannot be put in order by reading sorted segments side by
/// side: undated messages, and the order by `dateUpdated`, where a message changed during the walk comes
/// twice, far apart. Keeps one place an id, so memory stays flat whatever the number. First add all, then
/// read in order. Lives in one file of the spool's folder; belongs to one thread.
class MessageIndex
{
public:
    static Result<std::unique_ptr<MessageIndex>> create(const QString& path);
    ~MessageIndex();
    MessageIndex(const MessageIndex&) = delete;
    MessageIndex& operator=(const MessageIndex&) = delete;

    /// Of two messages with one id the later `dateUpdated` stays, else the first added.
    Result<void> add(const MessageHead& head, SortBy sortBy, const SpoolPosition& position);

    /// Ends the adding. Messages come by (key, id), reversed for Descending, the undated ones last by id.
    Result<void> sort(SortOrder order);

    /// The next place; nothing at the end.
    Result<std::optional<SpoolPosition>> next();

private:
    struct Private;
    explicit MessageIndex(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace leadway
