#include "format/messagewriter.h"

#include "format/csvwriter.h"
#include "format/jsonwriter.h"
#include "format/outputfile.h"

namespace leadway
{

std::unique_ptr<MessageWriter> makeWriter(const FormatOptions& options, OutputFile& file)
{
    switch (options.format) {
    case Format::CsvExcel:
    case Format::CsvExact:
        break;
    case Format::Json:
    case Format::JsonLines:
        return std::make_unique<JsonWriter>(options.format, file);
    }
    return std::make_unique<CsvWriter>(options, file);
}

} // namespace leadway
