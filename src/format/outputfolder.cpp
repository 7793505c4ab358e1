#include "format/outputfolder.h"

#include "core/fileerror.h"
#include "core/systempath.h"
#include "format/neighbour.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace leadway
{

namespace
{

constexpr std::int64_t kFlushedAlone =
    100; // so many files; the further ones all at a time, where that is possible

const QString kSeal = QStringLiteral(".leadway-export");
const QString kPart = QStringLiteral("folder.part");
const QString kOld = QStringLiteral("folder.old");

// A sum of these is the same in whatever order a folder lists its files.
std::uint64_t valueOf(const QString& name)
{
    // One file system gives an accent back put together in another way than it got it.
    const QByteArray digest = QCryptographicHash::hash(name.normalized(QString::NormalizationForm_C).toUtf8(),
                                                       QCryptographicHash::Sha256);
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) {
        value = value << 8U | static_cast<unsigned char>(digest[i]);
    }
    return value;
}

QByteArray sealOf(std::int64_t files, std::uint64_t names)
{
    return "Leadway Message Exporter\n" + QByteArray::number(static_cast<qint64>(files)) + ' ' +
           QByteArray::number(static_cast<quint64>(names), 16) + '\n';
}

// What systems put into a folder that somebody looks at.
bool isSystems(const QString& name)
{
    const auto names = {".DS_Store", "desktop.ini", "Thumbs.db", ".directory"};
    return std::any_of(names.begin(), names.end(),
                       [&name](const char* one) { return name == QLatin1String(one); });
}

bool isEmptyFolder(const QString& path)
{
    return !QDirIterator(path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
                .hasNext();
}

// As we left it: no file more, none less, none under another name.
bool isOurs(const QString& path)
{
    QFile seal(path + QLatin1Char('/') + kSeal);
    if (!seal.open(QFile::ReadOnly)) {
        return false;
    }
    std::int64_t files = 0;
    std::uint64_t names = 0;
    QDirIterator entries(path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    while (entries.hasNext()) {
        entries.next();
        const QString name = entries.fileName();
        if (name == kSeal || isSystems(name)) {
            continue;
        }
        if (!entries.fileInfo().isFile() || entries.fileInfo().isSymLink()) {
            return false;
        }
        ++files;
        names += valueOf(name);
    }
    return seal.readAll() == sealOf(files, names);
}

} // namespace

OutputFolder::OutputFolder(const QString& path, const QString& mark)
    : m_path(path)
    , m_target(behindLinks(path))
    , m_part(neighbourOf(m_target, mark, kPart))
    , m_old(neighbourOf(m_target, mark, kOld))
{
}

OutputFolder::~OutputFolder()
{
    if (!m_isCommitted) {
        QDir(m_part).removeRecursively();
    }
}

std::optional<Error> OutputFolder::obstacleAt(const QString& path)
{
    const QFileInfo target(behindLinks(path));
    if (const auto obstacle = obstacleOfPlace(target.filePath())) {
        return errorAt(path, obstacle->kind);
    }
    if (target.exists() &&
        (!target.isDir() || (!isEmptyFolder(target.filePath()) && !isOurs(target.filePath())))) {
        return errorAt(path, ErrorKind::FolderTaken);
    }
    const bool isWritable = QFileInfo(target.absolutePath()).isWritable();
    return isWritable ? std::nullopt : std::optional(errorAt(path, ErrorKind::NotWritable));
}

Result<std::unique_ptr<OutputFolder>> OutputFolder::create(const QString& path, const QString& mark)
{
    if (const auto obstacle = obstacleAt(path)) {
        return *obstacle;
    }
    removeLeft(path, mark);
    std::unique_ptr<OutputFolder> folder(new OutputFolder(path, mark));
    if (const auto made = makePlace(folder->m_part); !made) {
        Error error = made.error();
        error.kind = error.kind == ErrorKind::FileInUse ? ErrorKind::NotWritable : error.kind;
        return error;
    }
    return folder;
}

void OutputFolder::removeLeft(const QString& path, const QString& mark)
{
    const QString target = behindLinks(path);
    const QString old = neighbourOf(target, mark, kOld);
    if (QFileInfo(old).isDir() && !QFileInfo::exists(target)) {
        (void)moveInPlace(old, target);
    }
    for (const QString& left : {neighbourOf(target, mark, kPart), old}) {
        QDir(left).removeRecursively();
    }
}

Result<std::unique_ptr<OutputFile>> OutputFolder::newFile(const QString& name)
{
    ++m_files;
    m_names += valueOf(name);
    const bool isFlushed = m_files <= kFlushedAlone || !canFlushTogether();
    return OutputFile::createWithin(m_part + QLatin1Char('/') + name, isFlushed);
}

Result<void> OutputFolder::keep(OutputFile& file)
{
    if (const auto committed = file.commit(); !committed) {
        return committed;
    }
    m_bytes += file.size();
    return {};
}

Result<void> OutputFolder::writeSeal() const
{
    auto seal = OutputFile::createWithin(m_part + QLatin1Char('/') + kSeal, true);
    if (!seal) {
        return seal.error();
    }
    if (const auto written = (*seal)->append(sealOf(m_files, m_names).toStdString()); !written) {
        return written;
    }
    return (*seal)->commit();
}

Result<void> OutputFolder::settle()
{
    if (m_isSettled) {
        return {};
    }
    if (const auto sealed = writeSeal(); !sealed) {
        return sealed;
    }
    if (m_files > kFlushedAlone && canFlushTogether()) {
        if (const auto flushed = flushAllOf(m_part); !flushed) {
            return flushed;
        }
    }
    flushFolderOf(m_part + QLatin1Char('/') + kSeal);
    m_isSettled = true;
    return {};
}

Result<void> OutputFolder::commit()
{
    if (const auto settled = settle(); !settled) {
        return settled;
    }
    if (const auto obstacle = obstacleAt(m_path)) { // somebody may have put something there meanwhile
        return *obstacle;
    }
    const bool hasEarlier = QFileInfo::exists(m_target);
    if (hasEarlier) {
        if (const auto moved = moveInPlace(m_target, m_old); !moved) {
            return moved;
        }
    }
    if (const auto moved = moveInPlace(m_part, m_target); !moved) {
        if (hasEarlier) {
            (void)moveInPlace(m_old, m_target);
        }
        return moved;
    }
    m_isCommitted = true;
    flushFolderOf(m_target);
    if (hasEarlier) {
        QDir(m_old).removeRecursively();
    }
    return {};
}

} // namespace leadway
