#pragma once

#include "app/messagetext.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;

namespace leadway
{

class ConversationModel;
class MessageModel;

/// The loaded messages with the contact of the selected one, to be read like a chat. A message that is chosen
/// here is to become the selected one. Owned by the details pane; the window's thread.
class ConversationPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationPage(QWidget* parent = nullptr);

    /// Whose rows they are; it must outlive the page's use of them. To be called once.
    void setMessages(MessageModel& messages);
    /// The number of the row that is selected; -1 for none.
    void showConversationOf(int number);
    void takeTexts(const QList<MessageText>& texts);

    /// The longest text that is read; what is longer can be read on the tab of the message.
    static constexpr qsizetype kLongestText = 4000;

    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void messageChosen(int number);
    void textsWanted(const QList<leadway::SpoolPosition>& positions, qsizetype most);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // A message that stays where it is while what is above it changes.
    struct Anchor {
        int number = -1;
        int top = 0;
    };

    void setUpList();
    void choose(const QModelIndex& index);
    Anchor anchor() const;
    void restore(const Anchor& anchor);
    void onReset();
    void onChanged();
    void askForTexts();
    void tell();

    QLabel* m_count;
    QListView* m_list;
    ConversationModel* m_model = nullptr;
    Anchor m_anchor;            // from before a reset
    int m_broughtIntoView = -1; // the number of the message
    QTimer m_textsTimer;        // until what is in view is settled
};

} // namespace leadway
