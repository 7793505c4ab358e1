#pragma once

#include "core/message.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace leadway
{

/// How long before the watermark a run asks again: what arrives late, within a day, is found.
constexpr std::chrono::milliseconds kLookBack = std::chrono::hours(24);

/// From when on a run asks and ids are known.
Msecs askedFrom(std::optional<Msecs> watermark);

/// What a saved export has handed out lately, and where: the ids it still has to know, up to which moment it
/// is complete (the watermark), and the file it wrote last. On the disk, in one small database readable by
/// this user alone; memory stays flat. Owned by whoever makes the file, on its thread; nobody else can open
/// it meanwhile, on any thread and in any program.
///
/// It agrees with the file whatever moment a program is ended at. A run notes what it writes; settle() puts
/// that on the disk as something about to happen, together with what the file will be like; then the file is
/// put in its place; conclude() makes it so. What was settled and not concluded is decided at the next
/// open(), by whether that file is in its place.
class KnownMessages
{
public:
    /// A file as it was left.
    struct LeftFile {
        QString path; ///< empty: none
        qint64 bytes = 0;
        QByteArray sha256; ///< empty: its name alone tells, as for a folder

        bool operator==(const LeftFile&) const = default;
    };
    struct State {
        std::optional<Msecs> watermark; ///< everything dated before it was handed out; nothing: never yet
        LeftFile file;                  ///< to be gone on with

        bool operator==(const State&) const = default;
    };

    /// What is known of another location than this one does not count. SavedInUse if somebody has it open,
    /// SavedDamaged if it cannot be read.
    static Result<std::unique_ptr<KnownMessages>> open(const QString& path, const QString& locationId);
    /// So that the next run begins from nothing; also what a program that was killed left beside it.
    static void remove(const QString& path);
    ~KnownMessages();
    KnownMessages(const KnownMessages&) = delete;
    KnownMessages& operator=(const KnownMessages&) = delete;

    const State& state() const;

    /// By its id; or by its date, where that is so long before the watermark that no id is kept.
    Result<bool> isKnown(const Message& message);
    /// It is in the file that is being written. An undated one is remembered, or one not dated before `from`.
    Result<void> note(const Message& message, Msecs from);

    /// Nothing more is noted; `after` holds once `placed` is in its place (an empty path: at once). What is
    /// dated before whatever the next run asks for is forgotten then.
    Result<void> settle(const State& after, const LeftFile& placed);
    Result<void> conclude();
    /// What was noted and perhaps settled does not come to pass.
    void drop();

    /// How many ids it knows.
    Result<qint64> count();

private:
    struct Private;
    explicit KnownMessages(std::unique_ptr<Private> priv);
    Result<void> setUp(const QString& locationId);
    Result<void> recover();

    std::unique_ptr<Private> d;
};

} // namespace leadway
