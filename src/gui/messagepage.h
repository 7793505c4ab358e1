#pragma once

#include "app/messagedetails.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QToolButton;

namespace leadway
{

class AttachmentStrip;
class GlyphLabel;
class Hairline;
class WrappedText;

/// One whole message for a person: what it is, its facts, its text and its attachments, the facts beside the
/// text where there is room for that, else above it. The window's thread; owned by its pane.
class MessagePage : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePage(QWidget* parent = nullptr);

    void setDetails(const MessageDetails& details);
    /// Whether the CRM's address is known, so that a message can be opened in it. False at first.
    void setCanOpenInCrm(bool canOpen);

    /// The page takes the room that there is; what is too long scrolls.
    bool hasHeightForWidth() const override { return false; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void onlyContactRequested(const QString& contactId);
    void onlyConversationRequested(const QString& conversationId);
    /// One of them may be empty.
    void openInCrmRequested(const QString& contactId, const QString& conversationId);
    /// http or https.
    void linkActivated(const QUrl& url);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Form { Beside, Below };

    void setUpFacts();
    void setUpButtons();
    void translate();
    void showFacts();
    void showButtons();
    void arrange(Form form);
    int roomAboveText() const;
    void fit();

    MessageDetails m_details;
    bool m_canOpenInCrm = false;
    std::optional<Form> m_form; // where the text stands, as seen from the facts

    QGridLayout* m_layout;
    QScrollArea* m_factsArea;
    QWidget* m_factsBox;
    GlyphLabel* m_glyph;
    WrappedText* m_title;
    QLabel* m_date;
    QGridLayout* m_facts;
    Hairline* m_line;
    QPlainTextEdit* m_text;
    AttachmentStrip* m_attachments;
    QWidget* m_buttons;
    QToolButton* m_onlyContact;
    QToolButton* m_onlyConversation;
    QToolButton* m_openInCrm;
};

} // namespace leadway
