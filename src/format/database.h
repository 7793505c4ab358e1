#pragma once

#include "core/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace leadway
{

class Statement;

/// One SQLite database in one file, readable by this user alone; everything that asks SQLite anything asks it
/// here. Belongs to one thread.
class Database
{
public:
    enum class Trouble {
        InUse,   ///< somebody else has it open
        Damaged, ///< no database, a broken one, or one with other tables
        Other,   ///< mostly the disk
    };
    /// What a failure is to the owner: from SQLite's words and the path of the database.
    using Describe = Error (*)(Trouble trouble, const QString& words, const QString& path);

    /// The file is made if there is none; its folder has to be there.
    static Result<std::unique_ptr<Database>> open(const QString& path, Describe describe);
    /// For what a run has to remember beyond what memory should hold: in the place of an earlier one, with
    /// these tables and in one transaction that never ends, for nothing in it has to survive a crash. Its
    /// cache stays small whatever the number of rows.
    static Result<std::unique_ptr<Database>> createScratch(const QString& path, const char* tables);

    /// Sentences of SQL that answer nothing. One that fails ends the transaction it belongs to.
    Result<void> execute(const char* sql);
    /// Must not outlive the database.
    Result<Statement> prepare(const char* sql);

private:
    friend Statement;
    struct Close {
        void operator()(sqlite3* opened) const;
    };
    Database(QString path, Describe describe);
    Error error() const;

    std::unique_ptr<sqlite3, Close> m_opened;
    QString m_path;
    Describe m_describe;
};

/// One sentence of SQL, prepared, to be run again and again.
class Statement
{
public:
    Statement() = default;

    /// Ends a run and begins another.
    void reset();
    /// From 1; the bytes must stay until the run ends.
    void bind(int at, std::int64_t value);
    void bind(int at, std::string_view bytes);
    void bindNull(int at);
    /// True if there is a row, false at the end.
    Result<bool> step();
    /// Of the row, from 0; bytes are valid until the next step.
    std::int64_t number(int column) const;
    std::string_view bytes(int column) const;
    bool isNull(int column) const;

private:
    friend Database;
    struct Finalize {
        void operator()(sqlite3_stmt* prepared) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_prepared;
    const Database* m_database = nullptr;
};

} // namespace leadway
