#pragma once

#include <QList>
#include <QTextBrowser>
#include <QTextCursor>

namespace leadway
{

/// One page of the help, laid out to be read, in the colours of the palette, with our own drawings for its
/// pictures; and what is looked for in it. Follows no link by itself. The window's thread; owned by its
/// parent.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget* parent = nullptr);

    void setPage(const QString& markdown);

    /// Brings the heading of a section to the top, "" the page's beginning. False if there is none of that
    /// name.
    bool goToSection(const QString& section);
    /// The number of the last heading above the top of what is seen, from 0; the same section in another
    /// language has the same.
    int headingInView() const;
    void goToHeading(int number);

    /// Marks all places of a text, whatever its capitals and accents, and goes to the first in or below what
    /// is seen.
    void look(const QString& text);
    /// To the next or the one before, round and round.
    void goToFound(int step);
    int found() const { return static_cast<int>(m_found.size()); }
    int currentFound() const { return m_current; } ///< from 0; -1 if there is none

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void takeWidth();
    void mark();
    void bringToTop(int position);
    QList<int> headings() const;

    QString m_markdown;
    QString m_wanted; // what is looked for
    QList<QTextCursor> m_found;
    int m_current = -1;
};

} // namespace leadway
