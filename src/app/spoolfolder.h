#pragma once

#include <QString>
#include <QUuid>

namespace leadway
{

/// The folder for spools: local to this computer, not roaming, readable by this user alone.
QString defaultSpoolRoot();

/// Where the spools of an account are made; for one that is not saved its id is null.
QString spoolRootFor(const QString& root, const QUuid& account);

/// Removes what a program left behind that was ended by force: spools that nothing was written to for a day,
/// in this folder and those of the accounts.
void removeStaleSpools(const QString& root);

/// A name for a new spool under a root, and its end: when the owner goes, the folder goes with all that is
/// in it. The folder itself is made by whoever writes to it. Not copied.
class SpoolFolder
{
public:
    explicit SpoolFolder(const QString& root);
    ~SpoolFolder();
    SpoolFolder(const SpoolFolder&) = delete;
    SpoolFolder& operator=(const SpoolFolder&) = delete;

    const QString& path() const { return m_path; }

private:
    QString m_path;
};

} // namespace leadway
