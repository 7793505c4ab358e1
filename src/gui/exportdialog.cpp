#include "gui/exportdialog.h"

#include "app/filename.h"
#include "app/wording.h"
#include "gui/fieldnote.h"
#include "gui/formatform.h"
#include "gui/icons.h"
#include "ui_exportdialog.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>
#include <iterator>

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
    m_ui->summaryLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->savePushButton->setIcon(icon(Glyph::Export, Tint::OnAccent));
    setUpBody();
    connect(m_ui->nameLineEdit, &QLineEdit::textChanged, this, [this] { m_ui->nameFieldNote->clear(); });
    connect(m_ui->changePushButton, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_ui->savePushButton, &QPushButton::clicked, this, &ExportDialog::accept);
    connect(m_ui->cancelPushButton, &QPushButton::clicked, this, &ExportDialog::reject);
    setUpKeeping();
    setFolder(folder);
    tell();
    growToBody();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::setUpBody()
{
    m_ui->bodyScrollArea->viewport()->setAutoFillBackground(false);
    m_ui->bodyWidget->setAutoFillBackground(false);
    m_ui->formatForm->setOptions(m_request.format);
    m_ui->formatForm->focusFormat();
    connect(m_ui->formatForm, &FormatForm::changed, this, &ExportDialog::onFormatChanged);
}

// As large as its middle would like to be, as far as the screen goes; beyond that the middle scrolls. Only
// for more than there ever was to show, so that nothing jumps about and a person's own size stays.
void ExportDialog::growToBody()
{
    constexpr int usualWidth = 704;
    constexpr int around = 64;
    QScrollArea* const area = m_ui->bodyScrollArea;
    m_ui->bodyWidget->layout()->activate();
    area->setMinimumWidth(m_ui->bodyWidget->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width());
    const int width = std::max(usualWidth, sizeHint().width());
    const int body = m_ui->bodyWidget->heightForWidth(width);
    if (body <= m_tallestBody) {
        return;
    }
    m_tallestBody = body;
    const int rest = sizeHint().height() - area->sizeHint().height();
    const QSize screenSize = screen()->availableSize() - QSize(around, around);
    resize(size().expandedTo({width, rest + body}).boundedTo(screenSize));
}

void ExportDialog::setSample(std::vector<Message> messages)
{
    m_ui->formatForm->setSample(std::move(messages));
}

void ExportDialog::onFormatChanged()
{
    m_request.format = m_ui->formatForm->options();
    suggestName();
    growToBody();
}

QString ExportDialog::heading() const
{
    if (!m_subject.count) {
        return tr("Export messages");
    }
    constexpr qint64 many = 1'000'000; // for the plural, which Qt takes of an int
    return *m_subject.count == 0
               ? tr("No messages match")
               : tr("About %1 messages", nullptr, static_cast<int>(std::min(*m_subject.count, many)))
                     .arg(wording::number(*m_subject.count, m_subject.locale));
}

void ExportDialog::tell()
{
    m_ui->countLabel->setText(heading());
    m_ui->summaryLabel->setText(
        wording::subject(m_subject.account, m_subject.query, m_request.format.zone, m_subject.locale));
    m_ui->nameFieldNote->clear();
    suggestName();
}

// Follows the format as long as nobody typed a name; a typed one keeps all but its suffix.
void ExportDialog::suggestName()
{
    m_ui->nameLabel->setText(isFolder() ? tr("Folder &name") : tr("File &name"));
    const QString typed = m_ui->nameLineEdit->text();
    const QFileInfo suggested(uniquePath(
        m_folder + QLatin1Char('/') + suggestedFileName(m_subject.account, m_request.query, m_request.format),
        m_request.format.files));
    if (typed.isEmpty() || typed == m_suggestion) {
        m_suggestion = suggested.fileName();
        m_ui->nameLineEdit->setText(m_suggestion);
        return;
    }
    const QFileInfo info(typed);
    const bool isOurs =
        std::any_of(std::begin(kFormatKeys), std::end(kFormatKeys), [&info](const auto& known) {
            return info.suffix().compare(suffixOf(known.second), Qt::CaseInsensitive) == 0;
        });
    if (isOurs) {
        m_ui->nameLineEdit->setText(isFolder() ? info.completeBaseName()
                                               : info.completeBaseName() + QLatin1Char('.') +
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
    if (!isFolder() && !name.isEmpty() &&
        QFileInfo(name).suffix().compare(suffix, Qt::CaseInsensitive) != 0) {
        name += QLatin1Char('.') + suffix;
    }
    return name;
}

// Empty if there is none.
QString ExportDialog::faultOf(const QString& name) const
{
    const bool hasForbidden = std::any_of(name.begin(), name.end(), [](QChar c) {
        return QStringLiteral("/\\:*?\"<>|").contains(c) || c.unicode() < 0x20;
    });
    if (name.isEmpty()) {
        return isFolder() ? tr("Enter a name for the folder.") : tr("Enter a name for the file.");
    }
    if (hasForbidden) {
        return isFolder() ? tr("A folder name cannot hold / \\ : * ? \" < > |")
                          : tr("A file name cannot hold / \\ : * ? \" < > |");
    }
    // "." and ".." are other folders, and Windows drops the dots of others.
    return isFolder() && name.endsWith(QLatin1Char('.')) ? tr("A folder name cannot end with a dot.")
                                                         : QString();
}

void ExportDialog::accept()
{
    if (!m_ui->formatForm->check()) {
        return;
    }
    const QString name = typedName();
    if (const QString fault = faultOf(name); !fault.isEmpty()) {
        m_ui->nameFieldNote->showError(fault);
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
    const QFileInfo existing(path);
    question->setText((existing.isDir() ? tr("There is already a folder named “%1”.")
                                        : tr("There is already a file named “%1”."))
                          .arg(existing.fileName()));
    if (existing.isDir() == isFolder()) { // else neither takes the other's place
        auto* const replace = question->addButton(tr("&Replace"), QMessageBox::DestructiveRole);
        replace->setObjectName(QStringLiteral("replacePushButton"));
        connect(replace, &QAbstractButton::clicked, this, [this, path] { finish(path); });
    }
    auto* const keep = question->addButton(tr("&Keep both"), QMessageBox::AcceptRole);
    keep->setObjectName(QStringLiteral("keepBothPushButton"));
    connect(keep, &QAbstractButton::clicked, this,
            [this, path] { finish(uniquePath(path, m_request.format.files)); });
    question->setEscapeButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    question->setDefaultButton(keep);
    question->open();
}

void ExportDialog::setUpKeeping()
{
    m_ui->keepWidget->hide();
    QSizePolicy policy = m_ui->keepNameLineEdit->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // so that nothing jumps
    m_ui->keepNameLineEdit->setSizePolicy(policy);
    m_ui->keepNameLineEdit->hide();
    connect(m_ui->keepCheckBox, &QCheckBox::toggled, this, [this](bool isKept) {
        m_ui->keepNameLineEdit->setVisible(isKept);
        if (isKept && m_ui->keepNameLineEdit->text().isEmpty()) {
            m_ui->keepNameLineEdit->setText(wording::channels(m_subject.query.channels));
        }
        if (isKept) {
            m_ui->keepNameLineEdit->selectAll();
            m_ui->keepNameLineEdit->setFocus(Qt::OtherFocusReason);
        }
    });
}

void ExportDialog::offerToKeep()
{
    m_ui->keepWidget->show();
}

void ExportDialog::finish(const QString& path)
{
    if (m_ui->keepCheckBox->isChecked()) {
        const QString name = m_ui->keepNameLineEdit->text().simplified();
        Q_EMIT keepRequested(name.isEmpty() ? wording::channels(m_subject.query.channels) : name);
    }
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
