#pragma once

#include "core/message.h"
#include "core/messagequery.h"
#include "core/result.h"
#include "core/spool.h"
#include "format/database.h"
#include "format/filehead.h"
#include "format/section.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace leadway
{

/// An index on disk of which messages belong to one file, for an export into many: it keeps a place a message
/// and a key a group, so that memory stays flat for a hundred thousand conversations. First add all, then
/// read group by group. Where files are to have a section a conversation, a group has those, and messages are
/// read section by section; either all are added to sections or none. Lives in one file of the spool's
/// folder; belongs to one thread.
class GroupIndex
{
public:
    struct Group {
        std::int64_t number = 0; ///< from 1, in the order in which they were met
        std::string key;
        std::string label; ///< the first one that was not empty
    };

    /// `order` is that in which messages will be added; those without a date come last in both.
    static Result<std::unique_ptr<GroupIndex>> create(const QString& path,
                                                      SortOrder order = SortOrder::Ascending);

    Result<void> add(std::string_view key, std::string_view label, const SpoolPosition& position);
    /// Into the section of its conversation.
    Result<void> addToSection(std::string_view key, std::string_view label, const Message& message,
                              const SpoolPosition& position);

    /// The next group; nothing at the end.
    Result<std::optional<Group>> nextGroup();
    /// How much is in that group's sections.
    Result<FileExtent> extent();
    /// Its next section, in the order in which they were met; nothing at the end.
    Result<std::optional<Section>> nextSection();
    /// Begins with its first section again.
    void restartSections();
    /// The next message of that group, in the order of the adding, or of that section, where what was said is
    /// read from its beginning; nothing at its end.
    Result<std::optional<SpoolPosition>> next();

    /// The name, or the name with a number behind it if it was given away before: no two are equal, nor such
    /// that some file system takes them for one.
    Result<QString> uniqueName(const QString& name);

private:
    GroupIndex() = default;
    Result<void> prepare();
    Result<void> enter(std::string_view key, std::string_view label);
    Result<void> noteLabel(std::string_view label);
    Result<void> addPlace(std::int64_t owner, std::int64_t turn, const SpoolPosition& position);
    void readPlacesOf(std::int64_t owner);
    /// How often the name has been asked for, this time included.
    Result<std::int64_t> usesOf(const QString& name);

    std::unique_ptr<Database> m_database;
    Statement m_find;
    Statement m_insert;
    Statement m_label;
    Statement m_add;
    Statement m_addToSection;
    Statement m_groups;
    Statement m_extent;
    Statement m_sections;
    Statement m_places;
    Statement m_name;
    Group m_last;            // whose key came last: often the next one's too
    std::int64_t m_read = 0; // number of the group that is being read
    std::int64_t m_added = 0;
    SortOrder m_order = SortOrder::Ascending;
};

} // namespace leadway
