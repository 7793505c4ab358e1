#include "gui/filterform.h"

#include "app/crmlink.h"
#include "app/wording.h"
#include "gui/icons.h"
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

enum Dates { AllTime, OtherDates };

} // namespace

FilterForm::FilterForm(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
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
    m_ui->filterScrollArea->verticalScrollBar()->installEventFilter(this);
    setUpChannels();
    setUpDates();
    setUpContacts();
    setUpSections();
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_ui->accountComboBox, m_ui->datesComboBox, m_ui->fromDateEdit, m_ui->toDateEdit,
             m_ui->orderComboBox, m_ui->sortByComboBox, m_ui->limitSpinBox}) {
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
    connect(m_ui->accountsToolButton, &QToolButton::clicked, this, &FilterForm::accountsRequested);
    connect(m_ui->showPushButton, &QPushButton::clicked, this, &FilterForm::showRequested);
    connect(m_ui->exportPushButton, &QPushButton::clicked, this, &FilterForm::exportRequested);
    translate();
}

FilterForm::~FilterForm() = default;

void FilterForm::setAccount(const Account& account)
{
    m_locationId = account.locationId;
    m_isSample = account.isSample;
    m_ui->accountComboBox->clear();
    m_ui->accountComboBox->addItem(account.displayName());
    translate();
}

void FilterForm::setExporting(bool isExporting)
{
    m_isExporting = isExporting;
    m_ui->exportPushButton->setEnabled(!isExporting);
    m_ui->accountsToolButton->setEnabled(!isExporting);
    translate();
}

void FilterForm::translate()
{
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
    if (m_isSample) {
        m_ui->sampleFieldNote->showHint(tr("Sample data, nothing is real"));
    } else {
        m_ui->sampleFieldNote->clear();
    }
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

void FilterForm::takeLink(QLineEdit& edit, FieldNote& note, bool wantsContact)
{
    note.clear();
    const CrmLink link = readCrmLink(edit.text());
    const QString id = wantsContact ? link.contactId : link.conversationId;
    if (!id.isEmpty()) {
        const QSignalBlocker blocker(edit);
        edit.setText(id);
        note.showGood(tr("Id found in the link"));
    }
    onChanged();
}

void FilterForm::onSectionToggled(QToolButton& section, bool isOpen)
{
    const bool isMore = &section == m_ui->moreFiltersToolButton;
    (isMore ? m_ui->moreFiltersWidget : m_ui->advancedWidget)->setVisible(isOpen);
    section.setIcon(icon(isOpen ? Glyph::ChevronDown : Glyph::ChevronRight));
    if (isOpen) {
        // One open at a time, so that no two visible fields share a letter.
        (isMore ? m_ui->advancedToolButton : m_ui->moreFiltersToolButton)->setChecked(false);
    }
    updateSections();
}

void FilterForm::updateDates()
{
    const bool isOther = m_ui->datesComboBox->currentIndex() == OtherDates;
    m_ui->daysWidget->setVisible(isOther);
    const Interval interval = query().interval;
    if (!isOther || interval.isEmpty()) {
        m_ui->datesFieldNote->clear();
        return;
    }
    m_ui->datesFieldNote->showHint(tr("%1, both included").arg(wording::dates(interval, m_zone, m_locale)));
}

MessageQuery FilterForm::query() const
{
    MessageQuery query;
    query.locationId = m_locationId;
    query.channels = m_ui->allMessagesRadioButton->isChecked() ? allChannels() : tickedChannels();
    query.contactId = m_ui->contactLineEdit->text().trimmed();
    query.conversationId = m_ui->conversationLineEdit->text().trimmed();
    if (m_ui->datesComboBox->currentIndex() == OtherDates) {
        query.interval = wholeDays(m_ui->fromDateEdit->date(), m_ui->toDateEdit->date(), m_zone);
    }
    query.sortOrder = m_ui->orderComboBox->currentIndex() == 0 ? SortOrder::Descending : SortOrder::Ascending;
    query.sortBy = m_ui->sortByComboBox->currentIndex() == 0 ? SortBy::CreatedAt : SortBy::UpdatedAt;
    query.limit = m_ui->limitSpinBox->value();
    return query;
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
        return {m_ui->sampleFieldNote, m_ui->accountsToolButton};
    }();
    note->showError(wording::fault(fault));
    field->setFocus(Qt::OtherFocusReason);
    // Once the note has got its place.
    QMetaObject::invokeMethod(
        this,
        [this, shown = std::array<QWidget*, 2>{field, note}] {
            for (QWidget* widget : shown) {
                m_ui->filterScrollArea->ensureWidgetVisible(widget);
            }
        },
        Qt::QueuedConnection);
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
