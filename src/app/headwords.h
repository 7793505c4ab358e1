#pragma once

#include "core/messagequery.h"
#include "format/filehead.h"
#include "format/formatoptions.h"

#include <QString>

namespace leadway
{

/// What a file says in front of the messages of an account that these choices have brought, in the language
/// of the translations installed; where the account has no name, the location stands for it. A pure function
/// but for those, usable from every thread.
FileHead fileHead(const QString& account, const MessageQuery& query, const FormatOptions& format);

} // namespace leadway
