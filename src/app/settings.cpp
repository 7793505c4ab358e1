#include "app/settings.h"

#include "app/formatmap.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace leadway
{

namespace
{

const QString kVersionKey = QStringLiteral("settingsVersion");
const QString kAccounts = QStringLiteral("accounts");
const QString kCurrentKey = QStringLiteral("currentAccount");
const QString kSavedExports = QStringLiteral("savedExports");
const QString kLanguageKey = QStringLiteral("window/language");
const QString kDetailsKey = QStringLiteral("window/detailsOpen");
const QString kOverviewKey = QStringLiteral("window/overviewOpen");
const QString kExport = QStringLiteral("export/");
const QString kFolderKey = QStringLiteral("export/folder");

QString nameOf(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString accountKey(const QUuid& id, const char* field)
{
    return QStringLiteral("%1/%2/%3").arg(kAccounts, nameOf(id), QLatin1String(field));
}

QString savedKey(const QUuid& id)
{
    return QStringLiteral("%1/%2").arg(kSavedExports, nameOf(id));
}

// As it is wanted, or with a number that no other one has.
template<class Taken>
QString freeName(const QString& wanted, const Taken& isTaken)
{
    QString name = wanted;
    for (int n = 2; isTaken(name); ++n) {
        name = QStringLiteral("%1 (%2)").arg(wanted).arg(n);
    }
    return name;
}

} // namespace

Settings::Settings()
{
    migrate();
}

// One step a version, each from the one before.
void Settings::migrate()
{
    const int version = m_settings.value(kVersionKey, 0).toInt();
    if (version >= kVersion) {
        return;
    }
    if (version < 1) {
        // The language was a key of its own.
        const QString old = QStringLiteral("language");
        if (m_settings.contains(old)) {
            m_settings.setValue(kLanguageKey, m_settings.value(old));
            m_settings.remove(old);
        }
    }
    m_settings.setValue(kVersionKey, kVersion);
}

QList<Account> Settings::accounts() const
{
    QStringList ids; // the folders below "accounts"
    const QStringList keys = m_settings.allKeys();
    for (const QString& key : keys) {
        const QStringList parts = key.split(QLatin1Char('/'));
        if (parts.size() > 2 && parts[0] == kAccounts && !ids.contains(parts[1])) {
            ids.append(parts[1]);
        }
    }
    QList<Account> accounts;
    for (const QString& id : std::as_const(ids)) {
        if (const auto found = account(QUuid::fromString(id))) {
            accounts.append(*found);
        }
    }
    std::sort(accounts.begin(), accounts.end(), [](const Account& a, const Account& b) {
        return QString::localeAwareCompare(a.displayName().toCaseFolded(), b.displayName().toCaseFolded()) <
               0;
    });
    return accounts;
}

std::optional<Account> Settings::account(const QUuid& id) const
{
    Account account;
    account.id = id;
    account.locationId = m_settings.value(accountKey(id, "locationId")).toString();
    if (id.isNull() || account.locationId.isEmpty()) {
        return std::nullopt;
    }
    account.name = m_settings.value(accountKey(id, "name")).toString();
    account.crmHost = m_settings.value(accountKey(id, "crmHost")).toString();
    account.tokenSaved = m_settings.value(accountKey(id, "tokenSaved")).toBool();
    const QString server = m_settings.value(accountKey(id, "server")).toString();
    const QString version = m_settings.value(accountKey(id, "apiVersion")).toString();
    if (!server.isEmpty()) {
        account.connection.baseUrl = QUrl(server, QUrl::StrictMode);
    }
    if (!version.isEmpty()) {
        account.connection.apiVersion = version.toLatin1();
    }
    return account;
}

Account Settings::save(Account account)
{
    const QList<Account> others = accounts();
    const QString wanted = account.displayName();
    const auto isTaken = [&others, &account](const QString& name) {
        return std::any_of(others.begin(), others.end(), [&](const Account& other) {
            return other.id != account.id && other.displayName().compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    if (const QString name = freeName(wanted, isTaken); name != wanted) {
        account.name = name;
    }
    m_settings.setValue(accountKey(account.id, "name"), account.name);
    m_settings.setValue(accountKey(account.id, "locationId"), account.locationId);
    m_settings.setValue(accountKey(account.id, "server"), account.connection.baseUrl.toString());
    m_settings.setValue(accountKey(account.id, "apiVersion"),
                        QString::fromLatin1(account.connection.apiVersion));
    m_settings.setValue(accountKey(account.id, "crmHost"), account.crmHost);
    m_settings.setValue(accountKey(account.id, "tokenSaved"), account.tokenSaved);
    return account;
}

void Settings::remove(const QUuid& id)
{
    m_settings.remove(QStringLiteral("%1/%2").arg(kAccounts, nameOf(id)));
    if (currentAccount() == id) {
        m_settings.remove(kCurrentKey);
    }
    const QList<SavedExport> all = savedExports();
    for (const SavedExport& saved : all) {
        if (saved.account == id) {
            removeSavedExport(saved.id);
        }
    }
}

QList<SavedExport> Settings::savedExports() const
{
    QList<SavedExport> found;
    const QStringList keys = m_settings.allKeys();
    for (const QString& key : keys) {
        if (key.startsWith(kSavedExports + QLatin1Char('/'))) {
            if (auto saved = savedExport(QUuid::fromString(key.mid(kSavedExports.size() + 1)))) {
                found.append(*std::move(saved));
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const SavedExport& a, const SavedExport& b) {
        return QString::localeAwareCompare(a.name.toCaseFolded(), b.name.toCaseFolded()) < 0;
    });
    return found;
}

std::optional<SavedExport> Settings::savedExport(const QUuid& id) const
{
    return savedExportFrom(id, m_settings.value(savedKey(id)).toMap());
}

SavedExport Settings::save(SavedExport saved)
{
    const QList<SavedExport> all = savedExports();
    saved.name = freeName(saved.name.simplified(), [&all, &saved](const QString& name) {
        return std::any_of(all.begin(), all.end(), [&](const SavedExport& other) {
            return other.id != saved.id && other.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    });
    m_settings.setValue(savedKey(saved.id), toVariantMap(saved));
    return saved;
}

void Settings::removeSavedExport(const QUuid& id)
{
    m_settings.remove(savedKey(id));
}

QUuid Settings::currentAccount() const
{
    return QUuid::fromString(m_settings.value(kCurrentKey).toString());
}

void Settings::setCurrentAccount(const QUuid& id)
{
    m_settings.setValue(kCurrentKey, nameOf(id));
}

void Settings::noteResult(const SavedRun& run, const SavedResult& result)
{
    if (auto saved = savedExport(run.id)) {
        saved->last = result;
        saved->lastWay = run.way;
        save(*std::move(saved));
    }
}

Filters Settings::filters(const QUuid& account, const Filters& usual) const
{
    return filtersFrom(m_settings.value(accountKey(account, "filters")).toMap(), usual);
}

void Settings::setFilters(const QUuid& account, const Filters& filters)
{
    m_settings.setValue(accountKey(account, "filters"), toVariantMap(filters));
}

FormatOptions Settings::formatOptions(const FormatOptions& usual) const
{
    QVariantMap map = toVariantMap(usual);
    for (auto field = map.begin(); field != map.end(); ++field) {
        *field = m_settings.value(kExport + field.key(), *field);
    }
    return formatOptionsFrom(map, usual);
}

void Settings::setFormatOptions(const FormatOptions& options)
{
    const QVariantMap map = toVariantMap(options);
    for (auto field = map.begin(); field != map.end(); ++field) {
        m_settings.setValue(kExport + field.key(), *field);
    }
}

QString Settings::folder() const
{
    return m_settings.value(kFolderKey).toString();
}

void Settings::setFolder(const QString& folder)
{
    m_settings.setValue(kFolderKey, folder);
}

QString Settings::language() const
{
    return m_settings.value(kLanguageKey).toString();
}

void Settings::setLanguage(const QString& code)
{
    m_settings.setValue(kLanguageKey, code);
}

QByteArray Settings::look(const QString& part) const
{
    return m_settings.value(QStringLiteral("window/") + part).toByteArray();
}

void Settings::setLook(const QString& part, const QByteArray& state)
{
    m_settings.setValue(QStringLiteral("window/") + part, state);
}

bool Settings::areDetailsOpen(bool usual) const
{
    return m_settings.value(kDetailsKey, usual).toBool();
}

void Settings::setDetailsOpen(bool isOpen)
{
    m_settings.setValue(kDetailsKey, isOpen);
}

bool Settings::isOverviewOpen(bool usual) const
{
    return m_settings.value(kOverviewKey, usual).toBool();
}

void Settings::setOverviewOpen(bool isOpen)
{
    m_settings.setValue(kOverviewKey, isOpen);
}

void Settings::write()
{
    m_settings.sync();
}

} // namespace leadway
