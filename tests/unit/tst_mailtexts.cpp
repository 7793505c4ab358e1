// The texts of HTML mails that are made while an export waits: the same as without them, and no more than a
// shortcut.

#include "core/mailtexts.h"
#include "core/readablebody.h"
#include "core/spoolreader.h"
#include "core/spoolwriter.h"
#include "format/renderer.h"
#include "support/heads.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;
using namespace leadway::test;

namespace
{

QByteArray message(int number, const QByteArray& type, const QByteArray& body)
{
    return "{\"id\":\"m" + QByteArray::number(number) + "\",\"messageType\":\"" + type +
           "\",\"contentType\":\"text/html\",\"dateAdded\":\"2024-01-01T00:00:00." +
           QByteArray::number(number).rightJustified(3, '0') + "Z\",\"body\":\"" + body + "\"}";
}

QByteArray mail(int number, const QByteArray& body)
{
    return message(number, "TYPE_EMAIL", body);
}

std::vector<SpoolPosition> inARow(std::uint32_t segment, std::size_t count)
{
    std::vector<SpoolPosition> positions;
    for (std::size_t i = 0; i < count; ++i) {
        positions.push_back({segment, 90, 100 * i});
    }
    return positions;
}

QByteArray shown(const std::optional<ReadableText>& text)
{
    return text ? QByteArray(text->text.data(), static_cast<qsizetype>(text->text.size())) +
                      (text->hasReplaced ? " (replaced)" : "")
                : QByteArray("none");
}

// Keeps what one reads of each message.
class TextOutput : public Output
{
public:
    QByteArrayList written;

    Result<void> begin() override { return {}; }
    Result<void> write(const Message& message, const SpoolPosition& /*position*/) override
    {
        std::string text;
        appendReadableBody(text, message);
        written.append(QByteArray::fromStdString(text));
        return {};
    }
    Result<bool> end(qint64 /*messages*/) override { return true; }
    Result<void> settle() override { return {}; }
    Result<void> commit() override { return {}; }
    void tell(ExportReport& /*report*/) const override {}
};

} // namespace

class TestMailTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void hasWhatOneReadsOfHtmlMails()
    {
        MailTexts texts(path());
        const Heads first({mail(0, "<p>Hola,</p><p>Ana</p>"), message(1, "TYPE_SMS", "<p>as it is</p>"),
                           mail(2, "no markup"), mail(3, "<b>a\\u0001b</b>"), mail(4, "<p></p>")});
        texts.add(first.get(), inARow(3, 5));
        const Heads second({mail(0, "<i>otra</i>")});
        texts.add(second.get(), inARow(4, 1));
        const auto at = [&texts](std::uint32_t segment, std::uint64_t number) {
            return shown(texts.textOf({segment, 90, 100 * number}));
        };
        QCOMPARE(at(3, 0), QByteArray("Hola,\n\nAna"));
        QCOMPARE(at(3, 1), QByteArray("none"));
        QCOMPARE(at(3, 2), QByteArray("none"));
        QCOMPARE(at(3, 3), QByteArray("a\xef\xbf\xbd"
                                      "b (replaced)"));
        QCOMPARE(at(3, 4), QByteArray());
        QCOMPARE(at(4, 0), QByteArray("otra"));
        QCOMPARE(at(4, 1), QByteArray("none"));
        QCOMPARE(at(5, 0), QByteArray("none"));
    }

    void findsMessagesThatCameInAnotherOrder()
    {
        MailTexts texts(path());
        const Heads heads({mail(0, "<p>first</p>"), mail(1, "<p>second</p>"), mail(2, "<p>third</p>")});
        const std::vector<SpoolPosition> positions = {{1, 90, 200}, {1, 90, 0}, {1, 90, 100}};
        texts.add(heads.get(), positions);
        QCOMPARE(shown(texts.textOf(positions[0])), QByteArray("first"));
        QCOMPARE(shown(texts.textOf(positions[1])), QByteArray("second"));
        QCOMPARE(shown(texts.textOf(positions[2])), QByteArray("third"));
    }

    void leavesNothingBehind()
    {
        {
            MailTexts texts(path());
            QVERIFY(!QFile::exists(path()));
            texts.add(Heads({mail(0, "<p>a</p>")}).get(), inARow(1, 1));
            QVERIFY(QFile::exists(path()));
        }
        QVERIFY(!QFile::exists(path()));
    }

    void stopsWhereNothingCanBeWritten()
    {
        MailTexts texts(m_folder->path() + QStringLiteral("/no such folder/texts"));
        texts.add(Heads({mail(0, "<p>a</p>")}).get(), inARow(1, 1));
        QCOMPARE(shown(texts.textOf({1, 90, 0})), QByteArray("none"));
    }

    // What is kept of one mail is another text than its own, to see which of them is taken.
    void areTakenForTheFile()
    {
        const QString folder = m_folder->path() + QStringLiteral("/spool");
        SpoolHeader header;
        header.query.sortOrder = SortOrder::Ascending;
        auto spool = SpoolWriter::create(folder, header);
        QVERIFY(spool);
        const Heads heads({mail(0, "<p>one</p>"), mail(1, "<p>two</p>"), mail(2, "<p>three</p>")});
        std::vector<SpoolPosition> positions;
        LaneState lane;
        lane.number = 1;
        QVERIFY((*spool)->append(lane, heads.get(), {}, positions));
        MailTexts texts(path());
        const Heads other({mail(1, "<p>made before</p>")});
        texts.add(other.get(), std::span(positions).subspan(1, 1));

        TextOutput output;
        auto reader = SpoolReader::open(folder);
        QVERIFY(reader);
        Renderer renderer(std::move(*reader), header.query, folder + QStringLiteral("/index.sqlite"), output);
        renderer.use(texts);
        while (!*renderer.advance(100)) {
        }
        QCOMPARE(output.written, QByteArrayList({"one", "made before", "three"}));
    }

private:
    QString path() const { return m_folder->path() + QStringLiteral("/texts"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMailTexts)
#include "tst_mailtexts.moc"
