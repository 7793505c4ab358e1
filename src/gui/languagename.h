#pragma once

#include <QString>

namespace leadway
{

/// What a language calls itself, for choosing it whatever language is in use. Pure.
QString languageName(const QString& code);

} // namespace leadway
