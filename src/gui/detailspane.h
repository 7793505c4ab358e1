#pragma once

#include "app/messagetext.h"

#include <QByteArray>
#include <QList>
#include <QLocale>
#include <QTimeZone>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QUrl;

namespace leadway
{

class ConversationPage;
class FieldTable;
class Hairline;
class MessageModel;
class MessagePage;

/// The message that is selected, whole: for a person, among the others with the same contact, and all its
/// fields as they came. Everything of the service is shown as plain text, nothing is loaded, and an address
/// opens only by a click, which is told. Owned by the window, whose thread it lives on.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    /// The times of messages are those of `zone`.
    explicit DetailsPane(const QTimeZone& zone, QWidget* parent = nullptr);

    /// A message as it came, in the place of the one before.
    void showMessage(const QByteArray& json);
    /// Whose rows conversations are of; it must outlive the pane's use of them. To be called once.
    void setMessages(MessageModel& messages);
    /// The row of the message, by its number in the order of the model; -1 for none.
    void showConversationOf(int number);
    void takeTexts(const QList<MessageText>& texts);
    /// Nothing is selected.
    void clear();
    /// For dates and times.
    void setLocale(const QLocale& locale);
    /// Whether the CRM's address is known, so that a message can be opened in it. False at first.
    void setCanOpenInCrm(bool canOpen);

Q_SIGNALS:
    void closeRequested();
    void onlyContactRequested(const QString& contactId);
    void onlyConversationRequested(const QString& conversationId);
    /// A message of the conversation is to be selected: the number of its row.
    void messageChosen(int number);
    /// The conversation wants to show more than its rows know; the answer comes by takeTexts().
    void textsWanted(const QList<leadway::SpoolPosition>& positions, qsizetype most);
    /// One of them may be empty.
    void openInCrmRequested(const QString& contactId, const QString& conversationId);
    /// A person clicked on it; http or https.
    void linkActivated(const QUrl& url);

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();
    void showDetails();
    void showPage();
    void stepTab(int by);

    QTimeZone m_zone;
    QLocale m_locale;
    QByteArray m_json; // empty while nothing is selected

    QTabBar* m_tabs;
    QToolButton* m_close;
    Hairline* m_line;
    QStackedWidget* m_stack;
    QLabel* m_hint;
    MessagePage* m_messagePage;
    ConversationPage* m_conversationPage;
    FieldTable* m_fieldTable;
};

} // namespace leadway
