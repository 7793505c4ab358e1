#pragma once

#include "app/exportjob.h"
#include "app/progress.h"
#include "gui/actionbuttons.h"
#include "gui/colours.h"
#include "gui/icons.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QLocale>
#include <QTimer>

class QGridLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace leadway
{

class ElidedLabel;
class GlyphLabel;

/// The one place that tells how an export is going and how it ended, by its State, and that an earlier one
/// was not finished. Not there while nothing is to be told. The window's thread; owned by the window.
class JobCard : public QFrame
{
    Q_OBJECT

public:
    explicit JobCard(QWidget* parent = nullptr);

    /// An export of an account begins; `before` is what an earlier run of it brought.
    void begin(const ExportRequest& request, const QString& account, const Fetching& before = {});
    /// Offers to go on with one that was not finished, or where it cannot go on, to save what has come.
    void offer(const UnfinishedExport& unfinished, bool canGoOn);
    void setState(const State& state);
    void setLocale(const QLocale& locale);
    /// Whether a finished export may be saved once more.
    void setCanSaveAgain(bool canSaveAgain);

    /// Whose export it tells of.
    const QString& account() const { return m_account; }

    /// True once there is nothing left to be waited for.
    bool canBeClosed() const;
    /// Goes away until something new is to be told.
    void dismiss();

Q_SIGNALS:
    void triggered(leadway::Action action);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tell();
    void tellOffer(const UnfinishedExport& unfinished);
    void tellRunning(const QString& line);
    void tellFetching(const Fetching& fetching);
    void tellWaiting(const Waiting& waiting);
    void tellPaused(const Paused& paused);
    void showBar(qint64 done, std::optional<qint64> total);
    void tellFinished(const ExportReport& report);
    void tellFailed(const Failed& failed);
    void setLook(Glyph glyph, Tint tint);
    void setTexts(const QString& title, const QString& line, const QString& path = {});
    void placeButtons();
    QString what() const;
    std::chrono::milliseconds now() const;

    ExportRequest m_request;
    QString m_account;
    State m_state;
    std::optional<UnfinishedExport> m_offer; // while the state is Idle
    bool m_canGoOn = false;
    bool m_canSaveAgain = false;
    QLocale m_locale;
    Progress m_progress;
    QElapsedTimer m_clock;
    QTimer m_countdown; // tells a wait anew every second
    std::chrono::milliseconds m_waitEnd{0};
    Tint m_tint = Tint::Accent;
    std::optional<bool> m_isNarrow; // where the buttons are placed

    QGridLayout* m_layout;
    GlyphLabel* m_glyph;
    QWidget* m_texts;
    QLabel* m_title;
    QProgressBar* m_bar;
    ElidedLabel* m_path;
    QLabel* m_line;
    ActionButtons* m_buttons;
    QToolButton* m_close;
};

} // namespace leadway
