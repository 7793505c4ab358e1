#include "gui/exportdialog.h"

#include "app/filename.h"
#include "app/wording.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "ui_exportdialog.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>
#include <array>

namespace leadway
{

ExportDialog::ExportDialog(Subject subject, const FormatOptions& options, QString folder, QWidget* parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_request{m_subject.query, options, {}}
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    setFontStep(*m_ui->countLabel, 3, true);
    setFontStep(*m_ui->saveAsLabel, 0, true);
    m_ui->summaryLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->savePushButton->setIcon(icon(Glyph::Export, Tint::OnAccent));
    for (const Choice& choice : choices()) {
        setFontStep(*choice.purpose, -1);
        choice.purpose->setForegroundRole(QPalette::PlaceholderText);
        choice.button->setChecked(choice.format == options.format);
        connect(choice.button, &QRadioButton::toggled, this, [this, choice](bool isChosen) {
            if (isChosen) {
                m_request.format.format = choice.format;
                suggestName();
            }
        });
    }
    connect(m_ui->nameLineEdit, &QLineEdit::textChanged, this, [this] { m_ui->nameFieldNote->clear(); });
    connect(m_ui->changePushButton, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_ui->savePushButton, &QPushButton::clicked, this, &ExportDialog::accept);
    connect(m_ui->cancelPushButton, &QPushButton::clicked, this, &ExportDialog::reject);
    setFolder(folder);
    tell();
    constexpr int usualWidth = 560;
    resize(std::max(usualWidth, sizeHint().width()), sizeHint().height());
}

ExportDialog::~ExportDialog() = default;

std::array<ExportDialog::Choice, 4> ExportDialog::choices() const
{
    return {{{Format::CsvExcel, m_ui->csvExcelRadioButton, m_ui->csvExcelPurposeLabel},
             {Format::CsvExact, m_ui->csvExactRadioButton, m_ui->csvExactPurposeLabel},
             {Format::Json, m_ui->jsonRadioButton, m_ui->jsonPurposeLabel},
             {Format::JsonLines, m_ui->jsonLinesRadioButton, m_ui->jsonLinesPurposeLabel}}};
}

void ExportDialog::tell()
{
    m_ui->countLabel->setText(m_subject.count
                                  ? tr("About %1 messages", nullptr,
                                       static_cast<int>(std::min<qint64>(*m_subject.count, 1'000'000)))
                                        .arg(wording::number(*m_subject.count, m_subject.locale))
                                  : tr("Export messages"));
    m_ui->summaryLabel->setText(
        wording::subject(m_subject.account, m_subject.query, m_request.format.zone, m_subject.locale));
    for (const Choice& choice : choices()) {
        choice.purpose->setText(wording::formatPurpose(choice.format));
        choice.button->setAccessibleDescription(choice.purpose->text());
    }
    m_ui->nameFieldNote->clear();
    suggestName();
}

// Follows the format as long as nobody typed a name; a typed one keeps all but its suffix.
void ExportDialog::suggestName()
{
    const QString typed = m_ui->nameLineEdit->text();
    const QFileInfo suggested(
        uniquePath(m_folder + QLatin1Char('/') +
                   suggestedFileName(m_subject.account, m_request.query, m_request.format)));
    if (typed.isEmpty() || typed == m_suggestion) {
        m_suggestion = suggested.fileName();
        m_ui->nameLineEdit->setText(m_suggestion);
        return;
    }
    const QFileInfo info(typed);
    const bool isOurs =
        QStringList{QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("jsonl")}.contains(
            info.suffix(), Qt::CaseInsensitive);
    if (isOurs) {
        m_ui->nameLineEdit->setText(info.completeBaseName() + QLatin1Char('.') +
                                    suffixOf(m_request.format.format));
    }
}

void ExportDialog::setFolder(const QString& folder)
{
    m_folder = QDir::cleanPath(folder);
    const QString name = QFileInfo(m_folder).fileName();
    m_ui->folderPathLabel->setText(name.isEmpty() ? QDir::toNativeSeparators(m_folder) : name);
    m_ui->folderPathLabel->setAccessibleDescription(QDir::toNativeSeparators(m_folder));
    m_ui->folderPathLabel->setToolTip(
        QDir::toNativeSeparators(m_folder).toHtmlEscaped().prepend(QStringLiteral("<qt>")));
}

void ExportDialog::chooseFolder()
{
    auto* const chooser = new QFileDialog(this, tr("Folder"), m_folder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        setFolder(folder);
        suggestName();
    });
    chooser->open();
}

QString ExportDialog::typedName() const
{
    QString name = m_ui->nameLineEdit->text().trimmed();
    const QString suffix = suffixOf(m_request.format.format);
    if (!name.isEmpty() && QFileInfo(name).suffix().compare(suffix, Qt::CaseInsensitive) != 0) {
        name += QLatin1Char('.') + suffix;
    }
    return name;
}

void ExportDialog::accept()
{
    const QString name = typedName();
    const bool hasForbidden = std::any_of(name.begin(), name.end(), [](QChar c) {
        return QStringLiteral("/\\:*?\"<>|").contains(c) || c.unicode() < 0x20;
    });
    if (name.isEmpty() || hasForbidden) {
        m_ui->nameFieldNote->showError(name.isEmpty() ? tr("Enter a name for the file.")
                                                      : tr("A file name cannot hold / \\ : * ? \" < > |"));
        m_ui->nameLineEdit->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString path = m_folder + QLatin1Char('/') + name;
    if (QFileInfo::exists(path)) {
        askAboutExisting(path);
    } else {
        finish(path);
    }
}

void ExportDialog::askAboutExisting(const QString& path)
{
    auto* const question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("existingMessageBox"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Export messages"));
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("There is already a file named “%1”.").arg(QFileInfo(path).fileName()));
    auto* const replace = question->addButton(tr("&Replace"), QMessageBox::DestructiveRole);
    auto* const keep = question->addButton(tr("&Keep both"), QMessageBox::AcceptRole);
    question->setEscapeButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    question->setDefaultButton(keep);
    replace->setObjectName(QStringLiteral("replacePushButton"));
    keep->setObjectName(QStringLiteral("keepBothPushButton"));
    connect(replace, &QAbstractButton::clicked, this, [this, path] { finish(path); });
    connect(keep, &QAbstractButton::clicked, this, [this, path] { finish(uniquePath(path)); });
    question->open();
}

void ExportDialog::finish(const QString& path)
{
    m_request.path = path;
    QDialog::accept();
}

void ExportDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        tell();
    }
    QDialog::changeEvent(event);
}

} // namespace leadway
