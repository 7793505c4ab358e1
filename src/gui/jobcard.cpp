#include "gui/jobcard.h"

#include "app/wording.h"
#include "gui/elidedlabel.h"
#include "gui/fieldnote.h"
#include "gui/glyphlabel.h"

#include <QAccessible>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace leadway
{

namespace
{

constexpr int kOutside = 16; // around the card, a part of it so that nothing is left when it goes
constexpr int kNarrow = 800; // below it the buttons go under the text
constexpr int kBarHeight = 10;
constexpr int kBarSteps = 1000;

// A file that cannot be written can be mended here; what the service says often cannot.
bool isAboutFile(ErrorKind kind)
{
    return kind >= ErrorKind::FileInUse;
}

} // namespace

JobCard::JobCard(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QGridLayout(this))
    , m_glyph(new GlyphLabel(this))
    , m_texts(new QWidget(this))
    , m_title(new QLabel(m_texts))
    , m_bar(new QProgressBar(m_texts))
    , m_path(new ElidedLabel(m_texts))
    , m_line(new QLabel(m_texts))
    , m_buttons(new ActionButtons(this))
    , m_close(new QToolButton(this))
{
    m_title->setObjectName(QStringLiteral("cardTitleLabel"));
    m_line->setObjectName(QStringLiteral("cardLineLabel"));
    m_path->setObjectName(QStringLiteral("cardPathLabel"));
    m_bar->setObjectName(QStringLiteral("exportProgressBar"));
    m_close->setObjectName(QStringLiteral("closeCardToolButton"));
    for (QLabel* label : {m_title, m_line}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setFontStep(*m_title, 0, true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_path->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kBarHeight);
    m_buttons->setHasKeys(true);
    m_close->setIcon(icon(Glyph::Close));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);

    auto* const texts = new QVBoxLayout(m_texts);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_bar, m_path, m_line}) {
        texts->addWidget(widget);
    }
    m_layout->setContentsMargins(kOutside + 16, kOutside + 12, kOutside + 12, 12);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(8);
    m_layout->setColumnStretch(1, 1);
    m_layout->addWidget(m_glyph, 0, 0, Qt::AlignTop);
    m_layout->addWidget(m_texts, 0, 1);
    m_layout->addWidget(m_close, 0, 3, Qt::AlignVCenter);
    placeButtons();

    m_countdown.setInterval(std::chrono::seconds(1));
    connect(&m_countdown, &QTimer::timeout, this, &JobCard::tell);
    connect(m_buttons, &ActionButtons::triggered, this, &JobCard::triggered);
    connect(m_close, &QToolButton::clicked, this, &JobCard::dismiss);
    hide();
}

void JobCard::begin(const ExportRequest& request, const QString& account, const Fetching& before)
{
    m_request = request;
    m_account = account;
    m_offer.reset();
    m_progress = Progress();
    m_clock.start();
    setState(before);
}

void JobCard::offer(const UnfinishedExport& unfinished, bool canGoOn)
{
    m_request = unfinished.request;
    m_account = unfinished.account.displayName();
    m_offer = unfinished;
    m_canGoOn = canGoOn;
    setState(Idle{});
}

std::chrono::milliseconds JobCard::now() const
{
    return std::chrono::milliseconds(m_clock.elapsed());
}

void JobCard::setState(const State& state)
{
    m_state = state;
    m_countdown.stop();
    if (const auto* fetching = std::get_if<Fetching>(&m_state)) {
        m_progress.note(fetching->received, now());
    } else if (const auto* waiting = std::get_if<Waiting>(&m_state)) {
        m_waitEnd = now() + waiting->duration;
        m_countdown.start();
    }
    tell();
    setVisible(m_offer || !std::holds_alternative<Idle>(m_state));
    const auto* const paused = std::get_if<Paused>(&m_state);
    const bool isStuck = paused && paused->reason == PauseReason::NoProgress;
    if (isTerminal(m_state) || isStuck) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void JobCard::setLocale(const QLocale& locale)
{
    m_locale = locale;
    tell();
}

void JobCard::setCanSaveAgain(bool canSaveAgain)
{
    if (m_canSaveAgain != canSaveAgain) {
        m_canSaveAgain = canSaveAgain;
        tell();
    }
}

bool JobCard::canBeClosed() const
{
    return isVisible() && (m_offer || isTerminal(m_state));
}

void JobCard::dismiss()
{
    m_state = Idle{};
    m_offer.reset();
    hide();
    Q_EMIT dismissed();
}

QString JobCard::what() const
{
    return wording::subject(m_account, m_request.query, m_request.format.zone, m_locale);
}

void JobCard::tell()
{
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_close->setVisible(m_offer || isTerminal(m_state));
    if (m_offer) {
        tellOffer(*m_offer);
    } else if (const auto* fetching = std::get_if<Fetching>(&m_state)) {
        tellFetching(*fetching);
    } else if (const auto* waiting = std::get_if<Waiting>(&m_state)) {
        tellWaiting(*waiting);
    } else if (const auto* paused = std::get_if<Paused>(&m_state)) {
        tellPaused(*paused);
    } else if (const auto* rendering = std::get_if<Rendering>(&m_state)) {
        tellRunning(wording::rendering(m_request.format.files));
        showBar(rendering->done, rendering->total);
    } else if (const auto* finished = std::get_if<Finished>(&m_state)) {
        tellFinished(finished->report);
    } else if (const auto* failed = std::get_if<Failed>(&m_state)) {
        tellFailed(*failed);
    } else if (std::holds_alternative<Cancelled>(m_state)) {
        setLook(Glyph::Info, Tint::Secondary);
        setTexts(wording::cancelled(), {});
        m_buttons->setActions({});
    }
}

void JobCard::tellOffer(const UnfinishedExport& unfinished)
{
    setLook(Glyph::Clock, Tint::Accent);
    const QString kept = wording::unfinished(unfinished, m_locale);
    setTexts(tr("An export was not finished: %1").arg(what()), m_canGoOn ? kept : wording::elsewhere());
    m_buttons->setActions({m_canGoOn ? Action::Continue : Action::SaveWhatCame, Action::DiscardUnfinished});
}

void JobCard::tellRunning(const QString& line)
{
    setLook(Glyph::Export, Tint::Accent);
    setTexts(tr("Exporting – %1").arg(what()), line);
    m_bar->show();
    m_buttons->setActions({Action::Pause, Action::Cancel});
}

void JobCard::tellFetching(const Fetching& fetching)
{
    tellRunning(
        wording::progress(fetching, m_progress.speed(), m_progress.left(fetching.expected), m_locale));
    showBar(fetching.received, fetching.expected);
}

void JobCard::tellPaused(const Paused& paused)
{
    setLook(Glyph::Pause, Tint::Accent);
    setTexts(tr("Paused – %1").arg(what()), wording::paused(paused, m_locale));
    m_bar->setVisible(paused.fetching.expected.has_value()); // without a total it would look busy
    showBar(paused.fetching.received, paused.fetching.expected);
    m_buttons->setActions({Action::Continue, Action::Cancel});
}

void JobCard::showBar(qint64 done, std::optional<qint64> total)
{
    m_bar->setRange(0, total ? kBarSteps : 0);
    if (total) {
        const auto all = std::max<qint64>(1, *total);
        m_bar->setValue(static_cast<int>(std::min(done, all) * kBarSteps / all));
    }
}

void JobCard::tellWaiting(const Waiting& waiting)
{
    Waiting rest = waiting;
    rest.duration = std::max(std::chrono::milliseconds(0), m_waitEnd - now());
    setLook(Glyph::Clock, Tint::Accent);
    setTexts(tr("Exporting – %1").arg(what()), wording::waiting(rest));
    m_bar->show();
    const bool isBegun = !waiting.error || waiting.error->kind != ErrorKind::StoreLocked;
    m_buttons->setActions(isBegun ? QList<Action>{Action::Pause, Action::Cancel}
                                  : QList<Action>{Action::Cancel});
}

void JobCard::tellFinished(const ExportReport& report)
{
    const bool isAll = report.isComplete() && !report.isShort() && report.unreadable() == 0;
    setLook(isAll ? Glyph::Tick : Glyph::Warning, isAll ? Tint::Success : Tint::Warning);
    const QFileInfo file(report.path);
    const bool hasFile = report.placement != Placement::NoFile;
    setTexts(wording::finished(report, m_locale), wording::remarks(report, m_locale),
             hasFile ? tr("%1, in %2", "file, folder").arg(file.fileName(), QFileInfo(file.path()).fileName())
                     : QString());
    QList<Action> actions;
    if (hasFile) {
        actions = report.files ? QList<Action>{Action::OpenFolder}
                               : QList<Action>{Action::OpenFile, Action::ShowInFolder};
    }
    actions.append(Action::Details);
    if (m_canSaveAgain) {
        actions.append(Action::SaveAgain);
    }
    m_buttons->setActions(actions);
}

void JobCard::tellFailed(const Failed& failed)
{
    const wording::Advice advice = wording::failed(failed, QFileInfo(m_request.path).fileName(), m_locale);
    const bool isMild = isAboutFile(failed.error.kind);
    setLook(isMild ? Glyph::Warning : Glyph::Alert, isMild ? Tint::Warning : Tint::Error);
    setTexts(advice.what, advice.toDo);
    const bool isDayOver = failed.error.kind == ErrorKind::DailyLimit && !failed.unfinishedId.isEmpty();
    QList<Action> actions =
        isDayOver ? QList<Action>{Action::Continue, Action::SaveWhatCame} : remediesFor(failed.error.kind);
    if (failed.error.httpStatus != 0 || !failed.error.detail.isEmpty()) {
        actions.append(Action::Details); // they tell more than the sentences here
    }
    m_buttons->setActions(actions);
}

void JobCard::setLook(Glyph glyph, Tint tint)
{
    m_tint = tint;
    m_glyph->set(glyph, tint, 24);
    m_bar->hide();
    update();
}

void JobCard::setTexts(const QString& title, const QString& line, const QString& path)
{
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    m_path->setText(path);
    m_path->setVisible(!path.isEmpty());
}

void JobCard::placeButtons()
{
    const bool isNarrow = width() < kNarrow;
    if (m_isNarrow == isNarrow) {
        return;
    }
    m_isNarrow = isNarrow;
    m_layout->removeWidget(m_buttons);
    if (isNarrow) {
        m_layout->addWidget(m_buttons, 1, 1, 1, 3, Qt::AlignLeft); // as far as below the cross
    } else {
        m_layout->addWidget(m_buttons, 0, 2, Qt::AlignVCenter);
    }
    m_layout->activate();
    updateGeometry(); // the texts have another width now, and so another height
}

void JobCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

void JobCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell();
    }
    QFrame::changeEvent(event);
}

void JobCard::paintEvent(QPaintEvent* /*event*/)
{
    constexpr qreal radius = 6;
    const QColor base = palette().color(QPalette::Base);
    const QColor tint = colour(m_tint, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mixed(base, tint, 0.45));
    painter.setBrush(mixed(base, tint, 0.08));
    painter.drawRoundedRect(QRectF(rect()).adjusted(kOutside + 0.5, kOutside + 0.5, -kOutside - 0.5, -0.5),
                            radius, radius);
}

} // namespace leadway
