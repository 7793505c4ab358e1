#pragma once

#include "format/messagewriter.h"

#include <string>

namespace leadway
{

class OutputFile;

/// Json and JsonLines: every message byte for byte as it came, so that fields nobody here knows are kept.
/// Json is one array, a message a line; JsonLines has no array around them. A message that came as invalid
/// JSON text is mended, since one would spoil the whole file. Owned by the Renderer; lives on its thread.
class JsonWriter final : public MessageWriter
{
public:
    /// `file` must outlive it.
    JsonWriter(Format format, OutputFile& file);

    Result<void> begin() override;
    Result<void> write(const Message& message) override;
    Result<bool> end() override;

private:
    OutputFile& m_file;
    const bool m_isArray;
    bool m_isFirst = true;
    std::string m_text;
};

} // namespace leadway
