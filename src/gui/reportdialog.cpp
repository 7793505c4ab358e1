#include "gui/reportdialog.h"

#include "app/language.h"
#include "app/reportjson.h"
#include "app/wording.h"
#include "gui/colours.h"
#include "gui/fieldnote.h"
#include "gui/hairline.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextFrame>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>
#include <memory>

namespace leadway
{

namespace
{

constexpr int kReportMargin = 24;
constexpr int kValueGap = 16; // between label and value, and between sections
constexpr int kRowGap = 4;

// What a paragraph looks like. The lines of a value stand under each other because the paragraph hangs: its
// first line begins at the left, all others, and the value behind the tab, where the column does.
QTextBlockFormat rowFormat(qreal column)
{
    QTextBlockFormat format;
    format.setLeftMargin(column);
    format.setTextIndent(-column);
    format.setTabPositions({QTextOption::Tab(column, QTextOption::LeftTab)});
    format.setBottomMargin(kRowGap);
    return format;
}

QTextBlockFormat plainFormat(qreal above)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(kRowGap);
    return format;
}

// As wide as the widest label.
int columnWidth(const ReportText& report, const QFontMetrics& metrics)
{
    int width = 0;
    for (const ReportSection& section : report.sections) {
        for (const ReportRow& row : section.rows) {
            width = std::max(width, metrics.horizontalAdvance(row.label));
        }
    }
    return width + kValueGap;
}

// Begins a paragraph; an empty document has its first one already.
void addParagraph(QTextCursor& cursor, const QTextBlockFormat& format)
{
    if (cursor.atStart()) {
        cursor.setBlockFormat(format);
    } else {
        cursor.insertBlock(format);
    }
}

} // namespace

ReportDialog::ReportDialog(Subject subject, const Language& language, QWidget* parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_language(language)
    , m_title(new QLabel(this))
    , m_line(new QLabel(this))
    , m_text(new QTextEdit(this))
    , m_note(new FieldNote(this))
    , m_save(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("reportDialog"));
    m_title->setObjectName(QStringLiteral("reportTitleLabel"));
    m_line->setObjectName(QStringLiteral("reportLineLabel"));
    m_text->setObjectName(QStringLiteral("reportTextEdit"));
    m_note->setObjectName(QStringLiteral("reportFieldNote"));
    m_save->setObjectName(QStringLiteral("saveReportPushButton"));
    m_copy->setObjectName(QStringLiteral("copyReportPushButton"));
    m_close->setObjectName(QStringLiteral("closePushButton"));
    for (QLabel* label : {m_title, m_line}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setFontStep(*m_title, 3, true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->viewport()->setBackgroundRole(QPalette::Window);
    m_save->setVisible(exportReport() != nullptr);
    m_close->setDefault(true);
    setUpLayout();

    connect(m_save, &QPushButton::clicked, this, &ReportDialog::chooseFile);
    connect(m_copy, &QPushButton::clicked, this, &ReportDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &ReportDialog::reject);
    tell();
    takeSize();
}

void ReportDialog::setUpLayout()
{
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kReportMargin, kReportMargin, kReportMargin, kReportMargin);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addSpacing(4);
    layout->addWidget(m_line);
    layout->addSpacing(kValueGap - 4);
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_text, 1);
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_note);
    layout->addSpacing(kValueGap);
    layout->addLayout(buttons);
}

// As high as the whole text, if the screen is.
void ReportDialog::takeSize()
{
    constexpr QSize smallest(560, 360);
    constexpr int usualWidth = 720;
    constexpr int besideScreen = 64;
    const QWidget* const place = parentWidget() ? parentWidget() : this;
    const QSize most = place->screen()->availableSize() - QSize(besideScreen, besideScreen);
    const int width = std::min(usualWidth, most.width());
    // A copy, since the editor keeps its own as wide as itself.
    const std::unique_ptr<QTextDocument> text(m_text->document()->clone());
    text->setTextWidth(width - 2 * kReportMargin - m_text->verticalScrollBar()->sizeHint().width());
    const int rest = layout()->totalHeightForWidth(width) - m_text->sizeHint().height();
    const int height = std::max(smallest.height(), rest + qCeil(text->size().height()));
    setMinimumSize(smallest);
    resize(width, std::min(height, most.height()));
}

const ExportReport* ReportDialog::exportReport() const
{
    const auto* const finished = std::get_if<Finished>(&m_subject.state);
    return finished ? &finished->report : nullptr;
}

void ReportDialog::tell()
{
    setWindowTitle(tr("Details"));
    m_text->setAccessibleName(tr("Details of the export"));
    m_save->setText(tr("&Save…"));
    m_copy->setText(tr("&Copy"));
    m_close->setText(tr("Close"));
    m_note->clear();
    m_report =
        reportText(m_subject.account, m_subject.request, m_subject.state, localeFor(m_language.code()));
    m_title->setText(m_report.title);
    m_line->setText(m_report.line);
    m_line->setVisible(!m_report.line.isEmpty());
    fill();
}

void ReportDialog::fill()
{
    m_text->clear();
    QTextFrameFormat frame;
    frame.setTopMargin(kValueGap);
    frame.setBottomMargin(kValueGap - kRowGap);
    m_text->document()->rootFrame()->setFrameFormat(frame);

    QTextCharFormat valueFormat;
    valueFormat.setForeground(palette().color(QPalette::WindowText));
    QTextCharFormat labelFormat;
    labelFormat.setForeground(colour(Tint::Secondary, palette()));
    QTextCharFormat titleFormat = valueFormat;
    titleFormat.setFontWeight(QFont::DemiBold);
    const QTextBlockFormat hanging = rowFormat(columnWidth(m_report, m_text->fontMetrics()));

    // Inserted as text, so that nothing that came from outside is taken for markup.
    QTextCursor cursor(m_text->document());
    for (const ReportSection& section : m_report.sections) {
        addParagraph(cursor, plainFormat(cursor.atStart() ? 0 : kValueGap));
        cursor.insertText(section.title, titleFormat);
        for (const ReportRow& row : section.rows) {
            if (row.label.isEmpty()) {
                addParagraph(cursor, plainFormat(0));
            } else {
                addParagraph(cursor, hanging);
                cursor.insertText(row.label + QLatin1Char('\t'), labelFormat);
            }
            // Lines of one paragraph, so that they stay in their column.
            QString value = row.value;
            value.replace(QLatin1Char('\n'), QChar::LineSeparator);
            cursor.insertText(value, valueFormat);
        }
    }
    m_text->moveCursor(QTextCursor::Start);
}

void ReportDialog::copy()
{
    QApplication::clipboard()->setText(reportAsText(m_report));
    m_note->showGood(tr("Copied."));
}

void ReportDialog::chooseFile()
{
    const QFileInfo file(exportReport()->path);
    auto* const chooser =
        new QFileDialog(this, tr("Save the details"), file.path(), tr("JSON files (*.json)"));
    chooser->setObjectName(QStringLiteral("reportFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->selectFile(tr("%1 – details", "a file's name").arg(file.completeBaseName()) +
                        QStringLiteral(".json"));
    connect(chooser, &QFileDialog::fileSelected, this, &ReportDialog::save);
    chooser->open();
}

void ReportDialog::save(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const ExportReport& report = *exportReport();
    if (QFileInfo(path) == QFileInfo(report.path)) {
        m_note->showError(tr("“%1” holds the messages. Choose another name.").arg(name));
        return;
    }
    if (const auto saved = saveReportJson(path, m_subject.request, report); !saved) {
        m_note->showError(wording::inOneLine(wording::advice(saved.error(), name)));
        return;
    }
    m_note->showGood(tr("Saved as “%1”.").arg(name));
}

void ReportDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell();
    } else if (event->type() == QEvent::PaletteChange) {
        fill(); // its colours are the old palette's
    }
    QDialog::changeEvent(event);
}

} // namespace leadway
