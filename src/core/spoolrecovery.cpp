#include "core/spoolrecovery.h"

#include "core/fileerror.h"
#include "core/spoolformat.h"
#include "core/spoolmanifest.h"

#include <QFile>

#include <algorithm>
#include <map>
#include <vector>

namespace leadway
{

namespace
{

constexpr std::size_t kBufferSize = std::size_t{1} << 20;

struct Mark {
    std::uint64_t bytes;
    std::uint32_t crc;
};

// How many bytes of a segment are whole: up to the last mark before which every checksum fits.
std::uint64_t wholeBytes(const QString& path, const std::vector<Mark>& marks, std::string& buffer)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered)) {
        return 0;
    }
    std::uint64_t whole = 0;
    std::uint64_t read = 0;
    std::uint32_t crc = 0;
    for (const Mark& mark : marks) {
        while (read < mark.bytes) {
            const auto wanted = std::min<std::uint64_t>(buffer.size(), mark.bytes - read);
            const qint64 got = file.read(buffer.data(), static_cast<qint64>(wanted));
            if (got <= 0) {
                return whole;
            }
            crc = spoolformat::crcOf({buffer.data(), static_cast<std::size_t>(got)}, crc);
            read += static_cast<std::uint64_t>(got);
        }
        if (crc != mark.crc) {
            return whole;
        }
        whole = mark.bytes;
    }
    return whole;
}

} // namespace

Result<SpoolState> recoverSpool(const QString& folder)
{
    QFile file(spoolformat::manifestPath(folder));
    if (!file.open(QFile::ReadOnly)) {
        return fileError(file);
    }
    const SpoolManifest manifest = readManifest(file.readAll());
    if (!manifest.hasHeader) {
        return Error{ErrorKind::Storage, 0, QStringLiteral("the manifest has no header"), {}};
    }
    std::map<std::uint32_t, std::vector<Mark>> marks;
    for (const SpoolManifest::LaneRecord& record : manifest.records) {
        for (const Segment& segment : record.segments) {
            marks[segment.number].push_back({segment.bytes, segment.crc});
        }
    }
    std::string buffer(kBufferSize, ' ');
    std::map<std::uint32_t, std::uint64_t> good;
    for (const auto& [number, of] : marks) {
        good[number] = wholeBytes(spoolformat::segmentPath(folder, number), of, buffer);
    }
    return stateOf(manifest, good);
}

} // namespace leadway
