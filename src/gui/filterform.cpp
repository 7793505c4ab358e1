#include "gui/filterform.h"

#include "app/datechoice.h"
#include "app/wording.h"
#include "gui/icons.h"
#include "gui/intoview.h"
#include "gui/linkfield.h"
#include "ui_filterform.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace leadway
{

namespace
{

// The items of the boxes, in their order.
constexpr std::array kDates = {DateChoice::Today,      DateChoice::Yesterday, DateChoice::Last7Days,
                               DateChoice::Last30Days, DateChoice::ThisMonth, DateChoice::LastMonth,
                               DateChoice::ThisYear,   DateChoice::AllTime,   DateChoice::OtherDates};
constexpr std::array<std::optional<Direction>, 3> kDirections = {std::nullopt, Direction::Received,
                                                                 Direction::Sent};
constexpr std::array kOrders = {SortOrder::Descending, SortOrder::Ascending};
constexpr std::array kSortBys = {SortBy::CreatedAt, SortBy::UpdatedAt};

template<class Values>
int indexOf(const Values& values, typename Values::value_type value)
{
    return static_cast<int>(std::find(values.begin(), values.end(), value) - values.begin());
}

template<class Values>
typename Values::value_type valueAt(const Values& values, int index)
{
    return values[static_cast<std::size_t>(std::max(0, index))];
}

} // namespace

FilterForm::FilterForm(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_clock([zone] { return todayIn(zone); })
    , m_ui(std::make_unique<Ui::FilterForm>())
{
    m_ui->setupUi(this);
    m_boxes = {m_ui->smsCheckBox,       m_ui->callCheckBox,     m_ui->emailCheckBox, m_ui->whatsAppCheckBox,
               m_ui->instagramCheckBox, m_ui->facebookCheckBox, m_ui->otherCheckBox};
    m_ui->filterScrollArea->viewport()->setAutoFillBackground(false);
    m_ui->fieldsWidget->setAutoFillBackground(false);
    m_ui->accountsToolButton->setIcon(icon(Glyph::Sliders));
    m_ui->showPushButton->setIcon(icon(Glyph::Search));
    m_ui->exportPushButton->setIcon(icon(Glyph::Export, Tint::OnAccent));
    m_ui->savedPushButton->setIcon(icon(Glyph::Bookmark));
    m_ui->filterScrollArea->verticalScrollBar()->installEventFilter(this);
    setUpContacts();
    setUpChannels();
    setUpDates();
    setUpSections();
    setUpMoreFilters();
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_ui->accountComboBox, m_ui->datesComboBox, m_ui->fromDateEdit, m_ui->toDateEdit,
             m_ui->directionComboBox, m_ui->statusComboBox, m_ui->orderComboBox, m_ui->sortByComboBox,
             m_ui->limitSpinBox, m_ui->lanesSpinBox}) {
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
    connect(m_ui->accountsToolButton, &QToolButton::clicked, this, &FilterForm::accountsRequested);
    connect(m_ui->unsavedPushButton, &QPushButton::clicked, this, &FilterForm::goOnWithoutSavingRequested);
    connect(m_ui->accountComboBox, &QComboBox::activated, this,
            [this](int index) { Q_EMIT accountChosen(m_ui->accountComboBox->itemData(index).toUuid()); });
    connect(m_ui->showPushButton, &QPushButton::clicked, this, &FilterForm::showRequested);
    connect(m_ui->exportPushButton, &QPushButton::clicked, this, &FilterForm::exportRequested);
    connect(m_ui->savedPushButton, &QPushButton::clicked, this, &FilterForm::savedExportsRequested);
    setFilters(usualFilters(m_clock()));
    translate();
}

FilterForm::~FilterForm() = default;

void FilterForm::setAccounts(const QList<Account>& accounts, const Account& current)
{
    m_locationId = current.locationId;
    m_isSample = current.isSample;
    const QSignalBlocker blocker(m_ui->accountComboBox);
    m_ui->accountComboBox->clear();
    for (const Account& account : accounts) {
        m_ui->accountComboBox->addItem(account.displayName(), account.id);
        if (account.id == current.id) {
            m_ui->accountComboBox->setCurrentIndex(m_ui->accountComboBox->count() - 1);
        }
    }
    translate();
}

void FilterForm::setNote(const QString& note, bool offersToGoOn)
{
    m_note = note;
    m_ui->unsavedWidget->setVisible(offersToGoOn);
    translate();
}

void FilterForm::setClock(Clock clock)
{
    m_clock = std::move(clock);
    updateDates();
}

void FilterForm::setExporting(bool isExporting)
{
    m_isExporting = isExporting;
    m_ui->exportPushButton->setEnabled(!isExporting);
    translate();
}

void FilterForm::translate()
{
    for (std::size_t i = 0; i < kDates.size(); ++i) {
        m_ui->datesComboBox->setItemText(static_cast<int>(i), wording::dateChoice(kDates[i]));
    }
    fillStatuses();
    updateSections();
    updateDates();
    updateSortBy();
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        // Digits, since the letters run out; after the text, which resets them.
        const QKeySequence key(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)));
        const QString name = key.toString(QKeySequence::NativeText);
        m_boxes[i]->setShortcut(key);
        m_boxes[i]->setToolTip(kEveryChannel[i] == Channel::Other
                                   ? tr("Activity, web chat and the like (%1)", "the key").arg(name)
                                   : name);
    }
    m_ui->exportPushButton->setToolTip(m_isExporting ? tr("One export at a time") : QString());
    m_ui->accountFieldNote->showHint(m_isSample ? tr("Sample data, nothing is real") : m_note);
}

Channels FilterForm::tickedChannels() const
{
    Channels ticked;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        ticked.setFlag(kEveryChannel[i], m_boxes[i]->isChecked());
    }
    return ticked;
}

// Ticking a box means "these"; with the last one unticked nothing is left to mean but all.
void FilterForm::onChannelToggled(bool isTicked)
{
    if (isTicked) {
        m_ui->onlyTheseRadioButton->setChecked(true);
    } else if (!tickedChannels()) {
        m_ui->allMessagesRadioButton->setChecked(true);
    }
    onChanged();
}

void FilterForm::onAllMessagesToggled(bool isAll)
{
    if (isAll) {
        for (QCheckBox* box : m_boxes) {
            const QSignalBlocker blocker(box);
            box->setChecked(false);
        }
    }
    onChanged();
}

void FilterForm::onDatesChanged()
{
    updateDates();
    onChanged();
}

void FilterForm::onSectionToggled(QToolButton& section, bool isOpen)
{
    const bool isMore = &section == m_ui->moreFiltersToolButton;
    QWidget* const fields = isMore ? m_ui->moreFiltersWidget : m_ui->advancedWidget;
    fields->setVisible(isOpen);
    section.setIcon(icon(isOpen ? Glyph::ChevronDown : Glyph::ChevronRight));
    if (isOpen) {
        // One open at a time, so that no two visible fields share a letter.
        (isMore ? m_ui->advancedToolButton : m_ui->moreFiltersToolButton)->setChecked(false);
        bringIntoView({fields, &section});
    }
    updateSections();
}

void FilterForm::updateDates()
{
    const bool isOther = filters().dates == DateChoice::OtherDates;
    m_ui->daysWidget->setVisible(isOther);
    const Filters chosen = filters();
    const Days days = isOther ? Days{chosen.from, chosen.to} : daysOf(chosen.dates, m_clock());
    const Interval interval = wholeDays(days.from, days.to, m_zone);
    if (interval.isEmpty() || interval == Interval()) {
        m_ui->datesFieldNote->clear();
        return;
    }
    const QString text = wording::dates(interval, m_zone, m_locale);
    QString zone = wording::zoneName(m_zone);
    zone.replace(u' ', QChar::Nbsp); // or the narrow form would part it
    m_ui->datesFieldNote->showHint((days.from == days.to ? text : tr("%1, both included").arg(text)) +
                                   QStringLiteral(" · ") + zone);
}

Filters FilterForm::filters() const
{
    Filters filters;
    filters.channels = m_ui->allMessagesRadioButton->isChecked() ? allChannels() : tickedChannels();
    filters.dates = valueAt(kDates, m_ui->datesComboBox->currentIndex());
    filters.from = m_ui->fromDateEdit->date();
    filters.to = m_ui->toDateEdit->date();
    filters.contactId = m_contact->id();
    filters.conversationId = m_conversation->id();
    filters.more.direction = valueAt(kDirections, m_ui->directionComboBox->currentIndex());
    filters.more.status = chosenStatus();
    filters.more.text = m_ui->wordsLineEdit->text();
    filters.more.hasAttachment = m_ui->attachmentCheckBox->isChecked();
    filters.sortOrder = valueAt(kOrders, m_ui->orderComboBox->currentIndex());
    filters.sortBy = valueAt(kSortBys, m_ui->sortByComboBox->currentIndex());
    filters.limit = m_ui->limitSpinBox->value();
    filters.lanes = m_ui->lanesSpinBox->value();
    return filters;
}

void FilterForm::setFilters(const Filters& filters)
{
    const bool isAll = filters.channels == allChannels();
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker blocker(m_boxes[i]);
        m_boxes[i]->setChecked(!isAll && filters.channels.testFlag(kEveryChannel[i]));
    }
    (isAll ? m_ui->allMessagesRadioButton : m_ui->onlyTheseRadioButton)->setChecked(true);
    m_ui->fromDateEdit->setDate(filters.from);
    m_ui->toDateEdit->setDate(filters.to);
    m_ui->datesComboBox->setCurrentIndex(indexOf(kDates, filters.dates));
    m_ui->contactLineEdit->setText(filters.contactId);
    m_ui->conversationLineEdit->setText(filters.conversationId);
    m_ui->directionComboBox->setCurrentIndex(indexOf(kDirections, filters.more.direction));
    chooseStatus(filters.more.status);
    m_ui->wordsLineEdit->setText(filters.more.text);
    m_ui->attachmentCheckBox->setChecked(filters.more.hasAttachment);
    m_ui->orderComboBox->setCurrentIndex(indexOf(kOrders, filters.sortOrder));
    m_ui->sortByComboBox->setCurrentIndex(indexOf(kSortBys, filters.sortBy));
    m_ui->limitSpinBox->setValue(filters.limit);
    m_ui->lanesSpinBox->setValue(filters.lanes);
    onDatesChanged();
}

void FilterForm::setOrder(SortOrder order)
{
    m_ui->orderComboBox->setCurrentIndex(indexOf(kOrders, order));
}

MessageQuery FilterForm::query() const
{
    return queryOf(filters(), m_locationId, m_zone, m_clock());
}

bool FilterForm::check()
{
    clearFaults();
    const std::optional<QueryFault> fault = query().validate();
    if (fault) {
        showFault(*fault);
    }
    return !fault;
}

void FilterForm::showFault(QueryFault fault)
{
    const auto [note, field] = [this, fault]() -> std::pair<FieldNote*, QWidget*> {
        switch (fault) {
        case QueryFault::NoChannel:
            return {m_ui->channelsFieldNote, m_ui->smsCheckBox};
        case QueryFault::DatesReversed:
            return {m_ui->datesFieldNote, m_ui->fromDateEdit};
        case QueryFault::ConversationMalformed:
            m_ui->moreFiltersToolButton->setChecked(true);
            return {m_ui->conversationFieldNote, m_ui->conversationLineEdit};
        case QueryFault::ContactMalformed:
            return {m_ui->contactFieldNote, m_ui->contactLineEdit};
        case QueryFault::LimitOutOfRange: // the box does not let it happen
            m_ui->advancedToolButton->setChecked(true);
            return {m_ui->sortByFieldNote, m_ui->limitSpinBox};
        case QueryFault::LocationMissing:
        case QueryFault::LocationMalformed:
            break;
        }
        return {m_ui->accountFieldNote, m_ui->accountsToolButton};
    }();
    note->showError(wording::fault(fault));
    field->setFocus(Qt::OtherFocusReason);
    bringIntoView({field, note});
}

void FilterForm::clearFaults()
{
    for (FieldNote* note : {m_ui->channelsFieldNote, m_ui->datesFieldNote, m_ui->contactFieldNote,
                            m_ui->conversationFieldNote}) {
        if (note->isError()) {
            note->clear();
        }
    }
    updateDates();
}

void FilterForm::onChanged()
{
    clearFaults();
    updateSections();
    Q_EMIT changed();
}

void FilterForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        clearFaults();
        translate();
    }
    QWidget::changeEvent(event);
}

void FilterForm::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter) {
        QWidget::keyPressEvent(event);
    } else if (auto* button = qobject_cast<QPushButton*>(focusWidget())) {
        button->click();
    } else {
        Q_EMIT showRequested();
    }
}

} // namespace leadway
