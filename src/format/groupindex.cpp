#include "format/groupindex.h"

#include "format/filenames.h"

#include <initializer_list>
#include <utility>

namespace leadway
{

namespace
{

// A row goes to its owner, a group or a section, at once, since sorting millions of them at the end would be
// one long step. So it would be for the sections of a group; the index by group alone has them in their
// order.
constexpr const char* kGroupTables = R"(
    CREATE TABLE grouped (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, label BLOB NOT NULL);
    CREATE TABLE section (
        number INTEGER PRIMARY KEY, grouped INTEGER, conversation BLOB, contact BLOB, contactId BLOB,
        channels INTEGER, messages INTEGER, first INTEGER, last INTEGER, UNIQUE (grouped, conversation));
    CREATE INDEX sectionOrder ON section (grouped);
    CREATE TABLE place (
        owner INTEGER, turn INTEGER, segment INTEGER, offset INTEGER, length INTEGER,
        PRIMARY KEY (owner, turn)) WITHOUT ROWID;
    CREATE TABLE name (key BLOB PRIMARY KEY, uses INTEGER) WITHOUT ROWID;
)";

// The first that tells says whom it is with, and all of them from when to when it goes.
constexpr const char* kAddToSection =
    "INSERT INTO section (grouped, conversation, contact, contactId, channels, messages, first, last) "
    "VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6) ON CONFLICT (grouped, conversation) DO UPDATE SET "
    "contact = iif(length(contact) = 0, excluded.contact, contact), "
    "contactId = iif(length(contactId) = 0, excluded.contactId, contactId), "
    "channels = channels | excluded.channels, messages = messages + 1, "
    "first = coalesce(min(first, excluded.first), first, excluded.first), "
    "last = coalesce(max(last, excluded.last), last, excluded.last) RETURNING number";

} // namespace

Result<std::unique_ptr<GroupIndex>> GroupIndex::create(const QString& path, SortOrder order)
{
    auto database = Database::createScratch(path, kGroupTables);
    if (!database) {
        return database.error();
    }
    std::unique_ptr<GroupIndex> index(new GroupIndex);
    index->m_database = std::move(*database);
    index->m_order = order;
    if (const auto prepared = index->prepare(); !prepared) {
        return prepared.error();
    }
    return index;
}

Result<void> GroupIndex::prepare()
{
    const std::initializer_list<std::pair<Statement*, const char*>> statements = {
        {&m_find, "SELECT number, label FROM grouped WHERE key = ?1"},
        {&m_insert, "INSERT INTO grouped (key, label) VALUES (?1, ?2) RETURNING number"},
        {&m_label, "UPDATE grouped SET label = ?2 WHERE number = ?1"},
        {&m_add, "INSERT INTO place VALUES (?1, ?2, ?3, ?4, ?5)"},
        {&m_addToSection, kAddToSection},
        {&m_groups, "SELECT number, key, label FROM grouped ORDER BY number"},
        {&m_extent, "SELECT count(*), coalesce(sum(messages), 0) FROM section WHERE grouped = ?1"},
        {&m_sections, "SELECT number, conversation, contact, contactId, channels, messages, first, last "
                      "FROM section INDEXED BY sectionOrder WHERE grouped = ?1 ORDER BY number"},
        {&m_places, "SELECT segment, offset, length FROM place WHERE owner = ?1 ORDER BY turn"},
        {&m_name, "INSERT INTO name VALUES (?1, 1) ON CONFLICT (key) DO UPDATE SET uses = uses + 1 "
                  "RETURNING uses"},
    };
    for (const auto& [statement, sql] : statements) {
        auto prepared = m_database->prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(*prepared);
    }
    return {};
}

// Makes the group of the key the last one, and a new one if there is none.
Result<void> GroupIndex::enter(std::string_view key, std::string_view label)
{
    if (m_last.number != 0 && m_last.key == key) {
        return noteLabel(label);
    }
    m_find.reset();
    m_find.bind(1, key);
    const auto found = m_find.step();
    if (!found) {
        return found.error();
    }
    if (*found) {
        m_last = {m_find.number(0), std::string(key), std::string(m_find.bytes(1))};
        return noteLabel(label);
    }
    m_insert.reset();
    m_insert.bind(1, key);
    m_insert.bind(2, label);
    if (const auto inserted = m_insert.step(); !inserted) {
        return inserted.error();
    }
    m_last = {m_insert.number(0), std::string(key), std::string(label)};
    m_insert.reset();
    return {};
}

Result<void> GroupIndex::noteLabel(std::string_view label)
{
    if (!m_last.label.empty() || label.empty()) {
        return {};
    }
    m_label.reset();
    m_label.bind(1, m_last.number);
    m_label.bind(2, label);
    if (const auto labelled = m_label.step(); !labelled) {
        return labelled.error();
    }
    m_last.label = label;
    return {};
}

Result<void> GroupIndex::addPlace(std::int64_t owner, std::int64_t turn, const SpoolPosition& position)
{
    m_add.reset();
    m_add.bind(1, owner);
    m_add.bind(2, turn);
    m_add.bind(3, static_cast<std::int64_t>(position.segment));
    m_add.bind(4, static_cast<std::int64_t>(position.offset));
    m_add.bind(5, static_cast<std::int64_t>(position.length));
    const auto added = m_add.step();
    return added ? Result<void>() : added.error();
}

Result<void> GroupIndex::add(std::string_view key, std::string_view label, const SpoolPosition& position)
{
    if (const auto entered = enter(key, label); !entered) {
        return entered;
    }
    return addPlace(m_last.number, ++m_added, position);
}

Result<void> GroupIndex::addToSection(std::string_view key, std::string_view label, const Message& message,
                                      const SpoolPosition& position)
{
    if (const auto entered = enter(key, label); !entered) {
        return entered;
    }
    m_addToSection.reset();
    m_addToSection.bind(1, m_last.number);
    m_addToSection.bind(2, std::string_view(message.conversationId));
    m_addToSection.bind(3, std::string_view(message.otherSide()));
    m_addToSection.bind(4, std::string_view(message.contactId));
    m_addToSection.bind(5, static_cast<std::int64_t>(message.channel()));
    if (message.createdAt) {
        m_addToSection.bind(6, *message.createdAt);
    } else {
        m_addToSection.bindNull(6);
    }
    if (const auto stepped = m_addToSection.step(); !stepped) {
        return stepped.error();
    }
    const std::int64_t number = m_addToSection.number(0);
    m_addToSection.reset();
    // The oldest first; what has no date is added last, and stays behind the others.
    ++m_added;
    const bool isTurned = m_order == SortOrder::Descending && message.createdAt;
    return addPlace(number, isTurned ? -m_added : m_added, position);
}

Result<std::optional<GroupIndex::Group>> GroupIndex::nextGroup()
{
    const auto stepped = m_groups.step();
    if (!stepped) {
        return stepped.error();
    }
    if (!*stepped) {
        return std::optional<Group>();
    }
    Group group{m_groups.number(0), std::string(m_groups.bytes(1)), std::string(m_groups.bytes(2))};
    m_read = group.number;
    readPlacesOf(group.number);
    restartSections();
    return std::optional(std::move(group));
}

void GroupIndex::readPlacesOf(std::int64_t owner)
{
    m_places.reset();
    m_places.bind(1, owner);
}

void GroupIndex::restartSections()
{
    m_sections.reset();
    m_sections.bind(1, m_read);
}

Result<FileExtent> GroupIndex::extent()
{
    m_extent.reset();
    m_extent.bind(1, m_read);
    if (const auto stepped = m_extent.step(); !stepped) {
        return stepped.error();
    }
    const FileExtent extent{m_extent.number(1), m_extent.number(0)};
    m_extent.reset();
    return extent;
}

Result<std::optional<Section>> GroupIndex::nextSection()
{
    const auto stepped = m_sections.step();
    if (!stepped) {
        return stepped.error();
    }
    if (!*stepped) {
        return std::optional<Section>();
    }
    const auto moment = [this](int column) {
        return m_sections.isNull(column) ? std::nullopt : std::optional<Msecs>(m_sections.number(column));
    };
    Section section;
    section.number = m_sections.number(0);
    section.conversation = m_sections.bytes(1);
    section.contact = m_sections.bytes(2);
    section.contactId = m_sections.bytes(3);
    section.channels = Channels::fromInt(static_cast<Channels::Int>(m_sections.number(4)));
    section.messages = m_sections.number(5);
    section.first = moment(6);
    section.last = moment(7);
    readPlacesOf(section.number);
    return std::optional(std::move(section));
}

Result<std::optional<SpoolPosition>> GroupIndex::next()
{
    const auto stepped = m_places.step();
    if (!stepped) {
        return stepped.error();
    }
    if (!*stepped) {
        return std::optional<SpoolPosition>();
    }
    SpoolPosition position;
    position.segment = static_cast<std::uint32_t>(m_places.number(0));
    position.offset = static_cast<std::uint64_t>(m_places.number(1));
    position.length = static_cast<std::uint32_t>(m_places.number(2));
    return std::optional(position);
}

Result<std::int64_t> GroupIndex::usesOf(const QString& name)
{
    const std::string key = nameKey(name).toStdString();
    m_name.reset();
    m_name.bind(1, std::string_view(key));
    const auto stepped = m_name.step();
    if (!stepped) {
        return stepped.error();
    }
    const std::int64_t uses = m_name.number(0);
    m_name.reset();
    return uses;
}

Result<QString> GroupIndex::uniqueName(const QString& name)
{
    QString candidate = name;
    for (;;) {
        const auto uses = usesOf(candidate);
        if (!uses) {
            return uses.error();
        }
        if (*uses == 1) {
            return candidate;
        }
        const auto asked = candidate == name ? uses : usesOf(name); // so that the number grows every time
        if (!asked) {
            return asked.error();
        }
        candidate = numbered(name, *asked);
    }
}

} // namespace leadway
