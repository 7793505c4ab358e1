#pragma once

#include "app/messagedetails.h"

#include <QScrollArea>

class QToolButton;

namespace leadway
{

class FlowLayout;

/// The attachments of a message: those that can be opened as buttons, the others as text. As tall as they
/// need up to some lines, then it scrolls. The window's thread; owned by its page.
class AttachmentStrip : public QScrollArea
{
    Q_OBJECT

public:
    explicit AttachmentStrip(QWidget* parent = nullptr);

    void setAttachments(const QList<Attachment>& attachments);
    /// More of them scroll. Three at first.
    void setMostLines(int lines);
    /// What the Tab key stops at, in its order; as long as the attachments are the same.
    QList<QToolButton*> stops() const;

Q_SIGNALS:
    /// A person clicked on one; http or https.
    void linkActivated(const QUrl& url);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* itemFor(const Attachment& attachment);
    void fit();

    int m_mostLines = 3;
    QWidget* m_box;
    FlowLayout* m_layout;
};

} // namespace leadway
