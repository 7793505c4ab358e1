// The parts of the form: how they are wired, and what they look like.

#include "gui/filterform.h"
#include "gui/icons.h"
#include "gui/linkfield.h"
#include "ui_filterform.h"

#include <QCalendarWidget>
#include <QDateTime>
#include <QScrollBar>

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
    const Filters usual = usualFilters(QDateTime::currentDateTimeUtc().toTimeZone(m_zone).date());
    m_ui->fromDateEdit->setDate(usual.from);
    m_ui->toDateEdit->setDate(usual.to);
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
    connect(field, &LinkField::linkTaken, this, [&note] { note.showGood(tr("Id found in the link")); });
    return field;
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
    const int more = m_ui->conversationLineEdit->text().trimmed().isEmpty() ? 0 : 1;
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
