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

class TestFilterForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_form = std::make_unique<FilterForm>(QTimeZone("Europe/Madrid"));
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

    void asksForAllAtFirst()
    {
        const MessageQuery query = m_form->query();
        QCOMPARE(query.channels, allChannels());
        QVERIFY(query.interval == Interval());
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
        QCOMPARE(note("datesFieldNote")->text(), QStringLiteral("31 Mar 2024, both included"));
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
        for (const char* field : {"contactLineEdit", "fromDateEdit", "smsCheckBox", "datesComboBox"}) {
            QTest::newRow(field) << QByteArray(field);
        }
    }
    void enterInAFieldShows()
    {
        QFETCH(QByteArray, field);
        setDays(QDate(2024, 3, 1), QDate(2024, 3, 31));
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

    void setDays(QDate from, QDate to)
    {
        find<QComboBox>("datesComboBox")->setCurrentIndex(1);
        find<QDateEdit>("fromDateEdit")->setDate(from);
        find<QDateEdit>("toDateEdit")->setDate(to);
    }

    std::unique_ptr<FilterForm> m_form;
};

QTEST_MAIN(TestFilterForm)
#include "tst_filterform.moc"
