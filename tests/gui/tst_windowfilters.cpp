// More filters in the window: what is found, how far it was looked, and what an export makes of them.

#include "gui/exportdialog.h"
#include "gui/jobcard.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"
#include "support/exportrun.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>

using namespace leadway;
using namespace leadway::test;

namespace
{

simulator::Behaviour slow()
{
    simulator::Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(5);
    return behaviour;
}

// So small pages that many are asked for.
void lookFor(const WindowFixture& fixture, const char* words)
{
    fixture.open();
    fixture.find<QSpinBox>("limitSpinBox")->setValue(10);
    fixture.find<QLineEdit>("wordsLineEdit")->setText(QString::fromUtf8(words));
    fixture.click("showPushButton");
}

QString textOf(const QWidget& page)
{
    QStringList texts;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestWindowFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { QSettings().clear(); }

    void tellsHowManyAreFoundInHowMany()
    {
        const WindowFixture fixture(1500);
        fixture.open();
        fixture.find<QComboBox>("directionComboBox")->setCurrentIndex(1);
        fixture.click("showPushButton");
        auto* const model = fixture.find<MessageModel>("messageModel");
        QTRY_VERIFY(model->rowCount() > 0);
        const QString start = QStringLiteral("%1 found in ").arg(model->rowCount());
        auto* const showing = fixture.find<QLabel>("showingLabel");
        QTRY_VERIFY(showing->text().startsWith(start) &&
                    showing->text().endsWith(QStringLiteral(" of 1,500")));
        for (int row = 0; row < model->rowCount(); ++row) {
            QVERIFY(model->row(row).isInbound);
        }
        // Scrolled to its end, all have been looked at.
        auto* const table = fixture.find<MessageTable>("messageTable");
        QTRY_VERIFY_WITH_TIMEOUT(
            (table->scrollToBottom(), showing->text().endsWith(QStringLiteral("1,500"))) &&
                !showing->text().contains(QStringLiteral(" of ")),
            20000);
    }

    void looksOnWhileNothingIsFoundUntilTheFiltersChange()
    {
        const WindowFixture fixture(6000, slow());
        lookFor(fixture, "no message says this");
        auto* const loading = fixture.find<QWidget>("loadingPage");
        QTRY_VERIFY(textOf(*loading).contains(QStringLiteral("\n0 found in ")));
        QVERIFY(loading->isVisible());
        const qint64 before = fixture.server.requests();
        QTRY_VERIFY(fixture.server.requests() > before + 5); // nobody has asked for more

        fixture.find<QLineEdit>("wordsLineEdit")->setText(QStringLiteral("something else"));
        QTRY_VERIFY(fixture.find<QWidget>("emptyPage")->isVisible());
        const qint64 stopped = fixture.server.requests();
        QTest::qWait(100); // in which twenty would come
        QCOMPARE(fixture.server.requests(), stopped);

        // Back again, it goes on where it was.
        fixture.find<QLineEdit>("wordsLineEdit")->setText(QStringLiteral("no message says this"));
        QTRY_VERIFY(loading->isVisible());
        QTRY_VERIFY(fixture.server.requests() > stopped + 5);
        fixture.find<QLineEdit>("wordsLineEdit")->setText(QString());
        fixture.click("showPushButton");
        QTRY_VERIFY(fixture.find<MessageTable>("messageTable")->isVisible());
    }

    void saysThatNothingMatchesOnceAllWereLookedAt()
    {
        const WindowFixture fixture(300);
        lookFor(fixture, "no message says this");
        QTRY_VERIFY(fixture.find<QWidget>("noMatchPage")->isVisible());
    }

    void anExportSaysWhatItIsOfAndWhatItFound()
    {
        const WindowFixture fixture(1500);
        fixture.open();
        fixture.find<QComboBox>("directionComboBox")->setCurrentIndex(2);
        fixture.find<QLineEdit>("wordsLineEdit")->setText(QStringLiteral("cita"));
        fixture.click("showPushButton");
        auto* const model = fixture.find<MessageModel>("messageModel");
        QTRY_VERIFY(model->rowCount() > 0);
        fixture.click("exportPushButton");
        auto* const dialog = fixture.waitFor<ExportDialog>();
        QCOMPARE(fixture.find<QLabel>("summaryLabel", dialog)->text(),
                 QStringLiteral("Clínica Sol · All messages · All time · sent · “cita” in the text"));
        fixture.find<QRadioButton>("jsonLinesRadioButton", dialog)->setChecked(true);
        fixture.click("savePushButton", dialog);
        auto* const title = fixture.find<QLabel>("cardTitleLabel", fixture.find<JobCard>("jobCard"));
        const QString end =
            QStringLiteral(" of 1,500 messages, all that match the filters. Nothing is missing.");
        QTRY_VERIFY_WITH_TIMEOUT(title->text().endsWith(end), 20000);

        const auto& generator = fixture.server.generator();
        const auto isSent = [&generator](qint64 index) {
            return generator.expected(index).direction == "outbound";
        };
        QFile file(fixture.documents().filePath(fixture.files().constFirst()));
        QVERIFY(file.open(QFile::ReadOnly));
        const qsizetype lines = file.readAll().count('\n');
        QVERIFY(lines > 0 && lines < expectedIds(generator, SortOrder::Descending, isSent).size());
        QCOMPARE(title->text(), QStringLiteral("Saved %1").arg(lines) + end);
    }

    void theFiltersAreRemembered()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.choose(DateChoice::LastMonth);
        fixture.find<QComboBox>("statusComboBox")->setEditText(QStringLiteral("Failed"));
        fixture.find<QCheckBox>("attachmentCheckBox")->setChecked(true);
        fixture.restart();
        QCOMPARE(fixture.find<QComboBox>("datesComboBox")->currentText(), QStringLiteral("Last month"));
        QCOMPARE(fixture.find<QComboBox>("statusComboBox")->currentText(), QStringLiteral("Failed"));
        QVERIFY(fixture.find<QCheckBox>("attachmentCheckBox")->isChecked());
        QCOMPARE(fixture.find<QAbstractButton>("moreFiltersToolButton")->text(),
                 QStringLiteral("More fi&lters (2)"));
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestWindowFilters>(argc, argv);
}
#include "tst_windowfilters.moc"
