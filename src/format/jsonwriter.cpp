#include "format/jsonwriter.h"

#include "core/jsonrepair.h"
#include "format/outputfile.h"

#include <algorithm>

namespace leadway
{

JsonWriter::JsonWriter(Format format, OutputFile& file)
    : m_file(file)
    , m_isArray(format == Format::Json)
{
}

Result<void> JsonWriter::begin()
{
    return m_isArray ? m_file.append("[\n") : Result<void>();
}

Result<void> JsonWriter::write(const Message& message)
{
    m_text.clear();
    if (m_isArray && !m_isFirst) {
        m_text += ",\n";
    }
    m_isFirst = false;
    const std::size_t begin = m_text.size();
    if (message.repaired) {
        m_text += textRepair(message.raw);
        countRepairedMessage();
    } else {
        m_text += message.raw;
    }
    // Inside a string a line break is an escape by now, so any left is mere space between fields.
    std::replace_if(
        m_text.begin() + static_cast<std::ptrdiff_t>(begin), m_text.end(),
        [](char c) { return c == '\n' || c == '\r'; }, ' ');
    if (!m_isArray) {
        m_text += '\n';
    }
    return m_file.append(m_text);
}

Result<bool> JsonWriter::end()
{
    if (m_isArray) {
        if (const auto closed = m_file.append(m_isFirst ? "]\n" : "\n]\n"); !closed) {
            return closed.error();
        }
    }
    return true;
}

} // namespace leadway
