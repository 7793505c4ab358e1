#pragma once

#include <QFileDevice>
#include <QString>

namespace leadway
{

/// What lies in the folders of the program's own, for this user alone: messages, names of accounts. On
/// Windows Qt makes an access control list of it, for what it makes itself.
constexpr auto kPrivateFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto kPrivateFolder = kPrivateFile | QFileDevice::ExeOwner;

/// Makes sure that the folder is there, and that only this user may look into it; of those above it that are
/// missing, too. Returns whether it is there.
bool makePrivateFolder(const QString& folder);

} // namespace leadway
