#pragma once

#include <QByteArray>

#include <span>
#include <string>
#include <string_view>

namespace leadway::simulator
{

/// How the same JSON can be written.
struct JsonStyle {
    bool escaped = false; ///< `\/`, and `\uXXXX` for what is not ASCII
    bool pretty = false;  ///< a line for every field
};

/// Appends a JSON string. `text` is valid UTF-8.
void appendJsonString(QByteArray& out, std::string_view text, JsonStyle style = {});

/// Appends "2024-03-27T00:00:00.000Z".
void appendIso(std::string& out, qint64 msecs);
std::string isoText(qint64 msecs);

/// Writes objects field by field, without checking. Lives in one function.
class JsonWriter
{
public:
    JsonWriter(QByteArray& out, JsonStyle style)
        : m_out(out)
        , m_style(style)
    {
    }

    void open(); ///< "{"
    void open(std::string_view key);
    void close();
    void text(std::string_view key, std::string_view value);
    /// Nothing at all if the value is empty.
    void textIfAny(std::string_view key, std::string_view value);
    void texts(std::string_view key, std::span<const std::string> values);
    /// `token` as it is.
    void raw(std::string_view key, std::string_view token);
    void rawIfAny(std::string_view key, std::string_view token);

private:
    void key(std::string_view name);
    void plain(std::string_view text) { m_out.append(text.data(), static_cast<qsizetype>(text.size())); }

    QByteArray& m_out;
    JsonStyle m_style;
    bool m_first = true;
};

} // namespace leadway::simulator
