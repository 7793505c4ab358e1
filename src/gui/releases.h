#pragma once

#include <QUrl>

class QWidget;

namespace leadway
{

/// \file
/// Whether there is a newer version, a person looks up: in the browser, on the page of whoever releases the
/// program. The program itself asks nobody. For the window's thread.

/// The page that this build was given (LEADWAY_RELEASES_URL); empty if it was given none.
QUrl releasesPage();
/// What such a setting says: an https address, or nothing. Pure.
QUrl releasesPageOf(const QString& setting);

/// Opens that page. Without one, or without a browser, says over `window` which version this is and what to
/// do.
void lookForNewVersion(const QUrl& page, QWidget* window);

} // namespace leadway
