#pragma once

#include "core/message.h"
#include "format/formatoptions.h"

#include <QDateTime>
#include <QString>

#include <string>
#include <string_view>

namespace leadway
{

/// Which messages go into one file, and what that is called: the only place that knows, for an export into
/// many files. A value of one thread.
class Grouping
{
public:
    /// Of `options.files`; months are those of `options.zone`.
    explicit Grouping(const FormatOptions& options);

    /// Equal for the messages of one file, empty for those without a conversation or a date. Valid until the
    /// next call.
    std::string_view keyOf(const Message& message);
    /// What a person may know the group by; most messages tell, some do not.
    std::string_view labelOf(const Message& message) const;

    /// What the file of a group is called, without suffix; two may be called the same.
    QString nameOf(std::string_view key, std::string_view label) const;

private:
    std::string_view monthOf(Msecs when);

    FileSplit m_split;
    QTimeZone m_zone;
    std::string m_month; // from m_begin to m_end
    Msecs m_begin = 0;
    Msecs m_end = 0;
};

} // namespace leadway
