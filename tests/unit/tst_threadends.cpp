#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace
{

constexpr unsigned char kMark = 0x5a;
constexpr std::size_t kSize = 256;

std::atomic<int> ends{0};
std::atomic<int> wholeOnes{0};

struct Object {
    Object() { bytes.fill(kMark); }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;
    ~Object()
    {
        // If this memory was given back, one of these gets it.
        constexpr std::size_t around = 64;
        std::vector<std::unique_ptr<unsigned char[]>> others;
        for (std::size_t size = kSize; size <= kSize + around; size += sizeof(void*)) {
            others.push_back(std::make_unique<unsigned char[]>(size));
        }
        ++ends;
        wholeOnes +=
            std::all_of(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte == kMark; });
    }
    std::array<unsigned char, kSize> bytes;
};

unsigned char firstByte()
{
    thread_local const Object object;
    return object.bytes.front();
}

} // namespace

class TestThreadEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatAThreadHasUntilItIsDestroyed();
};

void TestThreadEnds::keepsWhatAThreadHasUntilItIsDestroyed()
{
    constexpr int threads = 20;
    for (int started = 0; started < threads; ++started) {
        std::thread([] { firstByte(); }).join();
    }
    QCOMPARE(ends.load(), threads);
    QCOMPARE(wholeOnes.load(), threads);
}

QTEST_GUILESS_MAIN(TestThreadEnds)

#include "tst_threadends.moc"
