#pragma once

#include "app/account.h"
#include "app/filters.h"
#include "app/savedexport.h"
#include "format/formatoptions.h"

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QString>

#include <optional>

namespace leadway
{

/// All that the programs remember from one start to the next, and the only place that knows its keys:
/// accounts, filters, saved exports, choices and the look of the window. Never a token. What was written by
/// an earlier version is brought up to date when it is opened; what a later one wrote is read as far as it is
/// understood. Not copied; several may be open at a time, on any thread that owns one.
class Settings
{
public:
    /// Of the layout of the keys. Settings without a number are version 0.
    static constexpr int kVersion = 1;

    Settings();

    /// By name.
    QList<Account> accounts() const;
    std::optional<Account> account(const QUuid& id) const;
    /// Writes it under its id, which must not be null. A name that another account has gets " (2)".
    Account save(Account account);
    /// With everything that is remembered for it, its saved exports too.
    void remove(const QUuid& id);

    QUuid currentAccount() const;
    void setCurrentAccount(const QUuid& id);

    Filters filters(const QUuid& account, const Filters& usual) const;
    void setFilters(const QUuid& account, const Filters& filters);

    /// All but the zone, which is the system's.
    FormatOptions formatOptions(const FormatOptions& usual) const;
    void setFormatOptions(const FormatOptions& options);

    /// By name, those of all accounts.
    QList<SavedExport> savedExports() const;
    std::optional<SavedExport> savedExport(const QUuid& id) const;
    /// Writes it under its id, which must not be null. A name that another one has gets " (2)".
    SavedExport save(SavedExport saved);
    void removeSavedExport(const QUuid& id);
    /// How its last run ended, and which way it will be offered again; nothing if it is gone by now.
    void noteResult(const SavedRun& run, const SavedResult& result);

    /// Empty if none was chosen.
    QString folder() const;
    void setFolder(const QString& folder);
    QString language() const;
    void setLanguage(const QString& code);

    /// The state of a part of the window, as Qt's own saveState() gives it.
    QByteArray look(const QString& part) const;
    void setLook(const QString& part, const QByteArray& state);
    bool areDetailsOpen(bool usual) const;
    void setDetailsOpen(bool isOpen);
    bool isOverviewOpen(bool usual) const;
    void setOverviewOpen(bool isOpen);

    /// Puts all of it on the disk and waits for that, instead of when the event loop turns next.
    void write();

private:
    void migrate();

    QSettings m_settings;
};

} // namespace leadway
