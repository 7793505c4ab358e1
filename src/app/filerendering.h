#pragma once

#include "core/exportreport.h"
#include "core/mailtexts.h"
#include "core/messagequery.h"
#include "format/knownmessages.h"
#include "format/output.h"
#include "format/renderer.h"
#include "format/unreadablefile.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace leadway
{

/// What a run brought into its spool, as far as the report of a file made of it has to know. A value.
struct Brought {
    std::vector<WalkReport> walks; ///< as the Fetcher counted them; the file's share is not known yet
    bool mayRepeat = false;        ///< parts of the run were fetched twice
    bool isPartial = false;        ///< somebody ended it before everything had come
};

/// Whether all that was asked for has come, as far as that is known before it is written.
bool isWhole(const Brought& brought);

/// What a run of a saved export has to heed and to remember.
struct Remembering {
    KnownMessages* known = nullptr; ///< must outlive the rendering
    bool isOnlyNew = false;
    bool isWhole = false; ///< nothing is missing
};

/// From a whole spool to a file, or a folder of them, in its place, slice by slice, knowing nothing of how
/// the spool came about: first advance() to the end, then account(), then putInPlace(). An error ends it, and
/// whoever drops it before it is in its place leaves an earlier file as it was and nothing else behind. Owned
/// by a job, on its thread; the job also holds the spool.
class FileRendering
{
public:
    struct Subject {
        QString spool;      ///< the folder, whose name marks what is beside the file until it is in its place
        MessageQuery query; ///< for its order
        FormatOptions format;
        QString path;                                    ///< of the file, or of the folder
        QString account;                                 ///< what it is called, where the file says so
        std::optional<Remembering> saved = std::nullopt; ///< for a run of a saved export
        MailTexts* mailTexts = nullptr;                  ///< made already; must outlive the rendering
    };

    static Result<std::unique_ptr<FileRendering>> create(const Subject& subject);

    /// A slice, a few milliseconds long. True when all is written.
    Result<bool> advance();
    /// How long to leave it alone between two slices.
    std::chrono::milliseconds pause() const;
    qint64 done() const;
    qint64 total() const { return m_renderer.total(); }

    /// What came and what was made of it, counted independently of each other; before anything is in its
    /// place.
    Result<ExportReport> account(const Brought& brought);
    /// The file appears, and what could not be understood beside it. The report then tells of them too.
    Result<ExportReport> putInPlace();

    ~FileRendering();
    FileRendering(const FileRendering&) = delete;
    FileRendering& operator=(const FileRendering&) = delete;

private:
    FileRendering(const Subject& subject, SpoolReader spool, std::unique_ptr<Output> output);
    /// `brought` is what was asked of the service in the end: the same whenever the file is made.
    static Result<std::unique_ptr<Output>> outputFor(const Subject& subject, const MessageQuery& brought);
    Msecs runEnd();
    bool hasFile() const;
    Result<void> settle();
    Result<void> remember();

    Subject m_subject;
    QString m_path;
    QString m_mark;
    std::unique_ptr<Output> m_output;
    Renderer m_renderer;
    std::optional<UnreadableFile> m_aside; // once it is known what has to be in it
    ExportReport m_report;
};

} // namespace leadway
