#include "format/knownmessages.h"

#include "core/privatefolder.h"
#include "format/database.h"
#include "format/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <string_view>
#include <utility>

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

Error databaseError(Database::Trouble trouble, const QString& words, const QString& path)
{
    switch (trouble) {
    case Database::Trouble::InUse:
        return {ErrorKind::SavedInUse, 0, {}, {}};
    case Database::Trouble::Damaged:
        return {ErrorKind::SavedDamaged, 0, QDir::toNativeSeparators(path), {}};
    case Database::Trouble::Other:
        break;
    }
    return {ErrorKind::SpoolNotKept, 0, words, {}};
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray text(const Statement& row, int column)
{
    const std::string_view bytes = row.bytes(column);
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

KnownMessages::LeftFile fileAt(const Statement& row, int column)
{
    return {QString::fromUtf8(text(row, column)), row.number(column + 1), text(row, column + 2)};
}

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
    struct Settled {
        State after;
        QString locationId;
        LeftFile placed;
        bool wasThere = false; ///< something of that name, before
    };

    QString locationId;
    std::unique_ptr<Database> database;
    Statement isKnown;
    Statement note;
    State state;
    State after; // once concluded
    bool isNoting = false;
    bool isSettled = false;

    Result<void> beginNoting()
    {
        if (isNoting) {
            return {};
        }
        const auto begun = database->execute("BEGIN");
        isNoting = static_cast<bool>(begun);
        return begun;
    }

    void undoNoting()
    {
        if (std::exchange(isNoting, false)) {
            (void)database->execute("ROLLBACK"); // if that fails, the commit that never came is what counts
        }
    }

    // The state that holds, or the one that was only settled.
    Result<std::optional<Settled>> read(bool settled) const
    {
        auto select = database->prepare(kReadState);
        if (!select) {
            return select.error();
        }
        select->bind(1, std::int64_t{settled});
        const auto stepped = select->step();
        if (!stepped) {
            return stepped.error();
        }
        if (!*stepped) {
            return std::optional<Settled>();
        }
        Settled found;
        found.locationId = QString::fromUtf8(text(*select, 0));
        if (!select->isNull(1)) {
            found.after.watermark = select->number(1);
        }
        found.after.file = fileAt(*select, 2);
        found.placed = fileAt(*select, 5);
        found.wasThere = select->number(8) != 0;
        return std::optional(found);
    }
};

KnownMessages::KnownMessages(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

KnownMessages::~KnownMessages()
{
    d->undoNoting();
}

Result<std::unique_ptr<KnownMessages>> KnownMessages::open(const QString& path, const QString& locationId)
{
    const QString folder = QFileInfo(path).path();
    if (!QFileInfo::exists(folder)) {
        makePrivateFolder(folder);
    }
    auto database = Database::open(path, databaseError);
    if (!database) {
        return database.error();
    }
    auto priv = std::make_unique<Private>();
    priv->database = std::move(*database);
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
    if (const auto made = d->database->execute(kOpen); !made) {
        return made;
    }
    auto isKnown = d->database->prepare(kIsKnown);
    auto note = d->database->prepare(kNote);
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
        if (const auto decided = d->database->execute(isInPlace ? kConclude : kUndo); !decided) {
            return decided;
        }
    }
    const auto state = d->read(false);
    if (!state) {
        return state.error();
    }
    if (*state && (*state)->locationId != d->locationId) {
        return d->database->execute(kForget);
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
    d->isKnown.reset();
    d->isKnown.bind(1, std::string_view(message.id));
    const auto found = d->isKnown.step();
    d->isKnown.reset();
    return found;
}

Result<void> KnownMessages::note(const Message& message, Msecs from)
{
    if (message.createdAt.value_or(from) < from) {
        return {};
    }
    if (const auto begun = d->beginNoting(); !begun) {
        return begun;
    }
    d->note.reset();
    d->note.bind(1, std::string_view(message.id));
    if (message.createdAt) {
        d->note.bind(2, std::int64_t{*message.createdAt});
    } else {
        d->note.bindNull(2);
    }
    const auto noted = d->note.step();
    return noted ? Result<void>() : noted.error();
}

Result<void> KnownMessages::settle(const State& after, const LeftFile& placed)
{
    if (const auto begun = d->beginNoting(); !begun) {
        return begun;
    }
    auto write = d->database->prepare(kWriteState);
    if (!write) {
        return write.error();
    }
    const QByteArray location = d->locationId.toUtf8();
    const QByteArray afterPath = after.file.path.toUtf8();
    const QByteArray placedPath = placed.path.toUtf8();
    write->bind(1, view(location));
    if (after.watermark) {
        write->bind(2, std::int64_t{*after.watermark});
    }
    write->bind(3, view(afterPath));
    write->bind(4, std::int64_t{after.file.bytes});
    write->bind(5, view(after.file.sha256));
    write->bind(6, view(placedPath));
    write->bind(7, std::int64_t{placed.bytes});
    write->bind(8, view(placed.sha256));
    write->bind(9, std::int64_t{QFileInfo::exists(placed.path)});
    write->bind(10, std::int64_t{askedFrom(after.watermark)});
    if (const auto written = write->step(); !written) {
        return written.error();
    }
    if (const auto committed = d->database->execute("COMMIT"); !committed) {
        return committed;
    }
    d->isNoting = false;
    d->isSettled = true;
    d->after = after;
    return {};
}

Result<void> KnownMessages::conclude()
{
    if (const auto concluded = d->database->execute(kConclude); !concluded) {
        return concluded;
    }
    d->isSettled = false;
    d->state = d->after;
    return {};
}

void KnownMessages::drop()
{
    d->undoNoting();
    if (std::exchange(d->isSettled, false)) {
        (void)d->database->execute(kUndo); // if that fails, the next one to open it decides
    }
}

Result<qint64> KnownMessages::count()
{
    auto select = d->database->prepare("SELECT count(*) FROM known WHERE isSettled = 0");
    if (!select) {
        return select.error();
    }
    const auto counted = select->step();
    return counted ? Result<qint64>(select->number(0)) : counted.error();
}

} // namespace leadway
