#pragma once

#include <QString>

#include <vector>

namespace leadway::bench
{

/// Starts leadway-exporter so many times, one after the other, on a display of its own and with nothing
/// remembered. The seconds from each start until Qt hands the first picture of the window to the display, in
/// rising order; empty, with the reason in `trouble`, if that cannot be seen.
std::vector<double> startsToFirstFrame(int times, QString& trouble);

} // namespace leadway::bench
