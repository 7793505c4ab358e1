// The parts of the form: how they are wired, and what they look like.

#include "app/crmlink.h"
#include "format/words.h"
#include "gui/filterform.h"
#include "gui/icons.h"
#include "gui/linkfield.h"
#include "ui_filterform.h"

#include <QCalendarWidget>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace leadway
{

void FilterForm::setUpChannels()
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        m_boxes[i]->setIcon(icon(glyphOf(kEveryChannel[i])));
        connect(m_boxes[i], &QCheckBox::toggled, this, &FilterForm::onChannelToggled);
    }
    connect(m_ui->allMessagesRadioButton, &QRadioButton::toggled, this, &FilterForm::onAllMessagesToggled);
}

void FilterForm::setUpDates()
{
    m_ui->datesComboBox->addItems(QStringList(std::size(kDateKeys))); // translate() gives them their texts
    connect(m_ui->datesComboBox, &QComboBox::currentIndexChanged, this, &FilterForm::onDatesChanged);
    connect(m_ui->fromDateEdit, &QDateEdit::dateChanged, this, &FilterForm::onDatesChanged);
    connect(m_ui->toDateEdit, &QDateEdit::dateChanged, this, &FilterForm::onDatesChanged);
}

void FilterForm::setUpContacts()
{
    m_contact = setUpLinks(*m_ui->contactLineEdit, *m_ui->contactFieldNote, &CrmLink::contactId);
    m_conversation =
        setUpLinks(*m_ui->conversationLineEdit, *m_ui->conversationFieldNote, &CrmLink::conversationId);
}

LinkField* FilterForm::setUpLinks(QLineEdit& edit, FieldNote& note, QString CrmLink::*part)
{
    connect(&edit, &QLineEdit::textChanged, this, [this, &note] {
        note.clear();
        onChanged();
    });
    auto* const field = new LinkField(edit, part);
    connect(field, &LinkField::linkTaken, this,
            [this, &note](const CrmLink& link) { onLinkTaken(link, note); });
    connect(field, &LinkField::otherLinkMet, this, [&note](const CrmLink& link) {
        if (!link.contactId.isEmpty()) {
            note.showWarning(tr("This is the link of a contact, not of a conversation."));
        } else if (!link.conversationId.isEmpty()) {
            note.showWarning(tr("This is the link of a conversation, not of a contact."));
        } else {
            note.showWarning(tr("This link is of neither a contact nor a conversation."));
        }
    });
    return field;
}

// A link of somewhere else holds an id too, but not one that is found here.
void FilterForm::onLinkTaken(const CrmLink& link, FieldNote& note)
{
    if (!link.locationId.isEmpty() && link.locationId != m_locationId) {
        note.showWarning(tr("Id found in the link, but the link is of another location than this account."));
        return;
    }
    note.showGood(tr("Id found in the link"));
    if (!link.locationId.isEmpty()) {
        Q_EMIT crmHostFound(link.host);
    }
}

void FilterForm::setUpMoreFilters()
{
    connect(m_ui->directionComboBox, &QComboBox::currentIndexChanged, this, &FilterForm::onChanged);
    connect(m_ui->statusComboBox, &QComboBox::editTextChanged, this, &FilterForm::onChanged);
    connect(m_ui->wordsLineEdit, &QLineEdit::textChanged, this, &FilterForm::onChanged);
    connect(m_ui->attachmentCheckBox, &QCheckBox::toggled, this, &FilterForm::onChanged);
}

// In the order of their words, which another language changes; what is chosen stays.
void FilterForm::fillStatuses()
{
    const QString chosen = chosenStatus();
    QList<std::pair<QString, QString>> choices; // word, status
    for (const std::string& status : knownStatuses()) {
        choices.append({statusWord(status), QString::fromStdString(status)});
    }
    std::sort(choices.begin(), choices.end(),
              [](const auto& a, const auto& b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    const QSignalBlocker blocker(m_ui->statusComboBox);
    m_ui->statusComboBox->clear();
    m_ui->statusComboBox->lineEdit()->setPlaceholderText(tr("Any", "status"));
    constexpr int inLine = 3; // with the texts of the boxes that cannot be typed in
    m_ui->statusComboBox->lineEdit()->setTextMargins(inLine, 0, 0, 0);
    // Its label names the box alone.
    m_ui->statusComboBox->lineEdit()->setAccessibleName(m_ui->statusLabel->text().remove(u'&'));
    m_ui->statusComboBox->addItem(tr("Any", "status"), QString());
    for (const auto& [word, status] : choices) {
        m_ui->statusComboBox->addItem(word, status);
    }
    chooseStatus(chosen);
}

// What is typed may be one of the words, or a status that the program has never heard of.
QString FilterForm::chosenStatus() const
{
    const QString typed = m_ui->statusComboBox->currentText().trimmed();
    const int index = m_ui->statusComboBox->findText(typed, Qt::MatchFixedString);
    return index < 0 ? typed : m_ui->statusComboBox->itemData(index).toString();
}

void FilterForm::chooseStatus(const QString& status)
{
    const int count = m_ui->statusComboBox->count();
    for (int index = 0; index < count; ++index) {
        const QString known = m_ui->statusComboBox->itemData(index).toString();
        if (statusKey(known.toStdString()) == statusKey(status.toStdString())) {
            m_ui->statusComboBox->setCurrentIndex(index);
            m_ui->statusComboBox->setEditText(m_ui->statusComboBox->itemText(index));
            return;
        }
    }
    m_ui->statusComboBox->setEditText(status.trimmed());
}

void FilterForm::setUpSections()
{
    m_ui->moreFiltersWidget->hide();
    m_ui->advancedWidget->hide();
    for (QToolButton* section : {m_ui->moreFiltersToolButton, m_ui->advancedToolButton}) {
        section->setIcon(icon(Glyph::ChevronRight));
        section->setIconSize({12, 12});
        connect(section, &QToolButton::toggled, this,
                [this, section](bool isOpen) { onSectionToggled(*section, isOpen); });
    }
    m_ui->limitSpinBox->setRange(kSmallestLimit, kLargestLimit);
    m_ui->limitSpinBox->setValue(kLargestLimit);
    connect(m_ui->limitSpinBox, &QSpinBox::valueChanged, this, &FilterForm::onChanged);
    m_ui->lanesSpinBox->setRange(0, kMostLanes);
    connect(m_ui->lanesSpinBox, &QSpinBox::valueChanged, this, &FilterForm::onChanged);
    connect(m_ui->orderComboBox, &QComboBox::currentIndexChanged, this, &FilterForm::onChanged);
    connect(m_ui->sortByComboBox, &QComboBox::currentIndexChanged, this, [this] {
        updateSortBy();
        onChanged();
    });
}

void FilterForm::setLocale(const QLocale& locale)
{
    m_locale = locale;
    // The edits write days as the language does, with a year of four digits.
    for (QDateEdit* edit : {m_ui->fromDateEdit, m_ui->toDateEdit}) {
        edit->setLocale(locale);
        edit->calendarWidget()->setLocale(locale);
        QString format = locale.dateFormat(QLocale::ShortFormat);
        if (!format.contains(QStringLiteral("yyyy"))) {
            format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
        }
        edit->setDisplayFormat(format);
    }
    m_ui->limitSpinBox->setLocale(locale);
    m_ui->lanesSpinBox->setLocale(locale);
    updateDates();
}

void FilterForm::updateSections()
{
    const auto title = [](const QString& name, const QToolButton& section, int count) {
        return count == 0 || section.isChecked()
                   ? name
                   : tr("%1 (%2)", "section, filters set in it").arg(name).arg(count);
    };
    const int more =
        (m_ui->conversationLineEdit->text().trimmed().isEmpty() ? 0 : 1) + filters().more.count();
    const int advanced = (m_ui->orderComboBox->currentIndex() > 0 ? 1 : 0) +
                         (m_ui->sortByComboBox->currentIndex() > 0 ? 1 : 0) +
                         (m_ui->limitSpinBox->value() != kLargestLimit ? 1 : 0) +
                         (m_ui->lanesSpinBox->value() > 0 ? 1 : 0);
    m_ui->moreFiltersToolButton->setText(title(tr("More fi&lters"), *m_ui->moreFiltersToolButton, more));
    m_ui->advancedToolButton->setText(title(tr("Adva&nced"), *m_ui->advancedToolButton, advanced));
}

void FilterForm::updateSortBy()
{
    if (m_ui->sortByComboBox->currentIndex() > 0) {
        m_ui->sortByFieldNote->showHint(tr("For exports; the table stays in the order of dates."));
    } else {
        m_ui->sortByFieldNote->clear();
    }
}

// The bar takes the right margin, so that the fields keep their width.
void FilterForm::fitToScrollBar()
{
    const QScrollBar* const bar = m_ui->filterScrollArea->verticalScrollBar();
    QMargins margins = m_ui->fieldsLayout->contentsMargins();
    const int taken = bar->isVisible() ? bar->sizeHint().width() : 0;
    margins.setRight(std::max(0, margins.left() - taken));
    m_ui->fieldsLayout->setContentsMargins(margins);
}

// The wheel scrolls the form; it must not change what it happens to pass over.
bool FilterForm::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->filterScrollArea->verticalScrollBar()) {
        if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
            fitToScrollBar();
        }
        return false;
    }
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace leadway
