#pragma once

#include "core/result.h"

#include <QLockFile>
#include <QString>
#include <QUuid>

#include <memory>

namespace leadway
{

/// The folder for spools: local to this computer, not roaming, readable by this user alone.
QString defaultSpoolRoot();

/// Where the spools of an account are made; for one that is not saved its id is null.
QString spoolRootFor(const QString& root, const QUuid& account);

/// Removes the spools of one root, except those that a program is at work on.
void removeSpools(const QString& root);

/// Removes one spool; SpoolInUse if a program is at work on it.
Result<void> discardSpool(const QString& folder);

/// Whether a program, this one included, is at work on a spool.
bool isInUse(const QString& folder);

/// One spool's folder, held against other programs by a lock within it. When the owner goes, the folder goes
/// with all that is in it, unless it was kept. Not copied.
class SpoolFolder
{
public:
    /// A new folder under a root, readable by this user alone. If it cannot be made, whoever writes to it
    /// finds out why.
    explicit SpoolFolder(const QString& root);
    /// One that is there already. SpoolInUse if another program has it; detail says which.
    static Result<std::unique_ptr<SpoolFolder>> adopt(const QString& path);
    ~SpoolFolder();
    SpoolFolder(const SpoolFolder&) = delete;
    SpoolFolder& operator=(const SpoolFolder&) = delete;

    const QString& path() const { return m_path; }

    /// Whether the folder stays where it is when the owner goes, for another one to adopt.
    void setKept(bool isKept) { m_isKept = isKept; }

private:
    struct Existing {
        QString path;
    };
    explicit SpoolFolder(Existing existing);

    QString m_path;
    QLockFile m_lock;
    bool m_isKept = false;
};

} // namespace leadway
