#pragma once

#include "core/result.h"
#include "format/pdfcheck.h"

#include <QIODevice>

namespace leadway
{

class ByteSink;

/// Hands on what Qt writes of a PDF, looks at it on the way, and remembers a failure, which Qt does not.
/// Owned by PdfPages, on its thread.
class PdfDevice final : public QIODevice
{
public:
    /// `sink` must outlive it.
    explicit PdfDevice(ByteSink& sink);

    const Result<void>& outcome() const { return m_outcome; }
    const PdfCheck& check() const { return m_check; }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    ByteSink& m_sink;
    PdfCheck m_check;
    Result<void> m_outcome;
};

} // namespace leadway
