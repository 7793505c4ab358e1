#include "format/messagewriter.h"

#include "format/csvwriter.h"
#include "format/jsonwriter.h"
#include "format/outputfile.h"
#include "format/xlsxwriter.h"

namespace leadway
{

std::unique_ptr<MessageWriter> makeWriter(const FormatOptions& options, OutputFile& file)
{
    switch (options.format) {
    case Format::Xlsx:
        return std::make_unique<XlsxWriter>(options, file);
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
