#pragma once

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace leadway::wording
{

/// \file
/// What the files behind app/wording.h have in common.

/// Gives lupdate and the translators one context for all sentences.
struct Wording {
    Q_DECLARE_TR_FUNCTIONS(leadway::Wording)
};

/// The plural form is picked by an int; what is beyond speaks in the plural of its largest value.
inline int pluralCount(qint64 value)
{
    return static_cast<int>(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

} // namespace leadway::wording
