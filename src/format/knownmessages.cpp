#include "format/knownmessages.h"

#include "core/fileerror.h"
#include "format/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>
#include <string_view>

namespace leadway
{

namespace
{

// The lock is held until the end, and every commit is on the disk before it counts.
constexpr const char* kOpen = R"(
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = DELETE;
    PRAGMA synchronous = FULL;
    PRAGMA cache_size = -8192;
    PRAGMA temp_store = FILE;
    BEGIN EXCLUSIVE;
    CREATE TABLE IF NOT EXISTS known (
        id BLOB PRIMARY KEY, date INTEGER, isSettled INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS state (
        isSettled INTEGER PRIMARY KEY, location TEXT, watermark INTEGER, path TEXT, bytes INTEGER, sha256 TEXT,
        placedPath TEXT, placedBytes INTEGER, placedSha256 TEXT, wasThere INTEGER, since INTEGER);
    COMMIT;
)";

constexpr const char* kIsKnown = "SELECT 1 FROM known WHERE id = ?1 AND isSettled = 0";
constexpr const char* kNote = "INSERT INTO known VALUES (?1, ?2, 1) ON CONFLICT (id) DO NOTHING";
constexpr const char* kReadState =
    "SELECT location, watermark, path, bytes, sha256, placedPath, placedBytes, "
    "placedSha256, wasThere, since FROM state WHERE isSettled = ?1";
constexpr const char* kWriteState =
    "INSERT OR REPLACE INTO state VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
constexpr const char* kConclude = R"(
    BEGIN;
    UPDATE known SET isSettled = 0 WHERE isSettled = 1;
    DELETE FROM known WHERE date < (SELECT since FROM state WHERE isSettled = 1);
    DELETE FROM state WHERE isSettled = 0;
    UPDATE state SET isSettled = 0;
    COMMIT;
)";
constexpr const char* kUndo = R"(
    BEGIN;
    DELETE FROM known WHERE isSettled = 1;
    DELETE FROM state WHERE isSettled = 1;
    COMMIT;
)";

constexpr const char* kForget = "BEGIN; DELETE FROM known; DELETE FROM state; COMMIT;";

bool isLike(const KnownMessages::LeftFile& file)
{
    if (QFileInfo(file.path).size() != file.bytes) {
        return false;
    }
    QFile present(file.path);
    if (!present.open(QFile::ReadOnly)) {
        return false;
    }
    constexpr qint64 piece = qint64{1} << 20;
    Sha256 hash;
    for (QByteArray bytes = present.read(piece); !bytes.isEmpty(); bytes = present.read(piece)) {
        hash.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
    return hash.hex() == file.sha256;
}

} // namespace

Msecs askedFrom(std::optional<Msecs> watermark)
{
    return watermark ? *watermark - kLookBack.count() : Interval().begin;
}

struct KnownMessages::Private {
    struct CloseDatabase {
        void operator()(sqlite3* opened) const { sqlite3_close(opened); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    struct Settled {
        State after;
        QString locationId;
        LeftFile placed;
        bool wasThere = false; ///< something of that name, before
    };

    QString path;
    QString locationId;
    std::unique_ptr<sqlite3, CloseDatabase> database;
    Statement isKnown;
    Statement note;
    State state;
    State after; // once concluded
    bool isNoting = false;
    bool isSettled = false;

    Error error() const
    {
        switch (sqlite3_errcode(database.get())) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorKind::SavedInUse, 0, {}, {}};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_ERROR: // other tables than ours
            return {ErrorKind::SavedDamaged, 0, QDir::toNativeSeparators(path), {}};
        default:
            return {ErrorKind::SpoolNotKept, 0, QString::fromUtf8(sqlite3_errmsg(database.get())), {}};
        }
    }

    Result<void> execute(const char* sql) const
    {
        if (sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) {
            return {};
        }
        Error failed = error();
        if (sqlite3_get_autocommit(database.get()) == 0) {
            sqlite3_exec(database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        }
        return failed;
    }

    Result<Statement> prepare(const char* sql) const
    {
        sqlite3_stmt* prepared = nullptr;
        if (sqlite3_prepare_v2(database.get(), sql, -1, &prepared, nullptr) != SQLITE_OK) {
            return error();
        }
        return Statement(prepared);
    }

    static void bindText(const Statement& statement, int at, const QByteArray& utf8)
    {
        sqlite3_bind_text(statement.get(), at, utf8.constData(), static_cast<int>(utf8.size()),
                          SQLITE_TRANSIENT);
    }

    static QByteArray text(const Statement& statement, int column)
    {
        return {reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), column)),
                sqlite3_column_bytes(statement.get(), column)};
    }

    static LeftFile fileAt(const Statement& statement, int column)
    {
        return {QString::fromUtf8(text(statement, column)), sqlite3_column_int64(statement.get(), column + 1),
                text(statement, column + 2)};
    }

    // The state that holds, or the one that was only settled.
    Result<std::optional<Settled>> read(bool settled) const
    {
        auto select = prepare(kReadState);
        if (!select) {
            return select.error();
        }
        sqlite3_bind_int(select->get(), 1, settled ? 1 : 0);
        const int stepped = sqlite3_step(select->get());
        if (stepped == SQLITE_DONE) {
            return std::optional<Settled>();
        }
        if (stepped != SQLITE_ROW) {
            return error();
        }
        Settled found;
        found.locationId = QString::fromUtf8(text(*select, 0));
        if (sqlite3_column_type(select->get(), 1) != SQLITE_NULL) {
            found.after.watermark = sqlite3_column_int64(select->get(), 1);
        }
        found.after.file = fileAt(*select, 2);
        found.placed = fileAt(*select, 5);
        found.wasThere = sqlite3_column_int(select->get(), 8) != 0;
        return std::optional(found);
    }
};

KnownMessages::KnownMessages(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

KnownMessages::~KnownMessages()
{
    if (d->isNoting) {
        sqlite3_exec(d->database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Result<std::unique_ptr<KnownMessages>> KnownMessages::open(const QString& path, const QString& locationId)
{
    // Made here first, so that it is readable by this user alone; and so is its journal, which follows it.
    const QString folder = QFileInfo(path).path();
    constexpr auto ownerAlone = QFile::ReadOwner | QFile::WriteOwner;
    if (!QFileInfo::exists(folder)) {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, ownerAlone | QFile::ExeOwner);
    }
    QFile file(path);
    if (!file.open(QFile::ReadWrite, ownerAlone)) {
        return Error{ErrorKind::SpoolNotKept, 0, fileError(file).detail, {}};
    }
    file.close();
    auto priv = std::make_unique<Private>();
    priv->path = path;
    sqlite3* database = nullptr;
    const int opened = sqlite3_open(path.toUtf8().constData(), &database);
    priv->database.reset(database);
    if (opened != SQLITE_OK) {
        return priv->error();
    }
    std::unique_ptr<KnownMessages> known(new KnownMessages(std::move(priv)));
    if (const auto ready = known->setUp(locationId); !ready) {
        return ready.error();
    }
    return known;
}

void KnownMessages::remove(const QString& path)
{
    QFile::remove(path);
    QFile::remove(path + QStringLiteral("-journal"));
}

Result<void> KnownMessages::setUp(const QString& locationId)
{
    if (const auto made = d->execute(kOpen); !made) {
        return made;
    }
    auto isKnown = d->prepare(kIsKnown);
    auto note = d->prepare(kNote);
    if (!isKnown || !note) {
        return (isKnown ? note : isKnown).error();
    }
    d->isKnown = std::move(*isKnown);
    d->note = std::move(*note);
    d->locationId = locationId;
    return recover();
}

Result<void> KnownMessages::recover()
{
    const auto settled = d->read(true);
    if (!settled) {
        return settled.error();
    }
    if (*settled) {
        // A name that was free and is taken by now is our file, whatever somebody has done to it since. One
        // that was taken tells by what is in it; if it is neither as before nor as it was to be, what would
        // have been in it is rather handed out twice than never.
        const LeftFile& placed = (*settled)->placed;
        const bool isInPlace =
            placed.path.isEmpty() || ((*settled)->wasThere ? isLike(placed) : QFileInfo::exists(placed.path));
        if (const auto decided = d->execute(isInPlace ? kConclude : kUndo); !decided) {
            return decided;
        }
    }
    const auto state = d->read(false);
    if (!state) {
        return state.error();
    }
    if (*state && (*state)->locationId != d->locationId) {
        return d->execute(kForget);
    }
    d->state = *state ? (*state)->after : State();
    return {};
}

const KnownMessages::State& KnownMessages::state() const
{
    return d->state;
}

Result<bool> KnownMessages::isKnown(const Message& message)
{
    if (d->state.watermark && message.createdAt && *message.createdAt < askedFrom(d->state.watermark)) {
        return true;
    }
    sqlite3_stmt* const select = d->isKnown.get();
    sqlite3_reset(select);
    sqlite3_bind_blob(select, 1, message.id.data(), static_cast<int>(message.id.size()), SQLITE_STATIC);
    const int stepped = sqlite3_step(select);
    if (stepped != SQLITE_ROW && stepped != SQLITE_DONE) {
        return d->error();
    }
    sqlite3_reset(select);
    return stepped == SQLITE_ROW;
}

Result<void> KnownMessages::note(const Message& message, Msecs from)
{
    if (message.createdAt.value_or(from) < from) {
        return {};
    }
    if (!d->isNoting) {
        if (const auto begun = d->execute("BEGIN"); !begun) {
            return begun;
        }
        d->isNoting = true;
    }
    sqlite3_stmt* const insert = d->note.get();
    sqlite3_reset(insert);
    sqlite3_bind_blob(insert, 1, message.id.data(), static_cast<int>(message.id.size()), SQLITE_STATIC);
    if (message.createdAt) {
        sqlite3_bind_int64(insert, 2, *message.createdAt);
    } else {
        sqlite3_bind_null(insert, 2);
    }
    if (sqlite3_step(insert) != SQLITE_DONE) {
        return d->error();
    }
    return {};
}

Result<void> KnownMessages::settle(const State& after, const LeftFile& placed)
{
    if (!d->isNoting) {
        if (const auto begun = d->execute("BEGIN"); !begun) {
            return begun;
        }
        d->isNoting = true;
    }
    auto write = d->prepare(kWriteState);
    if (!write) {
        return write.error();
    }
    Private::bindText(*write, 1, d->locationId.toUtf8());
    if (after.watermark) {
        sqlite3_bind_int64(write->get(), 2, *after.watermark);
    }
    const auto bindFile = [&write](int at, const LeftFile& file) {
        Private::bindText(*write, at, file.path.toUtf8());
        sqlite3_bind_int64(write->get(), at + 1, file.bytes);
        Private::bindText(*write, at + 2, file.sha256);
    };
    bindFile(3, after.file);
    bindFile(6, placed);
    sqlite3_bind_int(write->get(), 9, QFileInfo::exists(placed.path) ? 1 : 0);
    sqlite3_bind_int64(write->get(), 10, askedFrom(after.watermark));
    if (sqlite3_step(write->get()) != SQLITE_DONE) {
        return d->error();
    }
    if (const auto committed = d->execute("COMMIT"); !committed) {
        return committed;
    }
    d->isNoting = false;
    d->isSettled = true;
    d->after = after;
    return {};
}

Result<void> KnownMessages::conclude()
{
    if (const auto concluded = d->execute(kConclude); !concluded) {
        return concluded;
    }
    d->isSettled = false;
    d->state = d->after;
    return {};
}

void KnownMessages::drop()
{
    if (d->isNoting) {
        sqlite3_exec(d->database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        d->isNoting = false;
    }
    if (d->isSettled) {
        (void)d->execute(kUndo); // if that fails, the next one to open it decides
        d->isSettled = false;
    }
}

Result<qint64> KnownMessages::count()
{
    auto select = d->prepare("SELECT count(*) FROM known WHERE isSettled = 0");
    if (!select) {
        return select.error();
    }
    return sqlite3_step(select->get()) == SQLITE_ROW ? Result<qint64>(sqlite3_column_int64(select->get(), 0))
                                                     : Result<qint64>(d->error());
}

} // namespace leadway
