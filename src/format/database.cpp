#include "format/database.h"

#include "core/fileerror.h"
#include "core/privatefolder.h"
#include "core/systempath.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>
#include <utility>

namespace leadway
{

namespace
{

// The cache stays at 8 MiB.
constexpr const char* kScratch = R"(
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -8192;
    PRAGMA temp_store = FILE;
)";

Database::Trouble trouble(int code)
{
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Database::Trouble::InUse;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: // other tables than ours
        return Database::Trouble::Damaged;
    default:
        return Database::Trouble::Other;
    }
}

Error notKept(Database::Trouble /*trouble*/, const QString& words, const QString& /*path*/)
{
    return {ErrorKind::SpoolNotKept, 0, words, {}};
}

} // namespace

Database::Database(QString path, Describe describe)
    : m_path(std::move(path))
    , m_describe(describe)
{
}

void Database::Close::operator()(sqlite3* opened) const
{
    sqlite3_close_v2(opened); // which waits for the statements
}

Error Database::error() const
{
    sqlite3* const opened = m_opened.get();
    return m_describe(trouble(sqlite3_errcode(opened)), QString::fromUtf8(sqlite3_errmsg(opened)), m_path);
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, Describe describe)
{
    // Made here first, so that it is readable by this user alone; and so is its journal, which follows it.
    QFile file(path);
    if (!file.open(QFile::ReadWrite, kPrivateFile)) {
        return Error{ErrorKind::SpoolNotKept, 0, fileError(file).detail, {}};
    }
    file.close();
    std::unique_ptr<Database> database(new Database(path, describe));
    sqlite3* opened = nullptr;
#ifdef Q_OS_WIN
    const QString whole = extendedPath(QFileInfo(path).absoluteFilePath());
    constexpr const char* system = "win32-longpath"; // which takes what is over 260 characters
#else
    const QString& whole = path;
    constexpr const char* system = nullptr;
#endif
    const int code = sqlite3_open_v2(whole.toUtf8().constData(), &opened,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, system);
    database->m_opened.reset(opened);
    if (code != SQLITE_OK) {
        return database->error();
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::createScratch(const QString& path, const char* tables)
{
    QFile::remove(path);
    auto database = open(path, notKept);
    if (!database) {
        return database;
    }
    for (const char* sql : {kScratch, tables, "BEGIN"}) {
        if (const auto done = (*database)->execute(sql); !done) {
            return done.error();
        }
    }
    return database;
}

Result<void> Database::execute(const char* sql)
{
    if (sqlite3_exec(m_opened.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) {
        return {};
    }
    Error failed = error();
    if (sqlite3_get_autocommit(m_opened.get()) == 0) {
        sqlite3_exec(m_opened.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    return failed;
}

Result<Statement> Database::prepare(const char* sql)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(m_opened.get(), sql, -1, &prepared, nullptr) != SQLITE_OK) {
        return error();
    }
    Statement statement;
    statement.m_prepared.reset(prepared);
    statement.m_database = this;
    return statement;
}

void Statement::Finalize::operator()(sqlite3_stmt* prepared) const
{
    sqlite3_finalize(prepared);
}

void Statement::reset()
{
    sqlite3_reset(m_prepared.get());
}

void Statement::bind(int at, std::int64_t value)
{
    sqlite3_bind_int64(m_prepared.get(), at, value);
}

void Statement::bind(int at, std::string_view bytes)
{
    const char* const data = bytes.empty() ? "" : bytes.data(); // without any it would be NULL
    sqlite3_bind_blob64(m_prepared.get(), at, data, bytes.size(), SQLITE_STATIC);
}

void Statement::bindNull(int at)
{
    sqlite3_bind_null(m_prepared.get(), at);
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_prepared.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return m_database->error();
    }
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_prepared.get(), column);
}

std::string_view Statement::bytes(int column) const
{
    const void* const data = sqlite3_column_blob(m_prepared.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_prepared.get(), column));
    return {static_cast<const char*>(data), data ? size : 0};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared.get(), column) == SQLITE_NULL;
}

} // namespace leadway
