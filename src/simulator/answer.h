#pragma once

#include "simulator/behaviour.h"

#include <QByteArray>
#include <QList>
#include <QPair>

#include <chrono>

namespace leadway::simulator
{

/// What goes back over HTTP. A value.
struct Answer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json; charset=utf-8";
    QList<QPair<QByteArray, QByteArray>> headers;
    bool cut = false; ///< the connection closes halfway through the body
    std::chrono::milliseconds wait{0};
};

/// Makes it the service's JSON for an error.
void fail(Answer& answer, int status, const QByteArray& message, const QByteArray& error = {});

/// Makes it the page of HTML with which something in between refuses.
void block(Answer& answer);

/// Whether a fault leaves nothing of the page.
bool replacesThePage(Fault::Kind kind);
void replacePage(const Fault& fault, Answer& answer);

/// Damages a whole page, and compresses it if it is to be.
void spoilPage(Fault::Kind kind, bool zipped, Answer& answer);

} // namespace leadway::simulator
