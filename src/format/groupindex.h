#pragma once

#include "core/result.h"
#include "core/spool.h"
#include "format/database.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace leadway
{

/// An index on disk of which messages belong to one file, for an export into many: it keeps a place a message
/// and a key a group, so that memory stays flat for a hundred thousand conversations. First add all, then
/// read group by group. Lives in one file of the spool's folder; belongs to one thread.
class GroupIndex
{
public:
    struct Group {
        std::int64_t number = 0; ///< from 1, in the order in which they were met
        std::string key;
        std::string label; ///< the first one that was not empty
    };

    static Result<std::unique_ptr<GroupIndex>> create(const QString& path);

    Result<void> add(std::string_view key, std::string_view label, const SpoolPosition& position);

    /// The next group; nothing at the end.
    Result<std::optional<Group>> nextGroup();
    /// The next message of that group, in the order of the adding; nothing at its end.
    Result<std::optional<SpoolPosition>> next();

    /// The name, or the name with a number behind it if it was given away before: no two are equal, nor such
    /// that some file system takes them for one.
    Result<QString> uniqueName(const QString& name);

private:
    GroupIndex() = default;
    Result<void> prepare();
    Result<void> enter(std::string_view key, std::string_view label);
    /// How often the name has been asked for, this time included.
    Result<std::int64_t> usesOf(const QString& name);

    std::unique_ptr<Database> m_database;
    Statement m_find;
    Statement m_insert;
    Statement m_label;
    Statement m_add;
    Statement m_groups;
    Statement m_places;
    Statement m_name;
    Group m_last; // whose key came last: often the next one's too
    std::int64_t m_turn = 0;
};

} // namespace leadway
