#include "format/pdfdevice.h"

#include "format/bytesink.h"

namespace leadway
{

PdfDevice::PdfDevice(ByteSink& sink)
    : m_sink(sink)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 PdfDevice::readData(char* /*data*/, qint64 /*size*/)
{
    return -1;
}

qint64 PdfDevice::writeData(const char* data, qint64 size)
{
    if (m_outcome) {
        const std::string_view bytes(data, static_cast<std::size_t>(size));
        m_check.add(bytes);
        m_outcome = m_sink.append(bytes);
    }
    return size; // or Qt would try and warn for every piece
}

} // namespace leadway
