#include "app/language.h"
#include "gui/fieldnote.h"
#include "gui/filterform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace leadway;

namespace
{

const QTimeZone kZone("Europe/Madrid");
const QDate kToday(2025, 11, 14);

} // namespace

class TestFilterForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_form = std::make_unique<FilterForm>(kZone);
        m_form->setClock([this] { return m_today; });
        m_today = kToday;
        m_form->setFilters(usualFilters(kToday));
        Account account;
        account.locationId = QStringLiteral("ve9EPM428h8vShlRW1KT");
        m_form->setAccounts({account}, account);
        m_form->setLocale(QLocale(QStringLiteral("en_GB")));
        m_form->resize(300, 900);
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }

    void cleanup() { m_form.reset(); }

    void asksForAllOfTheLastThirtyDaysAtFirst()
    {
        const MessageQuery query = m_form->query();
        QCOMPARE(query.channels, allChannels());
        QVERIFY(query.interval == wholeDays(QDate(2025, 10, 16), kToday, kZone));
        QCOMPARE(find<QComboBox>("datesComboBox")->currentText(), QStringLiteral("Last 30 days"));
        QCOMPARE(note("datesFieldNote")->text(),
                 QStringLiteral("16 Oct – 14 Nov 2025, both included · Times:\u00a0Madrid"));
        QVERIFY(query.filter.isEmpty());
        QCOMPARE(query.sortOrder, SortOrder::Descending);
        QCOMPARE(query.limit, kLargestLimit);
        QVERIFY(m_form->check());
    }

    void tickingAChannelChoosesOnlyThese_data()
    {
        QTest::addColumn<QString>("box");
        QTest::addColumn<int>("channel");
        const char* const names[] = {"sms", "call", "email", "whatsApp", "instagram", "facebook", "other"};
        for (std::size_t i = 0; i < std::size(names); ++i) {
            QTest::newRow(names[i]) << QLatin1String(names[i]) + QStringLiteral("CheckBox")
                                    << static_cast<int>(kEveryChannel[i]);
        }
    }
    void tickingAChannelChoosesOnlyThese()
    {
        QFETCH(QString, box);
        QFETCH(int, channel);
        auto* const checkBox = m_form->findChild<QCheckBox*>(box);
        const QSignalSpy changed(m_form.get(), &FilterForm::changed);
        clickBox(checkBox);
        QVERIFY(onlyThese()->isChecked());
        QCOMPARE(m_form->query().channels, Channels::fromInt(static_cast<unsigned>(channel)));
        QVERIFY(!changed.isEmpty());
        clickBox(checkBox);
        QVERIFY(all()->isChecked());
        QCOMPARE(m_form->query().channels, allChannels());
    }

    void sevenTicksAreAll()
    {
        for (QCheckBox* box : m_form->findChildren<QCheckBox*>()) {
            clickBox(box);
        }
        QCOMPARE(m_form->query().channels, allChannels());
    }

    void untickingAnyButTheLastKeepsOnlyThese()
    {
        clickBox(find<QCheckBox>("smsCheckBox"));
        clickBox(find<QCheckBox>("emailCheckBox"));
        clickBox(find<QCheckBox>("smsCheckBox"));
        QVERIFY(onlyThese()->isChecked());
        QCOMPARE(m_form->query().channels, Channels(Channel::Email));
    }

    void allMessagesUnticksTheBoxes()
    {
        clickBox(find<QCheckBox>("smsCheckBox"));
        clickBox(all());
        QVERIFY(!find<QCheckBox>("smsCheckBox")->isChecked());
        QCOMPARE(m_form->query().channels, allChannels());
    }

    void onlyTheseWithoutAChannelIsAFault()
    {
        clickBox(onlyThese());
        QVERIFY(!m_form->check());
        QCOMPARE(note("channelsFieldNote")->text(), QStringLiteral("Tick a channel."));
        QTRY_COMPARE(QApplication::focusWidget(), find<QWidget>("smsCheckBox"));
        clickBox(find<QCheckBox>("smsCheckBox"));
        QVERIFY(note("channelsFieldNote")->isHidden());
        QVERIFY(m_form->check());
    }

    void altAndADigitTicksAChannel()
    {
        QTest::keyClick(m_form.get(), Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(m_form->query().channels, Channels(Channel::Email));
    }

    void daysAreWholeAndBothIncluded()
    {
        setDays(QDate(2024, 3, 31), QDate(2024, 3, 31)); // the clocks go forward in Madrid
        const Interval interval = m_form->query().interval;
        QCOMPARE(interval.end - interval.begin, Msecs(23) * 3600 * 1000);
        QCOMPARE(note("datesFieldNote")->text(), QStringLiteral("31 Mar 2024 · Times:\u00a0Madrid"));
    }

    void fromAfterToIsAFault()
    {
        setDays(QDate(2024, 3, 31), QDate(2024, 3, 1));
        QVERIFY(!m_form->check());
        QCOMPARE(note("datesFieldNote")->text(), QStringLiteral("“To” is before “From”."));
        QTRY_VERIFY(find<QWidget>("fromDateEdit")->hasFocus());
    }

    void aPastedLinkBecomesItsId()
    {
        find<QLineEdit>("contactLineEdit")
            ->setText(
                QStringLiteral("https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/contacts/detail/"
                               "Wq1ZtTYQ8mJ0v5aXk2Vd"));
        QCOMPARE(find<QLineEdit>("contactLineEdit")->text(), QStringLiteral("Wq1ZtTYQ8mJ0v5aXk2Vd"));
        QCOMPARE(m_form->query().contactId, QStringLiteral("Wq1ZtTYQ8mJ0v5aXk2Vd"));
        QCOMPARE(note("contactFieldNote")->text(), QStringLiteral("Id found in the link"));
    }

    void aTypedLinkBecomesItsIdWhenOneLeavesTheField()
    {
        auto* const field = find<QLineEdit>("contactLineEdit");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/"
                                               "contacts/detail/Wq1ZtTYQ8mJ0v5aXk2Vd/notes"));
        QVERIFY(field->text().endsWith(QStringLiteral("/notes")));
        QCOMPARE(m_form->query().contactId, QStringLiteral("Wq1ZtTYQ8mJ0v5aXk2Vd"));
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(field->text(), QStringLiteral("Wq1ZtTYQ8mJ0v5aXk2Vd"));
        QCOMPARE(note("contactFieldNote")->text(), QStringLiteral("Id found in the link"));
    }

    void aLinkOfAnotherLocationIsPointedOut()
    {
        const QSignalSpy host(m_form.get(), &FilterForm::crmHostFound);
        find<QLineEdit>("contactLineEdit")
            ->setText(
                QStringLiteral("https://app.example.com/v2/location/anotherLocation12345/contacts/detail/"
                               "Wq1ZtTYQ8mJ0v5aXk2Vd?tab=notes"));
        QCOMPARE(m_form->query().contactId, QStringLiteral("Wq1ZtTYQ8mJ0v5aXk2Vd"));
        QCOMPARE(
            note("contactFieldNote")->text(),
            QStringLiteral("Id found in the link, but the link is of another location than this account."));
        QVERIFY(host.isEmpty());
        clickBox(find<QCheckBox>("smsCheckBox")); // it stays to be read
        QVERIFY(!note("contactFieldNote")->isHidden());
        QVERIFY(m_form->check());
    }

    void aLinkOfTheOtherKindIsNamed_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("note");
        QTest::newRow("a conversation's for a contact")
            << QByteArray("contact") << QStringLiteral("conversations/conversations/tDtDnQdgm2LXpyiqYvZ6")
            << QStringLiteral("This is the link of a conversation, not of a contact.");
        QTest::newRow("a contact's for a conversation")
            << QByteArray("conversation") << QStringLiteral("contacts/detail/Wq1ZtTYQ8mJ0v5aXk2Vd")
            << QStringLiteral("This is the link of a contact, not of a conversation.");
        QTest::newRow("of another page")
            << QByteArray("contact") << QStringLiteral("dashboard")
            << QStringLiteral("This link is of neither a contact nor a conversation.");
    }
    void aLinkOfTheOtherKindIsNamed()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QString, path);
        find<QToolButton>("moreFiltersToolButton")->setChecked(true);
        find<QLineEdit>((field + "LineEdit").constData())
            ->setText(QStringLiteral("https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/") + path);
        QTEST(note((field + "FieldNote").constData())->text(), "note");
        QVERIFY(!m_form->check());
        QVERIFY(note((field + "FieldNote").constData())->isError());
    }

    void aLinkOfItsLocationTellsWhereTheCrmIs()
    {
        const QSignalSpy host(m_form.get(), &FilterForm::crmHostFound);
        find<QToolButton>("moreFiltersToolButton")->setChecked(true);
        find<QLineEdit>("conversationLineEdit")
            ->setText(QStringLiteral("https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/conversations/"
                                     "conversations/tDtDnQdgm2LXpyiqYvZ6?category=all"));
        QCOMPARE(m_form->query().conversationId, QStringLiteral("tDtDnQdgm2LXpyiqYvZ6"));
        QCOMPARE(note("conversationFieldNote")->text(), QStringLiteral("Id found in the link"));
        QCOMPARE(host.count(), 1);
        QCOMPARE(host.constFirst().constFirst().toString(), QStringLiteral("app.example.com"));
    }

    void aContactThatIsNoIdIsAFault()
    {
        find<QLineEdit>("contactLineEdit")->setText(QStringLiteral("Laura Pons"));
        QVERIFY(!m_form->check());
        QVERIFY(note("contactFieldNote")->isError());
        QTRY_VERIFY(find<QWidget>("contactLineEdit")->hasFocus());
    }

    void aFaultInAClosedSectionOpensIt()
    {
        find<QLineEdit>("conversationLineEdit")->setText(QStringLiteral("no id"));
        QVERIFY(!m_form->check());
        QVERIFY(find<QToolButton>("moreFiltersToolButton")->isChecked());
        QTRY_VERIFY(find<QWidget>("conversationLineEdit")->hasFocus());
    }

    void theDatesAreThoseOfTheChoice_data()
    {
        QTest::addColumn<DateChoice>("choice");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("days");
        const auto row = [](DateChoice choice, const char* text, const char* days) {
            QTest::newRow(text) << choice << QString::fromUtf8(text) << QString::fromUtf8(days);
        };
        row(DateChoice::Today, "Today", "14 Nov 2025 · Times:\u00a0Madrid");
        row(DateChoice::Yesterday, "Yesterday", "13 Nov 2025 · Times:\u00a0Madrid");
        row(DateChoice::Last7Days, "Last 7 days", "8 Nov – 14 Nov 2025, both included · Times:\u00a0Madrid");
        row(DateChoice::Last30Days, "Last 30 days",
            "16 Oct – 14 Nov 2025, both included · Times:\u00a0Madrid");
        row(DateChoice::ThisMonth, "This month", "1 Nov – 14 Nov 2025, both included · Times:\u00a0Madrid");
        row(DateChoice::LastMonth, "Last month", "1 Oct – 31 Oct 2025, both included · Times:\u00a0Madrid");
        row(DateChoice::ThisYear, "This year", "1 Jan – 14 Nov 2025, both included · Times:\u00a0Madrid");
        row(DateChoice::AllTime, "All time", "");
        row(DateChoice::OtherDates, "Other dates…",
            "16 Oct – 14 Nov 2025, both included · Times:\u00a0Madrid");
    }
    void theDatesAreThoseOfTheChoice()
    {
        QFETCH(const DateChoice, choice);
        QFETCH(const QString, text);
        auto* const box = find<QComboBox>("datesComboBox");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        while (box->currentText() != text && box->currentIndex() < box->count() - 1) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QTEST(note("datesFieldNote")->text(), "days");
        QVERIFY(m_form->filters().dates == choice);
        const Interval expected = choice == DateChoice::OtherDates
                                      ? wholeDays(QDate(2025, 10, 16), kToday, kZone)
                                      : intervalOf(choice, kToday, kZone);
        QVERIFY(m_form->query().interval == expected);
        QCOMPARE(find<QWidget>("daysWidget")->isVisible(), choice == DateChoice::OtherDates);
    }

    void anotherDayMovesTheDatesWhenTheyAreUsed()
    {
        choose(DateChoice::Yesterday);
        m_today = kToday.addDays(1); // left open overnight
        QVERIFY(m_form->check());
        QVERIFY(m_form->query().interval == wholeDays(kToday, kToday, kZone));
        QCOMPARE(note("datesFieldNote")->text(), QStringLiteral("14 Nov 2025 · Times:\u00a0Madrid"));
    }

    void moreFiltersAskForWhatIsChosenAndTyped()
    {
        auto* const section = find<QToolButton>("moreFiltersToolButton");
        QTest::keyClick(m_form.get(), Qt::Key_L, Qt::AltModifier);
        QTRY_VERIFY(section->isChecked());
        const QSignalSpy changed(m_form.get(), &FilterForm::changed);
        find<QComboBox>("directionComboBox")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(changed.count(), 1);
        type(find<QComboBox>("statusComboBox"), QStringLiteral("failed"));
        type(find<QLineEdit>("wordsLineEdit"), QStringLiteral(" cita "));
        clickBox(find<QCheckBox>("attachmentCheckBox"));
        const MessageFilter filter = m_form->query().filter;
        QVERIFY(filter.direction == Direction::Received);
        QCOMPARE(filter.status, QStringLiteral("failed"));
        QCOMPARE(filter.text, QStringLiteral("cita"));
        QVERIFY(filter.hasAttachment);
        QTest::mouseClick(section, Qt::LeftButton);
        QCOMPARE(section->text(), QStringLiteral("More fi&lters (4)"));
    }

    void aStatusCanBeOneThatNobodyHasHeardOf()
    {
        find<QToolButton>("moreFiltersToolButton")->setChecked(true);
        auto* const box = find<QComboBox>("statusComboBox");
        type(box, QStringLiteral("new_thing"));
        QCOMPARE(m_form->query().filter.status, QStringLiteral("new_thing"));
        type(box, QStringLiteral("NO ANSWER")); // as the table writes it, in capitals
        QCOMPARE(m_form->query().filter.status, QStringLiteral("no-answer"));
        type(box, QString());
        QVERIFY(m_form->query().filter.isEmpty());
    }

    void whatWasRememberedComesBack()
    {
        Filters filters = usualFilters(kToday);
        filters.dates = DateChoice::LastMonth;
        filters.more = {Direction::Sent, QStringLiteral("no-answer"), QStringLiteral("cita"), true};
        m_form->setFilters(filters);
        QVERIFY(m_form->filters() == filters);
        QCOMPARE(find<QComboBox>("statusComboBox")->currentText(), QStringLiteral("No answer"));
        filters.more = {std::nullopt, QStringLiteral("never-heard"), {}, false};
        m_form->setFilters(filters);
        QVERIFY(m_form->filters() == filters);
    }

    void anotherLanguageKeepsTheStatus()
    {
        Language language;
        language.use(QStringLiteral("en"));
        Filters filters = usualFilters(kToday);
        filters.more.status = QStringLiteral("no-answer");
        m_form->setFilters(filters);
        language.use(QStringLiteral("es"));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(find<QComboBox>("statusComboBox")->currentText(), QStringLiteral("Sin respuesta"));
        QVERIFY(m_form->filters() == filters);
        QCOMPARE(find<QComboBox>("datesComboBox")->itemText(0), QStringLiteral("Hoy"));
    }

    void aSectionThatOpensIsSeen()
    {
        m_form->resize(m_form->width(), 600);
        QTest::mouseClick(find<QToolButton>("advancedToolButton"), Qt::LeftButton);
        QTRY_VERIFY(!find<QWidget>("lanesSpinBox")->visibleRegion().isEmpty());
        QVERIFY(!find<QWidget>("advancedToolButton")->visibleRegion().isEmpty());
    }

    void aClosedSectionCountsWhatIsSet()
    {
        auto* const section = find<QToolButton>("advancedToolButton");
        QCOMPARE(section->text(), QStringLiteral("Adva&nced"));
        find<QComboBox>("orderComboBox")->setCurrentIndex(1);
        find<QSpinBox>("limitSpinBox")->setValue(100);
        find<QSpinBox>("lanesSpinBox")->setValue(1);
        QCOMPARE(section->text(), QStringLiteral("Adva&nced (3)"));
        QCOMPARE(m_form->filters().lanes, 1);
        QCOMPARE(m_form->query().sortOrder, SortOrder::Ascending);
        QCOMPARE(m_form->query().limit, 100);
        QTest::mouseClick(section, Qt::LeftButton);
        QCOMPARE(section->text(), QStringLiteral("Adva&nced"));
        QTest::mouseClick(find<QToolButton>("moreFiltersToolButton"), Qt::LeftButton);
        QVERIFY(!section->isChecked());
    }

    void enterInAFieldShows_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char* field :
             {"contactLineEdit", "fromDateEdit", "smsCheckBox", "datesComboBox", "directionComboBox",
              "statusComboBox", "wordsLineEdit", "attachmentCheckBox"}) {
            QTest::newRow(field) << QByteArray(field);
        }
    }
    void enterInAFieldShows()
    {
        QFETCH(QByteArray, field);
        setDays(QDate(2024, 3, 1), QDate(2024, 3, 31));
        find<QToolButton>("moreFiltersToolButton")->setChecked(true);
        auto* const widget = find<QWidget>(field.constData());
        widget->setFocus();
        const QSignalSpy asked(m_form.get(), &FilterForm::showRequested);
        QTest::keyClick(widget, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

private:
    template<class Widget>
    Widget* find(const char* name) const
    {
        return m_form->findChild<Widget*>(QLatin1String(name));
    }
    FieldNote* note(const char* name) const { return find<FieldNote>(name); }
    QRadioButton* all() const { return find<QRadioButton>("allMessagesRadioButton"); }
    QRadioButton* onlyThese() const { return find<QRadioButton>("onlyTheseRadioButton"); }

    static void clickBox(QAbstractButton* box)
    {
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }

    void choose(DateChoice dates)
    {
        find<QComboBox>("datesComboBox")->setCurrentIndex(static_cast<int>(dates));
    }

    // As a person does: what was there goes.
    void type(QWidget* field, const QString& text)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    }

    void setDays(QDate from, QDate to)
    {
        choose(DateChoice::OtherDates);
        find<QDateEdit>("fromDateEdit")->setDate(from);
        find<QDateEdit>("toDateEdit")->setDate(to);
    }

    QDate m_today;
    std::unique_ptr<FilterForm> m_form;
};

QTEST_MAIN(TestFilterForm)
#include "tst_filterform.moc"
