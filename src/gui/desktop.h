#pragma once

#include <QString>

#include <memory>
#include <optional>

namespace leadway
{

/// The desktop around the window, as far as a long export has to do with it: its notifications, the progress
/// it shows at the task bar, and whether it lets the computer fall asleep. On Linux these are services on the
/// session bus (desktopbus.cpp), elsewhere what Qt and the system offer (desktopsystem.cpp). Nothing waits
/// for an answer, and where nobody answers nothing happens. Owned by the window, on its thread.
class Desktop
{
public:
    Desktop();
    ~Desktop();
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;

    /// One sentence, plain text.
    void notify(const QString& sentence, bool isGood);
    /// From 0 to 1; nothing: no progress is shown.
    void showProgress(std::optional<double> share);
    /// The screen may go dark and lock meanwhile. `reason` is what the desktop may show.
    void keepAwake(const QString& reason);
    void allowSleep();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace leadway
