#include "app/savedstate.h"

#include <QStandardPaths>

namespace leadway
{

QString defaultSavedRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/saved-exports");
}

QString savedStateFolder(const QString& root, const QUuid& account)
{
    return root + QLatin1Char('/') + account.toString(QUuid::WithoutBraces);
}

QString savedStatePath(const QString& root, const QUuid& account, const QUuid& id)
{
    return savedStateFolder(root, account) + QLatin1Char('/') + id.toString(QUuid::WithoutBraces) +
           QStringLiteral(".sqlite");
}

Result<std::unique_ptr<KnownMessages>> openSavedState(const QString& path, RunWay way,
                                                      const QString& locationId)
{
    auto known = KnownMessages::open(path, locationId);
    if (!known && known.error().kind == ErrorKind::SavedDamaged && way == RunWay::All) {
        KnownMessages::remove(path);
        known = KnownMessages::open(path, locationId);
    }
    return known;
}

} // namespace leadway
