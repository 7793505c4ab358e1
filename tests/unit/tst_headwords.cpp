// What a transcript says in front: how its messages were chosen, and no more of an id than tells it from
// another.

#include "app/headwords.h"
#include "core/timestamp.h"

#include <QTest>

using namespace leadway;

class TestHeadWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasChosen()
    {
        FormatOptions format;
        format.zone = QTimeZone("Europe/Madrid");
        MessageQuery query;
        query.locationId = QStringLiteral("demo0000000000000001");
        query.interval = wholeDays(QDate(2025, 10, 16), QDate(2025, 11, 14), format.zone);
        const FileHead whole = fileHead(QStringLiteral("Clínica Sol"), query, format);
        QCOMPARE(whole.title, QStringLiteral("Clínica Sol"));
        const auto names = [](const FileHead& head) {
            QStringList all;
            for (const auto& [name, value] : head.facts) {
                all.append(name);
            }
            return all;
        };
        QCOMPARE(names(whole),
                 QStringList({QStringLiteral("Channels"), QStringLiteral("Dates"), QStringLiteral("Times")}));
        QCOMPARE(fileHead({}, query, format).title, query.locationId);

        query.contactId = QStringLiteral("Kx0vG9pNyk2Vd7");
        query.conversationId = QStringLiteral("QpL3mZ0hT5aBc1");
        query.filter.hasAttachment = true;
        const FileHead narrowed = fileHead(QStringLiteral("Clínica Sol"), query, format);
        QCOMPARE(names(narrowed).mid(3),
                 QStringList(
                     {QStringLiteral("Contact"), QStringLiteral("Conversation"), QStringLiteral("Filters")}));
        QCOMPARE(narrowed.facts.at(3).second, QStringLiteral("only one (…k2Vd7)"));
        QCOMPARE(narrowed.facts.at(4).second, QStringLiteral("only one (…5aBc1)"));
    }
};

QTEST_GUILESS_MAIN(TestHeadWords)
#include "tst_headwords.moc"
