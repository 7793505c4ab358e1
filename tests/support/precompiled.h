// The headers of others that nearly every test reads, for where LEADWAY_UNITY is on: read once for all of
// them. A test still includes what it uses; the preset "dev" shows that it does.
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkReply>
#include <QSettings>
#include <QTimeZone>
#include <QTimer>
#ifdef QT_WIDGETS_LIB
#include <QtWidgets>
#endif
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
