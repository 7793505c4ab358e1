#pragma once

#include <QString>

namespace leadway
{

/// Who the programs are. The names under which both keep their data and settings: one folder for the window
/// and the command line. Called by main, once the application object exists.
void setIdentity();

/// What the desktop knows the window by: the name, without its ending, of the file that is in its menu, and
/// that of the icon. Chosen when the program is built (LEADWAY_APP_ID).
QString applicationId();

} // namespace leadway
