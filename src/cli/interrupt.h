#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace leadway
{

/// Ctrl+C and a polite request to end, as a signal of the event loop, so that the export can be cancelled
/// and leaves nothing half done. One a program; lives on the main thread.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject* parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void requested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace leadway
