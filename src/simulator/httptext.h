#pragma once

#include <QByteArray>

namespace leadway::simulator
{

/// "Sat, 15 Jun 2024 10:00:00 GMT": how HTTP writes a moment, without its milliseconds.
QByteArray httpDate(qint64 msecs);

/// `data` as a gzip stream, quickly rather than small.
QByteArray gzipped(const QByteArray& data);

} // namespace leadway::simulator
