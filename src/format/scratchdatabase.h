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

/// A database on the disk for what a rendering has to remember beyond what memory should hold: thrown away
/// after the run, so nothing in it has to survive a crash, readable by this user alone, with a cache that
/// stays small whatever the number of rows. What has to last is in KnownMessages. Belongs to one thread.
class ScratchDatabase
{
public:
    /// One sentence of SQL, prepared, to be run again and again. Must not outlive its database.
    class Statement
    {
    public:
        Statement() = default;

        /// Ends a run and begins another.
        void reset();
        /// From 1; the bytes of a text must stay until the run ends.
        void bind(int at, std::int64_t value);
        void bind(int at, std::string_view bytes);
        void bindNull(int at);
        /// True if there is a row, false at the end.
        Result<bool> step();
        /// Of the row, from 0; bytes are valid until the next step.
        std::int64_t number(int column) const;
        std::string_view bytes(int column) const;

    private:
        friend ScratchDatabase;
        struct Finalize {
            void operator()(sqlite3_stmt* prepared) const;
        };
        std::unique_ptr<sqlite3_stmt, Finalize> m_prepared;
    };

    /// In the place of an earlier one, with these tables.
    static Result<std::unique_ptr<ScratchDatabase>> create(const QString& path, const char* tables);

    Result<Statement> prepare(const char* sql);

private:
    struct Close {
        void operator()(sqlite3* opened) const;
    };
    ScratchDatabase() = default;
    Result<void> run(const char* sql);

    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace leadway
