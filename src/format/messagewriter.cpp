#include "format/messagewriter.h"

#include "format/csvwriter.h"
#include "format/htmlwriter.h"
#include "format/jsonwriter.h"
#include "format/outputfile.h"
#include "format/pdfwriter.h"
#include "format/xlsxwriter.h"

namespace leadway
{

std::unique_ptr<MessageWriter> makeWriter(const FormatOptions& options, OutputFile& file,
                                          const FileHead& head, const FileExtent& extent)
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
    case Format::Transcript:
        return std::make_unique<HtmlWriter>(options, head, extent, file);
    case Format::Pdf:
        return std::make_unique<PdfWriter>(options, head, extent, file);
    }
    return std::make_unique<CsvWriter>(options, file);
}

} // namespace leadway
