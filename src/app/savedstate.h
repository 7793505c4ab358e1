#pragma once

#include "app/exportrequest.h"
#include "format/knownmessages.h"

#include <memory>

namespace leadway
{

/// \file
/// Where it is kept what saved exports have handed out (format/knownmessages.h): a file each, in a folder for
/// each account, below a root that is local to this computer.

QString defaultSavedRoot();

/// Of all saved exports of an account, and of one of them.
QString savedStateFolder(const QString& root, const QUuid& account);
QString savedStatePath(const QString& root, const QUuid& account, const QUuid& id);

/// For a run, which holds it until it has ended. What is damaged is begun anew by a run that brings all.
Result<std::unique_ptr<KnownMessages>> openSavedState(const QString& path, RunWay way,
                                                      const QString& locationId);

} // namespace leadway
