#include "gui/actionbuttons.h"

#include "gui/icons.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace leadway
{

namespace
{

struct Look {
    const char* name = nullptr; // of the widget
    const char* text = nullptr;
    Glyph glyph = Glyph::Close;
    const char* more = nullptr; // in the tooltip, where the text cannot say it all
};

Look lookOf(Action action)
{
    switch (action) {
    case Action::Pause:
        return {"pausePushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Pause"), Glyph::Pause};
    case Action::Continue:
        return {"continuePushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Continue"), Glyph::Play};
    case Action::SaveWhatCame:
        return {"saveWhatCamePushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Save what there is…"),
                Glyph::None};
    case Action::DiscardUnfinished:
        return {"discardUnfinishedPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Discard…"),
                Glyph::None};
    case Action::Cancel:
        return {"cancelPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Cancel…"), Glyph::None};
    case Action::OpenFile:
        return {"openFilePushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Open file"), Glyph::File};
    case Action::OpenFolder:
        return {"openFolderPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Open folder"),
                Glyph::Folder};
    case Action::SaveAgain:
        return {"saveAgainPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Other format…"),
                Glyph::None,
                QT_TRANSLATE_NOOP("leadway::ActionButtons",
                                  "Saves the same messages in one more file, without fetching them again")};
    case Action::ShowInFolder:
        return {"showInFolderPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Show in folder"),
                Glyph::Folder};
    case Action::Details:
        return {"detailsPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Details"), Glyph::None};
    case Action::TryAgain:
        return {"tryAgainPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Try again"), Glyph::Again};
    case Action::NewToken:
        return {"newTokenPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Enter a new token…"),
                Glyph::Key};
    case Action::HowToGetToken:
        return {"howToGetTokenPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "How to get one"),
                Glyph::None};
    case Action::EditAccount:
        return {"editAccountPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Edit account…"),
                Glyph::Sliders};
    case Action::SaveUnderAnotherName:
        return {"anotherNamePushButton",
                QT_TRANSLATE_NOOP("leadway::ActionButtons", "Save under another name…"), Glyph::None};
    case Action::SaveSomewhereElse:
        return {"somewhereElsePushButton",
                QT_TRANSLATE_NOOP("leadway::ActionButtons", "Save somewhere else…"), Glyph::None};
    case Action::CopyDiagnostics:
        return {"copyDiagnosticsPushButton", QT_TRANSLATE_NOOP("leadway::ActionButtons", "Copy diagnostics"),
                Glyph::None};
    }
    return {"", "", Glyph::None};
}

} // namespace

QList<Action> remediesFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::TokenInvalid:
    case ErrorKind::AgencyToken:
    case ErrorKind::TokenMissing:
        return {Action::NewToken, Action::HowToGetToken};
    case ErrorKind::ScopeMissing:
        return {Action::TryAgain, Action::HowToGetToken};
    case ErrorKind::StoreUnavailable:
        return {Action::NewToken};
    case ErrorKind::StoreLocked:
        return {Action::TryAgain, Action::NewToken};
    case ErrorKind::OtherLocation:
    case ErrorKind::NotFound:
    case ErrorKind::Redirect:
        return {Action::EditAccount};
    case ErrorKind::Blocked:
    case ErrorKind::Tls:
    case ErrorKind::Proxy:
    case ErrorKind::BadAnswer:
    case ErrorKind::TooLarge:
        return {Action::TryAgain, Action::CopyDiagnostics};
    case ErrorKind::CursorExpired:
    case ErrorKind::Refused:
        return {Action::CopyDiagnostics};
    case ErrorKind::FileInUse:
    case ErrorKind::IsFolder:
    case ErrorKind::NameForbidden:
    case ErrorKind::FolderTaken:
        return {Action::TryAgain, Action::SaveUnderAnotherName};
    case ErrorKind::FolderMissing:
    case ErrorKind::NotWritable:
    case ErrorKind::DiskFull:
    case ErrorKind::Storage:
        return {Action::TryAgain, Action::SaveSomewhereElse};
    case ErrorKind::RateLimited:
    case ErrorKind::DailyLimit:
    case ErrorKind::Server:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Clock:
    case ErrorKind::SpoolNotKept:
    case ErrorKind::SpoolInUse:
    case ErrorKind::SavedInUse:
    case ErrorKind::SavedDamaged:
        break;
    }
    return {Action::TryAgain};
}

QString actionText(Action action)
{
    return QCoreApplication::translate("leadway::ActionButtons", lookOf(action).text);
}

ActionButtons::ActionButtons(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

void ActionButtons::setActions(const QList<Action>& actions)
{
    setVisible(!actions.isEmpty());
    if (actions == m_actions) {
        return;
    }
    m_actions = actions;
    const auto focused =
        std::find_if(m_buttons.begin(), m_buttons.end(), [](const auto* one) { return one->hasFocus(); });
    const qsizetype focus = focused - m_buttons.begin();
    const bool hadFocus = focused != m_buttons.end();
    // Later, since one of them may be the button whose click led here.
    for (QPushButton* button : std::as_const(m_buttons)) {
        button->hide();
        button->setObjectName(QString());
        button->deleteLater();
    }
    m_buttons.clear();
    for (const Action action : m_actions) {
        const Look look = lookOf(action);
        auto* const button = new QPushButton(this);
        button->setObjectName(QLatin1String(look.name));
        button->setAutoDefault(false);
        if (look.glyph != Glyph::None) {
            button->setIcon(icon(look.glyph));
        }
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT triggered(action); });
        m_layout->addWidget(button);
        m_buttons.append(button);
        button->show();
    }
    translate();
    if (hadFocus && !m_buttons.isEmpty()) { // so that Pause and Continue can be pressed in turn
        m_buttons[std::min(focus, m_buttons.size() - 1)]->setFocus(Qt::OtherFocusReason);
    }
}

void ActionButtons::translate()
{
    constexpr std::array keys = {Qt::Key_8, Qt::Key_9, Qt::Key_0};
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(actionText(m_actions[i]));
        if (const char* const more = lookOf(m_actions[i]).more) {
            m_buttons[i]->setToolTip(QCoreApplication::translate("leadway::ActionButtons", more));
            m_buttons[i]->setAccessibleDescription(m_buttons[i]->toolTip());
        }
        if (m_hasKeys && i < static_cast<qsizetype>(keys.size())) {
            const QKeySequence key(Qt::ALT | keys[static_cast<std::size_t>(i)]);
            m_buttons[i]->setShortcut(key); // after the text, which resets it
            m_buttons[i]->setToolTip(key.toString(QKeySequence::NativeText));
        }
    }
}

void ActionButtons::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        translate();
    }
    QWidget::changeEvent(event);
}

} // namespace leadway
