#include "app/formatmap.h"

namespace leadway
{

namespace
{

const QString kFormatField = QStringLiteral("format");
const QString kSeparatorField = QStringLiteral("separator");
const QString kGuardField = QStringLiteral("guard");
const QString kUtcField = QStringLiteral("utc");
const QString kBreaksField = QStringLiteral("lineBreaks");
const QString kSourceField = QStringLiteral("emailSource");
const QString kColumnsField = QStringLiteral("columns");
const QString kOwnField = QStringLiteral("ownColumns");
const QString kFilesField = QStringLiteral("files");

template<class Pairs, class Value>
QString nameIn(const Pairs& pairs, Value wanted)
{
    for (const auto& [name, value] : pairs) {
        if (value == wanted) {
            return QLatin1String(name);
        }
    }
    return {};
}

template<class Pairs, class Value>
void read(const QVariantMap& map, const QString& field, const Pairs& pairs, Value& out)
{
    for (const auto& [name, value] : pairs) {
        if (map.value(field).toString() == QLatin1String(name)) {
            out = value;
        }
    }
}

void read(const QVariantMap& map, const QString& field, bool& out)
{
    out = map.value(field, out).toBool();
}

} // namespace

QVariantMap toVariantMap(const FormatOptions& options)
{
    return {
        {kFormatField, nameIn(kFormatKeys, options.format)},
        {kSeparatorField, QString(QLatin1Char(options.separator))},
        {kGuardField, options.guard},
        {kUtcField, options.isUtc},
        {kBreaksField, options.keepsLineBreaks},
        {kSourceField, options.hasEmailSource},
        {kColumnsField, nameIn(kColumnChoiceKeys, options.columns)},
        {kOwnField, joinedKeys(options.ownColumns)},
        {kFilesField, nameIn(kFileSplitKeys, options.files)},
    };
}

FormatOptions formatOptionsFrom(const QVariantMap& map, const FormatOptions& usual)
{
    FormatOptions options = usual;
    read(map, kFormatField, kFormatKeys, options.format);
    const QString separator = map.value(kSeparatorField).toString();
    for (const char known : {',', ';', '\t'}) {
        if (separator == QLatin1Char(known)) {
            options.separator = known;
        }
    }
    read(map, kGuardField, options.guard);
    read(map, kUtcField, options.isUtc);
    read(map, kBreaksField, options.keepsLineBreaks);
    read(map, kSourceField, options.hasEmailSource);
    read(map, kColumnsField, kColumnChoiceKeys, options.columns);
    if (map.contains(kOwnField)) {
        options.ownColumns = keysFrom(map.value(kOwnField).toString());
    }
    read(map, kFilesField, kFileSplitKeys, options.files);
    return options;
}

QString joinedKeys(const std::vector<std::string>& keys)
{
    QStringList names;
    for (const std::string& key : keys) {
        names.append(QString::fromStdString(key));
    }
    return names.join(QLatin1Char(','));
}

std::vector<std::string> keysFrom(const QString& joined)
{
    std::vector<std::string> keys;
    const QStringList names = joined.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& name : names) {
        keys.push_back(name.trimmed().toStdString());
    }
    return keys;
}

} // namespace leadway
