#include "format/messageindex.h"

#include "format/database.h"

#include <limits>
#include <utility>

namespace leadway
{

namespace
{

constexpr const char* kMessageTable = R"(
    CREATE TABLE message (
        id BLOB PRIMARY KEY, key INTEGER, version INTEGER,
        segment INTEGER, offset INTEGER, length INTEGER) WITHOUT ROWID;
)";

constexpr const char* kAdd = R"(
    INSERT INTO message VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (id) DO UPDATE SET
        key = excluded.key, version = excluded.version,
        segment = excluded.segment, offset = excluded.offset, length = excluded.length
    WHERE excluded.version > version
)";

constexpr const char* kAscending =
    "SELECT segment, offset, length FROM message ORDER BY key IS NULL, key, id";
constexpr const char* kDescending =
    "SELECT segment, offset, length FROM message "
    "ORDER BY key IS NULL, key DESC, CASE WHEN key IS NULL THEN id END, id DESC";

} // namespace

struct MessageIndex::Private {
    std::unique_ptr<Database> database;
    Statement add;
    Statement select;
};

MessageIndex::MessageIndex(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

MessageIndex::~MessageIndex() = default;

Result<std::unique_ptr<MessageIndex>> MessageIndex::create(const QString& path)
{
    auto database = Database::createScratch(path, kMessageTable);
    if (!database) {
        return database.error();
    }
    auto add = (*database)->prepare(kAdd);
    if (!add) {
        return add.error();
    }
    auto priv = std::make_unique<Private>();
    priv->database = std::move(*database);
    priv->add = std::move(*add);
    return std::unique_ptr<MessageIndex>(new MessageIndex(std::move(priv)));
}

Result<void> MessageIndex::add(const MessageHead& head, SortBy sortBy, const SpoolPosition& position)
{
    Statement& add = d->add;
    add.reset();
    add.bind(1, std::string_view(head.id));
    if (const auto key = sortKey(head, sortBy)) {
        add.bind(2, std::int64_t{*key});
    } else {
        add.bindNull(2);
    }
    add.bind(3, std::int64_t{head.updatedAt.value_or(std::numeric_limits<Msecs>::min())});
    add.bind(4, std::int64_t{position.segment});
    add.bind(5, static_cast<std::int64_t>(position.offset));
    add.bind(6, std::int64_t{position.length});
    const auto added = add.step();
    return added ? Result<void>() : added.error();
}

Result<void> MessageIndex::sort(SortOrder order)
{
    auto select = d->database->prepare(order == SortOrder::Ascending ? kAscending : kDescending);
    if (!select) {
        return select.error();
    }
    d->select = std::move(*select);
    return {};
}

Result<std::optional<SpoolPosition>> MessageIndex::next()
{
    const auto stepped = d->select.step();
    if (!stepped) {
        return stepped.error();
    }
    if (!*stepped) {
        return std::optional<SpoolPosition>();
    }
    SpoolPosition position;
    position.segment = static_cast<std::uint32_t>(d->select.number(0));
    position.offset = static_cast<std::uint64_t>(d->select.number(1));
    position.length = static_cast<std::uint32_t>(d->select.number(2));
    return std::optional(position);
}

} // namespace leadway
