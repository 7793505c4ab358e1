#pragma once

#include <QString>

namespace leadway
{

/// A text of unknown origin as it may be shown to somebody else: without tokens, passwords, e-mail addresses,
/// numbers of seven digits or more (a date is none), the queries and users of addresses, and the name of the
/// folder `home`. Rather takes too much. Pure.
QString redacted(QString text, const QString& home = {});

/// An id that somebody else made up, if it looks like one: letters, digits, '.', '_' and '-', not a token and
/// not a telephone number; else empty. Pure.
QString safeId(const QString& id);

} // namespace leadway
