#include "format/scratchdatabase.h"

#include "core/fileerror.h"

#include <QFile>

#include <sqlite3.h>

namespace leadway
{

namespace
{

// The cache stays at 8 MiB.
constexpr const char* kThrownAway = R"(
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -8192;
    PRAGMA temp_store = FILE;
)";

Error databaseError(sqlite3* database)
{
    return {ErrorKind::SpoolNotKept, 0, QString::fromUtf8(sqlite3_errmsg(database)), {}};
}

} // namespace

void ScratchDatabase::Statement::Finalize::operator()(sqlite3_stmt* prepared) const
{
    sqlite3_finalize(prepared);
}

void ScratchDatabase::Close::operator()(sqlite3* opened) const
{
    sqlite3_close_v2(opened); // which waits for the statements
}

Result<std::unique_ptr<ScratchDatabase>> ScratchDatabase::create(const QString& path, const char* tables)
{
    // Made here first, so that it is readable by this user alone.
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Truncate, QFile::ReadOwner | QFile::WriteOwner)) {
        return Error{ErrorKind::SpoolNotKept, 0, fileError(file).detail, {}};
    }
    file.close();
    std::unique_ptr<ScratchDatabase> made(new ScratchDatabase);
    sqlite3* database = nullptr;
    const int opened = sqlite3_open(path.toUtf8().constData(), &database);
    made->m_database.reset(database);
    if (opened != SQLITE_OK) {
        return databaseError(database);
    }
    for (const char* sql : {kThrownAway, tables, "BEGIN"}) {
        if (const auto done = made->run(sql); !done) {
            return done.error();
        }
    }
    return made;
}

Result<void> ScratchDatabase::run(const char* sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return databaseError(m_database.get());
    }
    return {};
}

Result<ScratchDatabase::Statement> ScratchDatabase::prepare(const char* sql)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql, -1, &prepared, nullptr) != SQLITE_OK) {
        return databaseError(m_database.get());
    }
    Statement statement;
    statement.m_prepared.reset(prepared);
    return statement;
}

void ScratchDatabase::Statement::reset()
{
    sqlite3_reset(m_prepared.get());
}

void ScratchDatabase::Statement::bind(int at, std::int64_t value)
{
    sqlite3_bind_int64(m_prepared.get(), at, value);
}

void ScratchDatabase::Statement::bind(int at, std::string_view bytes)
{
    const char* const data = bytes.empty() ? "" : bytes.data(); // without any it would be NULL
    sqlite3_bind_blob64(m_prepared.get(), at, data, bytes.size(), SQLITE_STATIC);
}

void ScratchDatabase::Statement::bindNull(int at)
{
    sqlite3_bind_null(m_prepared.get(), at);
}

Result<bool> ScratchDatabase::Statement::step()
{
    switch (sqlite3_step(m_prepared.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return databaseError(sqlite3_db_handle(m_prepared.get()));
    }
}

std::int64_t ScratchDatabase::Statement::number(int column) const
{
    return sqlite3_column_int64(m_prepared.get(), column);
}

std::string_view ScratchDatabase::Statement::bytes(int column) const
{
    const void* const data = sqlite3_column_blob(m_prepared.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_prepared.get(), column));
    return {static_cast<const char*>(data), data ? size : 0};
}

} // namespace leadway
