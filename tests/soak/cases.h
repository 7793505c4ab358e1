#pragma once

#include <QtGlobal>

namespace leadway::test
{

/// \file
/// What takes too long for a test: the same trials as in the tests, by the hundred ("./dev soak"). Each tells
/// on standard output how it goes, ends with a summary, and answers how many trials went wrong.

/// Exports from a service in every kind of trouble at once (support/mixedrun.h), seed after seed.
int soakRuns(int count, quint32 firstSeed);
/// Exports ended by SIGKILL at random moments and gone on with.
int soakKills(int count, quint32 firstSeed);
/// Exports onto disks that are full after so many bytes.
int soakDisks(int count, quint32 firstSeed);

} // namespace leadway::test
