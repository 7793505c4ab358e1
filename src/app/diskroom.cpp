#include "app/diskroom.h"

#include <QDir>

#include <cstdint>
#include <filesystem>
#include <system_error>

namespace leadway
{

namespace
{

// Not QStorageInfo, which finds no disk where the list of mounts does not name it, as in a container.
bool lacks(const QString& folder, qint64 least)
{
    std::error_code unknown;
    const auto disk = std::filesystem::space(folder.toStdU16String(), unknown);
    return !unknown && disk.available < static_cast<std::uintmax_t>(least);
}

} // namespace

std::optional<Error> lackOfRoom(const QString& spoolFolder, const QString& targetFolder, qint64 least)
{
    if (lacks(spoolFolder, least)) {
        return Error{ErrorKind::SpoolNotKept, 0, QDir::toNativeSeparators(spoolFolder), {}};
    }
    if (lacks(targetFolder, least)) {
        return Error{ErrorKind::DiskFull, 0, QDir::toNativeSeparators(targetFolder), {}};
    }
    return std::nullopt;
}

} // namespace leadway
