#include "format/filebeginning.h"

#include "format/bytesink.h"
#include "format/csvwriter.h"

#include <algorithm>
#include <string_view>

namespace leadway
{

namespace
{

class TextSink final : public ByteSink
{
public:
    Result<void> append(std::string_view bytes) override
    {
        m_text += bytes;
        return {};
    }
    std::string_view text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace

std::string fileBeginning(const FormatOptions& options, std::span<const Message> messages, int lines)
{
    TextSink sink;
    CsvWriter writer(options, sink);
    bool isGood = bool(writer.begin());
    for (const Message& message : messages) {
        isGood = isGood && writer.write(message);
    }
    constexpr std::string_view mark = "\xef\xbb\xbf";
    std::string_view rest = sink.text();
    rest.remove_prefix(rest.starts_with(mark) ? mark.size() : 0);
    std::string beginning;
    for (int line = 0; line < lines && !rest.empty(); ++line) {
        const std::string_view next = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(next.size() + 1, rest.size()));
        beginning += line > 0 ? "\n" : "";
        beginning += next.ends_with('\r') ? next.substr(0, next.size() - 1) : next;
    }
    return beginning;
}

} // namespace leadway
