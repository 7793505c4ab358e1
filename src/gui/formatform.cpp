#include "gui/formatform.h"

#include "app/filesample.h"
#include "app/wording.h"
#include "format/columnnames.h"
#include "format/filebeginning.h"
#include "gui/columnsfield.h"
#include "gui/fieldnote.h"
#include "gui/intoview.h"
#include "ui_formatform.h"

#include <QDateTime>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <array>
#include <iterator>

namespace leadway
{

namespace
{

// What can be chosen for a format, beside into how many files.
enum : unsigned {
    Adapted = 1, // times are for a person
    Separated = 2,
    Guarded = 4,
    Lines = 8,
    Source = 16,
    Begins = 32, // is text in which it is worth looking at how it begins
    Tabular = 64,
};

struct Offer {
    Format format;
    const char* name; // of the button, for the tests
    const char* label;
    unsigned choices;
};

// In the order in which they are offered; a format is one line.
constexpr Offer kOffers[] = {
    {Format::Xlsx, "xlsxRadioButton", QT_TRANSLATE_NOOP("leadway::FormatForm", "E&xcel workbook"),
     Adapted | Tabular | Lines | Source},
    {Format::CsvExcel, "csvExcelRadioButton", QT_TRANSLATE_NOOP("leadway::FormatForm", "&CSV for Excel"),
     Adapted | Tabular | Separated | Guarded | Lines | Source | Begins},
    {Format::CsvExact, "csvExactRadioButton", QT_TRANSLATE_NOOP("leadway::FormatForm", "CSV, exact &data"),
     Begins},
    {Format::Json, "jsonRadioButton", QT_TRANSLATE_NOOP("leadway::FormatForm", "&JSON"), 0},
    {Format::JsonLines, "jsonLinesRadioButton", QT_TRANSLATE_NOOP("leadway::FormatForm", "JSON &Lines"), 0},
    {Format::Transcript, "transcriptRadioButton", QT_TRANSLATE_NOOP("leadway::FormatForm", "Tr&anscript"),
     Adapted},
    {Format::Pdf, "pdfRadioButton", QT_TRANSLATE_NOOP("leadway::FormatForm", "PDF docum&ent"), Adapted},
};

// In the order of the boxes.
constexpr std::array kSeparators = {';', ',', '\t'};
constexpr std::array kColumnChoices = {ColumnChoice::Simple, ColumnChoice::Everything, ColumnChoice::Own};
constexpr std::array kFileSplits = {FileSplit::OneFile, FileSplit::PerConversation, FileSplit::PerMonth};

template<class Values, class Value>
int indexIn(const Values& values, Value value)
{
    const auto found = std::find(values.begin(), values.end(), value);
    return found == values.end() ? 0 : static_cast<int>(found - values.begin());
}

// Of a box that has a row for each of them.
template<class Values>
auto chosenOf(const Values& values, const QComboBox& box)
{
    return values.at(static_cast<std::size_t>(std::max(box.currentIndex(), 0)));
}

unsigned choicesFor(Format format)
{
    const auto* const found = std::find_if(std::begin(kOffers), std::end(kOffers),
                                           [format](const Offer& offer) { return offer.format == format; });
    return found == std::end(kOffers) ? 0 : found->choices;
}

int countOf(FormatOptions options, ColumnChoice choice)
{
    options.columns = choice;
    return static_cast<int>(columnNames(options).size());
}

} // namespace

FormatForm::FormatForm(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FormatForm>())
{
    m_ui->setupUi(this);
    setUpFormats();
    setUpChoices();
    setUpBeginning();
    setOptions(m_options);
}

FormatForm::~FormatForm() = default;

void FormatForm::setUpFormats()
{
    constexpr int below = 12;
    setFontStep(*m_ui->saveAsLabel, 0, true);
    setFontStep(*m_ui->columnsLabel, 0, true);
    for (const Offer& offer : kOffers) {
        auto* const button = new QRadioButton(this);
        button->setObjectName(QLatin1String(offer.name));
        auto* const purpose = new QLabel(this);
        purpose->setObjectName(QLatin1String(offer.name) + QStringLiteral("PurposeLabel"));
        purpose->setTextFormat(Qt::PlainText);
        purpose->setWordWrap(true);
        purpose->setIndent(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, button) +
                           style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing, nullptr, button));
        purpose->setForegroundRole(QPalette::PlaceholderText);
        setFontStep(*purpose, -1);
        m_ui->formatsLayout->addWidget(button);
        m_ui->formatsLayout->addWidget(purpose);
        m_ui->formatsLayout->addSpacing(below);
        m_choices.push_back({button, purpose});
        connect(button, &QRadioButton::toggled, this, [this](bool isChosen) {
            if (isChosen) {
                onEdited();
            }
        });
    }
}

void FormatForm::setUpChoices()
{
    for (QLabel* hint : {m_ui->columnsHintLabel, m_ui->exactLabel}) {
        setFontStep(*hint, -1);
        hint->setForegroundRole(QPalette::PlaceholderText);
    }
    m_ui->columnsComboBox->addItems(QStringList(kColumnChoices.size()));
    m_ui->timesComboBox->addItems(QStringList(2));
    for (const QComboBox* box :
         {m_ui->separatorComboBox, m_ui->columnsComboBox, m_ui->filesComboBox, m_ui->timesComboBox}) {
        connect(box, &QComboBox::currentIndexChanged, this, &FormatForm::onEdited);
    }
    for (const QCheckBox* box : {m_ui->guardCheckBox, m_ui->lineBreaksCheckBox, m_ui->emailSourceCheckBox}) {
        connect(box, &QCheckBox::toggled, this, &FormatForm::onEdited);
    }
    connect(m_ui->columnsField, &ColumnsField::changed, this, &FormatForm::onEdited);
}

// As the eye goes: the format and what belongs to it, then the other side. Not before it is a part of a
// window, since Qt takes the order of a form that stands alone for a circle.
void FormatForm::setUpTabs()
{
    QList<QWidget*> stops;
    for (const Choice& choice : m_choices) {
        stops.append(choice.button);
    }
    stops.append({m_ui->separatorComboBox, m_ui->guardCheckBox, m_ui->lineBreaksCheckBox,
                  m_ui->emailSourceCheckBox, m_ui->columnsComboBox});
    stops.append(m_ui->columnsField->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    stops.append({m_ui->filesComboBox, m_ui->timesComboBox, m_ui->beginningPlainTextEdit});
    stops.removeIf([](const QWidget* stop) { return stop->focusPolicy() == Qt::NoFocus; }); // Qt ends there
    for (qsizetype i = 1; i < stops.size(); ++i) {
        setTabOrder(stops[i - 1], stops[i]);
    }
}

void FormatForm::setUpBeginning()
{
    constexpr int lines = 3;
    QPlainTextEdit* const edit = m_ui->beginningPlainTextEdit;
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QWidget::font().pointSizeF() - 1);
    edit->setFont(font);
    edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or its height would change with the text
    edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() +
                         edit->horizontalScrollBar()->sizeHint().height() +
                         2 * (edit->frameWidth() + qRound(edit->document()->documentMargin())));
}

void FormatForm::setOptions(const FormatOptions& options)
{
    m_options = options;
    fill();
    tell();
}

void FormatForm::focusFormat()
{
    for (const Choice& choice : m_choices) {
        if (choice.button->isChecked()) {
            choice.button->setFocus();
        }
    }
}

void FormatForm::setSample(std::vector<Message> messages)
{
    m_sample = std::move(messages);
    tellBeginning();
}

void FormatForm::fill()
{
    m_isFilling = true;
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i].button->setChecked(kOffers[i].format == m_options.format);
    }
    m_ui->separatorComboBox->setCurrentIndex(indexIn(kSeparators, m_options.separator));
    m_ui->guardCheckBox->setChecked(m_options.guard);
    m_ui->lineBreaksCheckBox->setChecked(m_options.keepsLineBreaks);
    m_ui->emailSourceCheckBox->setChecked(m_options.hasEmailSource);
    m_ui->columnsComboBox->setCurrentIndex(indexIn(kColumnChoices, m_options.columns));
    m_ui->columnsField->setKeys(m_options.ownColumns);
    m_ui->filesComboBox->setCurrentIndex(indexIn(kFileSplits, m_options.files));
    m_ui->timesComboBox->setCurrentIndex(m_options.isUtc ? 1 : 0);
    m_isFilling = false;
}

void FormatForm::onEdited()
{
    if (m_isFilling) {
        return;
    }
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].button->isChecked()) {
            m_options.format = kOffers[i].format;
        }
    }
    m_options.separator = chosenOf(kSeparators, *m_ui->separatorComboBox);
    m_options.guard = m_ui->guardCheckBox->isChecked();
    m_options.keepsLineBreaks = m_ui->lineBreaksCheckBox->isChecked();
    m_options.hasEmailSource = m_ui->emailSourceCheckBox->isChecked();
    m_options.columns = chosenOf(kColumnChoices, *m_ui->columnsComboBox);
    if (m_options.columns == ColumnChoice::Own) { // else what was ticked once is kept
        m_options.ownColumns = m_ui->columnsField->keys();
    }
    m_options.files = chosenOf(kFileSplits, *m_ui->filesComboBox);
    m_options.isUtc = m_ui->timesComboBox->currentIndex() == 1;
    m_ui->columnsFieldNote->clear();
    tell();
    Q_EMIT changed();
}

bool FormatForm::check()
{
    const bool hasColumns = (choicesFor(m_options.format) & Tabular) == 0 ||
                            m_options.columns != ColumnChoice::Own || !m_ui->columnsField->keys().empty();
    if (!hasColumns) {
        m_ui->columnsFieldNote->showError(tr("Tick at least one column."));
        m_ui->columnsComboBox->setFocus(Qt::OtherFocusReason);
        bringIntoView({m_ui->columnsFieldNote, m_ui->columnsComboBox});
    }
    return hasColumns;
}

void FormatForm::tell()
{
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const Choice& choice = m_choices[i];
        choice.button->setText(tr(kOffers[i].label));
        choice.purpose->setText(wording::formatPurpose(kOffers[i].format));
        choice.button->setAccessibleDescription(choice.purpose->text());
    }
    const unsigned choices = choicesFor(m_options.format);
    const auto has = [choices](unsigned choice) { return (choices & choice) != 0; };
    m_ui->optionsWidget->setVisible(has(Separated | Guarded | Lines | Source));
    m_ui->separatorWidget->setVisible(has(Separated));
    m_ui->guardCheckBox->setVisible(has(Guarded));
    m_ui->lineBreaksCheckBox->setVisible(has(Lines));
    m_ui->emailSourceCheckBox->setVisible(has(Source));
    m_ui->columnsWidget->setVisible(has(Tabular));
    m_ui->timesWidget->setVisible(has(Adapted));
    m_ui->exactWidget->setVisible(!has(Adapted));
    m_ui->beginningWidget->setVisible(has(Begins));
    m_ui->timesComboBox->setItemText(0, tr("Local time (%1)").arg(wording::zoneCity(m_options.zone)));
    m_ui->timesComboBox->setItemText(1, tr("UTC"));
    tellColumns();
    tellBeginning();
}

void FormatForm::tellColumns()
{
    QComboBox* const box = m_ui->columnsComboBox;
    box->setItemText(0, tr("Simple (%n columns)", nullptr, countOf(m_options, ColumnChoice::Simple)));
    box->setItemText(1, tr("Everything (%n columns)", nullptr, countOf(m_options, ColumnChoice::Everything)));
    box->setItemText(2, tr("My own choice"));
    const bool isOwn = m_options.columns == ColumnChoice::Own;
    m_ui->columnsField->setVisible(isOwn);
    m_ui->columnsHintLabel->setText(isOwn ? tr("Tick columns, and drag them into order.")
                                          : wording::columns(m_options));
}

void FormatForm::tellBeginning()
{
    const bool isExample = m_sample.empty();
    m_ui->beginningLabel->setText(isExample ? tr("The file will begin like this (an example)")
                                            : tr("The file will begin like this"));
    if (m_ui->beginningWidget->isHidden()) {
        return;
    }
    constexpr int lines = 3;
    const std::vector<Message> example = exampleMessages(QDateTime::currentMSecsSinceEpoch());
    m_ui->beginningPlainTextEdit->setPlainText(
        QString::fromStdString(fileBeginning(m_options, isExample ? example : m_sample, lines)));
}

void FormatForm::showEvent(QShowEvent* event)
{
    setUpTabs();
    QWidget::showEvent(event);
}

void FormatForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_isFilling = true; // while the boxes get their words
        m_ui->retranslateUi(this);
        m_isFilling = false;
        tell();
    }
    QWidget::changeEvent(event);
}

} // namespace leadway
