#include "format/groupindex.h"

#include "format/filenames.h"

#include <initializer_list>
#include <utility>

namespace leadway
{

namespace
{

// A row goes to its group at once, since sorting millions of them at the end would be one long step.
constexpr const char* kGroupTables = R"(
    CREATE TABLE grouped (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, label BLOB NOT NULL);
    CREATE TABLE place (
        grouped INTEGER, turn INTEGER, segment INTEGER, offset INTEGER, length INTEGER,
        PRIMARY KEY (grouped, turn)) WITHOUT ROWID;
    CREATE TABLE name (key BLOB PRIMARY KEY, uses INTEGER) WITHOUT ROWID;
)";

} // namespace

Result<std::unique_ptr<GroupIndex>> GroupIndex::create(const QString& path)
{
    auto database = Database::createScratch(path, kGroupTables);
    if (!database) {
        return database.error();
    }
    std::unique_ptr<GroupIndex> index(new GroupIndex);
    index->m_database = std::move(*database);
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
        {&m_groups, "SELECT number, key, label FROM grouped ORDER BY number"},
        {&m_places, "SELECT segment, offset, length FROM place WHERE grouped = ?1 ORDER BY turn"},
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
    m_find.reset();
    m_find.bind(1, key);
    const auto found = m_find.step();
    if (!found) {
        return found.error();
    }
    if (*found) {
        m_last = {m_find.number(0), std::string(key), std::string(m_find.bytes(1))};
        return {};
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

Result<void> GroupIndex::add(std::string_view key, std::string_view label, const SpoolPosition& position)
{
    if (m_last.number == 0 || m_last.key != key) {
        if (const auto entered = enter(key, label); !entered) {
            return entered;
        }
    }
    if (m_last.label.empty() && !label.empty()) {
        m_label.reset();
        m_label.bind(1, m_last.number);
        m_label.bind(2, label);
        if (const auto labelled = m_label.step(); !labelled) {
            return labelled.error();
        }
        m_last.label = label;
    }
    m_add.reset();
    m_add.bind(1, m_last.number);
    m_add.bind(2, ++m_turn);
    m_add.bind(3, static_cast<std::int64_t>(position.segment));
    m_add.bind(4, static_cast<std::int64_t>(position.offset));
    m_add.bind(5, static_cast<std::int64_t>(position.length));
    const auto added = m_add.step();
    return added ? Result<void>() : added.error();
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
    m_places.reset();
    m_places.bind(1, group.number);
    return std::optional(std::move(group));
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
