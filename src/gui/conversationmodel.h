#pragma once

#include "app/conversationrows.h"
#include "app/messagetext.h"
#include "gui/icons.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QTimer>

#include <utility>

namespace leadway
{

class MessageModel;

/// A message of a conversation as it is painted.
struct Bubble {
    enum class Side { Theirs, Ours, Nobodys };

    Side side = Side::Nobodys;
    QString day;  ///< where another one begins
    QString kind; ///< "WhatsApp", "Missed call", where it changes
    Glyph glyph = Glyph::None;
    QString subject;
    QString text;
    bool isQuiet = false; ///< the text is words of ours
    QString attachments;  ///< that there are some, in words
    QString time;
    QString failure; ///< "Failed"
    bool isMarked = false;
    QString more; ///< no message, but the words of a line that shows further ones
};

/// The loaded messages with the contact of one of them, the oldest first. It finds them in the rows of the
/// table a slice at a time, and follows those that come later. Of very many it holds some around the selected
/// one, since each has to be laid out, and a line at either end that shows more. What they say beyond the
/// beginning that rows hold is handed in. Owned by its page; the window's thread.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ConversationModel(MessageModel& messages, QObject* parent = nullptr);

    /// The message of this number is selected, and with it its contact; -1 for none. What follows from it is
    /// there in a moment, and told by changed().
    void select(int number);
    /// It looks for messages only while somebody sees them. False at first.
    void setSeen(bool isSeen);

    /// All loaded messages with the contact.
    int messages() const { return m_shown.size(); }
    /// Whom they are with.
    QString contact() const;
    /// -1 where a line is no message, and where there is none.
    int numberAt(int row) const;
    int rowOf(int number) const;
    /// The row of the selected message; -1 as long as it is not there.
    int markedRow() const { return rowOf(m_shownNumber); }
    Bubble bubbleAt(int row) const;
    /// A line that shows further messages does so.
    void showMore(int row);

    /// Of these rows, those whose whole text is not known and has not been asked for; from now on it has.
    QList<SpoolPosition> takeUnread(int first, int last);
    void takeTexts(const QList<MessageText>& texts);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    static constexpr int kAround = 40; // messages on either side of the selected one
    static constexpr int kMost = 600;

Q_SIGNALS:
    /// The number of messages, or which of them is marked.
    void changed();

private:
    void look();
    void lookOn();
    bool mark();
    void adopt();
    void follow(int first, int last, bool wasAtStart, bool wasAtEnd);
    void centre();
    void clear();
    QString told(const Bubble& bubble, int row) const;
    QString kindAt(int place) const;
    QString dayAt(int place) const;
    int tableRow(int place) const;
    bool hasMoreBefore() const { return m_first > 0; }
    bool hasMoreAfter() const { return m_end < m_shown.size(); }

    MessageModel& m_messages;
    ConversationRows m_shown;
    ConversationRows m_next; // being looked for, in the place of what is shown
    int m_number = -1;       // that was selected
    int m_shownNumber = -1;  // that is marked
    int m_first = 0;         // places among the messages shown
    int m_end = 0;
    bool m_isSeen = false;
    QTimer m_timer;                                  // until the next slice
    QHash<int, QString> m_texts;                     // by number
    QList<std::pair<SpoolPosition, int>> m_expected; // texts asked for, and the numbers of their rows
};

} // namespace leadway
