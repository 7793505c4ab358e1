#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace leadway
{

/// What a start of the program asks of its window, as it came from the command line. A value, so that it can
/// be handed to a window that is open already (gui/singleinstance.h).
struct StartRequest {
    bool wantsSample = false; ///< --demo
    QString locationId;
    QString server;
    QString apiVersion;
    QByteArray
        activation; ///< by what the desktop knows that a person wants the window in front; may be empty

    /// Whether an account is to be asked for, with what is named here filled in.
    bool namesAccount() const { return !(locationId.isEmpty() && server.isEmpty() && apiVersion.isEmpty()); }

    bool operator==(const StartRequest&) const = default;
};

/// In one line, without its end. What another version of the program does not know it leaves out.
QByteArray asLine(const StartRequest& request);
/// Nothing if it is no such line.
std::optional<StartRequest> startRequestOf(const QByteArray& line);

/// What the desktop has given to this start of the program in its environment. To be called before the
/// application object is there, which takes it.
QByteArray activationOfThisStart();

} // namespace leadway
