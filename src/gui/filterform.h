#pragma once

#include "app/account.h"
#include "app/filters.h"

#include <QLocale>
#include <QTimeZone>
#include <QWidget>

#include <array>
#include <functional>
#include <memory>

class QAbstractButton;
class QCheckBox;
class QLineEdit;
class QToolButton;

namespace leadway
{

class FieldNote;
class LinkField;
struct CrmLink;

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class FilterForm;
}

/// The left side of the window: which messages. Turns what is ticked and typed into a MessageQuery and says
/// under a field what is wrong with it. Never asks the service for anything itself. Owned by the window,
/// whose thread it lives on.
class FilterForm : public QWidget
{
    Q_OBJECT

public:
    explicit FilterForm(const QTimeZone& zone, QWidget* parent = nullptr);
    ~FilterForm() override;

    /// What can be chosen, and which of them it is about. A note is said below, unless it is empty.
    void setAccounts(const QList<Account>& accounts, const Account& current);
    /// With it can be offered to go on without saving the token.
    void setNote(const QString& note, bool offersToGoOn = false);
    void setLocale(const QLocale& locale);
    /// What tells the day, the computer's clock at first.
    using Clock = std::function<QDate()>;
    void setClock(Clock clock);
    /// One export at a time, and it belongs to its account.
    void setExporting(bool isExporting);

    /// What is ticked and typed.
    Filters filters() const;
    void setFilters(const Filters& filters);
    void setOrder(SortOrder order);
    /// What the form asks for as it stands and on this day, faults included.
    MessageQuery query() const;
    /// Points out what is wrong, with the focus there; true if nothing is.
    bool check();

Q_SIGNALS:
    void changed();
    void showRequested();
    void exportRequested();
    void savedExportsRequested();
    void accountsRequested();
    void goOnWithoutSavingRequested();
    void accountChosen(const QUuid& id);
    /// A link of the account's location was pasted.
    void crmHostFound(const QString& host);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpChannels();
    void setUpDates();
    void setUpContacts();
    void setUpSections();
    void setUpMoreFilters();
    LinkField* setUpLinks(QLineEdit& edit, FieldNote& note, QString CrmLink::*part);
    void onLinkTaken(const CrmLink& link, FieldNote& note);
    void fillStatuses();
    QString chosenStatus() const;
    void chooseStatus(const QString& status);
    void translate();

    Channels tickedChannels() const;
    void onChannelToggled(bool isTicked);
    void onAllMessagesToggled(bool isAll);
    void onDatesChanged();
    void onSectionToggled(QToolButton& section, bool isOpen);
    void updateSections();
    void updateDates();
    void updateSortBy();
    void fitToScrollBar();
    void showFault(QueryFault fault);
    void clearFaults();
    void onChanged();

    QTimeZone m_zone;
    Clock m_clock;
    QLocale m_locale;
    QString m_locationId;
    bool m_isSample = false;
    QString m_note;
    bool m_isExporting = false;
    std::unique_ptr<Ui::FilterForm> m_ui;
    LinkField* m_contact = nullptr;
    LinkField* m_conversation = nullptr;
    std::array<QCheckBox*, std::size(kEveryChannel)> m_boxes{}; // in the order of kEveryChannel
};

} // namespace leadway
