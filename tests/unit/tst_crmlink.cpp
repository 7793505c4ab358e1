#include "app/crmlink.h"

#include <QTest>

using namespace leadway;

class TestCrmLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("contact");
        QTest::addColumn<QString>("conversation");
        const QString host = QStringLiteral("app.example.com");
        const QString id = QStringLiteral("ve9EPM428h8vShlRW1KT");
        QTest::newRow("dashboard") << "https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/dashboard"
                                   << host << id << ""
                                   << "";
        QTest::newRow("spaces around it") << "  https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT \n"
                                          << host << id << ""
                                          << "";
        QTest::newRow("no scheme") << "app.example.com/v2/location/ve9EPM428h8vShlRW1KT/x" << host << id << ""
                                   << "";
        QTest::newRow("contact")
            << "https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/contacts/detail/Wq1ZtTYQ8mJ0v5aXk2Vd"
            << host << id << "Wq1ZtTYQ8mJ0v5aXk2Vd"
            << "";
        QTest::newRow("conversation")
            << "https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/conversations/conversations/"
               "tDtDnQdgm2LXpyiqYvZ6?tab=all"
            << host << id << ""
            << "tDtDnQdgm2LXpyiqYvZ6";
        QTest::newRow("contact with a query") << "https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/"
                                                 "contacts/detail/Wq1ZtTYQ8mJ0v5aXk2Vd/"
                                                 "?view=note#top"
                                              << host << id << "Wq1ZtTYQ8mJ0v5aXk2Vd"
                                              << "";
        QTest::newRow("conversation without a scheme") << "app.example.com/v2/location/ve9EPM428h8vShlRW1KT/"
                                                          "conversations/conversations/tDtDnQdgm2LXpyiqYvZ6"
                                                       << host << id << ""
                                                       << "tDtDnQdgm2LXpyiqYvZ6";
        QTest::newRow("list of conversations")
            << "https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/conversations/conversations" << host
            << id << ""
            << "";
        QTest::newRow("behind #") << "https://app.example.com/#/location/ve9EPM428h8vShlRW1KT/x" << host << id
                                  << ""
                                  << "";
        QTest::newRow("list of contacts")
            << "https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/contacts/smart_list/All" << host
            << id << ""
            << "";
        QTest::newRow("another page") << "https://app.example.com/login" << host << ""
                                      << ""
                                      << "";
        QTest::newRow("an id") << id << ""
                               << ""
                               << ""
                               << "";
        QTest::newRow("nothing") << ""
                                 << ""
                                 << ""
                                 << ""
                                 << "";
        QTest::newRow("no address") << "and/or"
                                    << "and"
                                    << ""
                                    << ""
                                    << "";
    }
    void reads()
    {
        QFETCH(QString, text);
        const CrmLink link = readCrmLink(text);
        QTEST(link.host, "host");
        QTEST(link.locationId, "location");
        QTEST(link.contactId, "contact");
        QTEST(link.conversationId, "conversation");
    }
};

QTEST_APPLESS_MAIN(TestCrmLink)
#include "tst_crmlink.moc"
