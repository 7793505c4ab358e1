#pragma once

#include <string_view>

namespace leadway
{

/// What takes the parts of an HTML text in their order. Lives as long as the call of readHtml().
class HtmlSink
{
public:
    HtmlSink() = default;
    HtmlSink(const HtmlSink&) = delete;
    HtmlSink& operator=(const HtmlSink&) = delete;
    virtual ~HtmlSink() = default;

    /// A tag, its name in small letters. What is no element, as a comment, has no name.
    virtual void addTag(std::string_view name, bool isEnd) = 0;
    /// UTF-8 between tags, entities resolved. False if no more is wanted.
    virtual bool addWords(std::string_view words) = 0;
};

/// Takes an HTML text of valid UTF-8 apart, as far as the sink wants it: what is in scripts, styles and the
/// title is left out, nothing is loaded or run, and whatever is broken is made the best of. Takes time in
/// proportion to the text and little memory beside it, whoever wrote it. True if the text held characters
/// that no text may hold, which came as U+FFFD. May be called on any thread.
bool readHtml(std::string_view html, HtmlSink& sink);

} // namespace leadway
