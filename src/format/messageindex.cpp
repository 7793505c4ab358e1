#include "format/messageindex.h"

#include "core/fileerror.h"

#include <QDir>
#include <QFile>

#include <limits>
#include <sqlite3.h>

namespace leadway
{

namespace
{

// The file is thrown away after the run, so nothing has to survive a crash. The cache stays at 8 MiB.
constexpr const char* kSetUp = R"(
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -8192;
    PRAGMA temp_store = FILE;
    CREATE TABLE message (
        id BLOB PRIMARY KEY, key INTEGER, version INTEGER,
        segment INTEGER, offset INTEGER, length INTEGER) WITHOUT ROWID;
    BEGIN;
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
    struct CloseDatabase {
        void operator()(sqlite3* opened) const { sqlite3_close(opened); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    std::unique_ptr<sqlite3, CloseDatabase> database;
    Statement add;
    Statement select;

    Error error() const
    {
        Error error;
        error.kind = ErrorKind::SpoolNotKept;
        error.detail = QString::fromUtf8(sqlite3_errmsg(database.get()));
        return error;
    }

    Result<void> prepare(const char* sql, Statement& statement) const
    {
        sqlite3_stmt* prepared = nullptr;
        if (sqlite3_prepare_v2(database.get(), sql, -1, &prepared, nullptr) != SQLITE_OK) {
            return error();
        }
        statement.reset(prepared);
        return {};
    }
};

MessageIndex::MessageIndex(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

MessageIndex::~MessageIndex() = default;

Result<std::unique_ptr<MessageIndex>> MessageIndex::create(const QString& path)
{
    // Made here first, so that it is readable by this user alone.
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Truncate, QFile::ReadOwner | QFile::WriteOwner)) {
        return Error{ErrorKind::SpoolNotKept, 0, fileError(file).detail, {}};
    }
    file.close();
    auto priv = std::make_unique<Private>();
    sqlite3* database = nullptr;
    const int opened = sqlite3_open(path.toUtf8().constData(), &database);
    priv->database.reset(database);
    if (opened != SQLITE_OK || sqlite3_exec(database, kSetUp, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return priv->error();
    }
    if (const auto prepared = priv->prepare(kAdd, priv->add); !prepared) {
        return prepared.error();
    }
    return std::unique_ptr<MessageIndex>(new MessageIndex(std::move(priv)));
}

Result<void> MessageIndex::add(const MessageHead& head, SortBy sortBy, const SpoolPosition& position)
{
    sqlite3_stmt* const add = d->add.get();
    sqlite3_reset(add);
    sqlite3_bind_blob(add, 1, head.id.data(), static_cast<int>(head.id.size()), SQLITE_STATIC);
    if (const auto key = sortKey(head, sortBy)) {
        sqlite3_bind_int64(add, 2, *key);
    } else {
        sqlite3_bind_null(add, 2);
    }
    sqlite3_bind_int64(add, 3, head.updatedAt.value_or(std::numeric_limits<Msecs>::min()));
    sqlite3_bind_int64(add, 4, position.segment);
    sqlite3_bind_int64(add, 5, static_cast<qint64>(position.offset));
    sqlite3_bind_int64(add, 6, position.length);
    if (sqlite3_step(add) != SQLITE_DONE) {
        return d->error();
    }
    return {};
}

Result<void> MessageIndex::sort(SortOrder order)
{
    return d->prepare(order == SortOrder::Ascending ? kAscending : kDescending, d->select);
}

Result<std::optional<SpoolPosition>> MessageIndex::next()
{
    sqlite3_stmt* const select = d->select.get();
    const int stepped = sqlite3_step(select);
    if (stepped == SQLITE_DONE) {
        return std::optional<SpoolPosition>();
    }
    if (stepped != SQLITE_ROW) {
        return d->error();
    }
    SpoolPosition position;
    position.segment = static_cast<std::uint32_t>(sqlite3_column_int64(select, 0));
    position.offset = static_cast<std::uint64_t>(sqlite3_column_int64(select, 1));
    position.length = static_cast<std::uint32_t>(sqlite3_column_int64(select, 2));
    return std::optional(position);
}

} // namespace leadway
