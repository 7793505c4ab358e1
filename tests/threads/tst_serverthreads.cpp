// The simulator answers on threads of its own while others walk, wait and change it. Here several threads
// press upon one server, each with a client of its own, and look at what comes back. It says most under the
// thread sanitizer, by which "./dev test" builds it a second time. Therefore it is a plain program: beside
// the simulator and its HTTP library there is nothing in it, since neither Qt Test nor Qt's network is built
// for that sanitizer.

#include "simulator/server.h"
#include "threads/caller.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace leadway::simulator;
using namespace leadway::threads;
using namespace std::chrono_literals;

namespace
{

constexpr int kCounted = static_cast<int>(Fault::Kind::Redirect) + 1;
constexpr char kFaultHeader[] = "x-fault"; // the number of the kind this request wants
constexpr char kWaitHeader[] = "x-wait";   // with it, an answer is far off

Scenario account()
{
    Scenario scenario = Scenario::awkward(7, 500);
    scenario.htmlBytes = 200;
    return scenario;
}

// Every walk is alone with its cursor, whatever is asked and changed beside it.
void walksBesideChanges(Behaviour::Cursor kind)
{
    Behaviour behaviour;
    behaviour.cursor = kind;
    behaviour.gzip = true;
    Server server(account(), behaviour);
    check(server.start(), "a server starts");
    std::atomic<int> walking = kThreads;
    onThreads(kThreads + 1, [&](int number) {
        if (number < kThreads) {
            const Book book(server.generator()); // made side by side, since any thread may ask
            Caller caller(server);
            for (int round = 0; round < 3; ++round) {
                check(walk(caller, book) == 0, "no cursor dies");
            }
            --walking;
            return;
        }
        while (walking > 0) {
            Behaviour changed = server.behaviour();
            changed.gzip = !changed.gzip;
            server.setBehaviour(changed);
            server.setFault([](const Request&) { return Fault(); });
            const std::vector<Request> log = server.log();
            check(std::is_sorted(log.begin(), log.end(),
                                 [](const Request& a, const Request& b) { return a.number < b.number; }),
                  "the log is in the order of arrival");
            check(server.maxConcurrency() <= kThreads, "no more are answered than ask");
            check(server.liveIds().empty() && server.baseUrl().port() == server.port(), "nothing arrives");
            server.clearLog();
        }
    });
    const auto pages = static_cast<qint64>(Book(server.generator()).pages());
    check(server.requests() == kThreads * 3 * pages, "every request is counted once");
}

// A repeating cursor moves on by one page with each arrival: whoever asks, all pages come, and none twice.
void sharedCursor()
{
    Behaviour behaviour;
    behaviour.cursor = Behaviour::Cursor::Repeating;
    Server server(account(), behaviour);
    check(server.start(), "a server starts");
    const Book book(server.generator());
    const std::string cursor = cursorOf(Caller(server).get()->body);
    std::array<std::atomic<int>, 64> given{};
    onThreads(kThreads, [&](int) {
        Caller caller(server);
        for (bool isEnd = false; !isEnd;) {
            const httplib::Result answer = caller.get(cursor);
            if (!check(answer && answer->status == 200, "a shared cursor lives")) {
                return;
            }
            isEnd = cursorOf(answer->body).empty();
            for (std::size_t page = 0; page < book.pages(); ++page) {
                given.at(page) += startsWith(answer->body, book.page(page)) ? 1 : 0;
            }
        }
    });
    for (std::size_t page = 1; page < book.pages(); ++page) {
        check(given.at(page) == 1, "each page of a shared cursor comes once");
    }
}

void expiringCursors(Behaviour::Cursor kind)
{
    constexpr int enough = 20;
    Behaviour behaviour;
    behaviour.cursor = kind;
    Server server(account(), behaviour);
    check(server.start(), "a server starts");
    std::atomic<int> deaths = 0;
    onThreads(kThreads + 1, [&](int number) {
        if (number < kThreads) {
            const Book book(server.generator());
            Caller caller(server);
            while (deaths < enough && wrongChecks() == 0) {
                deaths += walk(caller, book);
            }
            return;
        }
        qint64 next = 0;
        while (deaths < enough && wrongChecks() == 0) {
            if (server.requests() >= next) {
                server.expireCursors();
                next = server.requests() + 30;
            }
            std::this_thread::yield();
        }
    });
    // By the rules of the service itself: the third use finds it dead.
    behaviour.cursorUses = 2;
    server.setBehaviour(behaviour);
    onThreads(kThreads, [&](int) {
        Caller caller(server);
        std::string cursor = cursorOf(caller.get()->body);
        int status = 200;
        int uses = 0;
        for (; status == 200 && uses < 3; ++uses) {
            const httplib::Result answer = caller.get(cursor);
            status = answer ? answer->status : 0;
        }
        check(status == 400 && uses == 3, "a cursor dies of its uses");
    });
}

bool isAsAsked(Fault::Kind kind, const httplib::Result& answer, const std::string& page)
{
    if (kind == Fault::Kind::CutBody) {
        return !answer;
    }
    if (!answer) {
        return kind == Fault::Kind::ShortGzip;
    }
    const std::string& body = answer->body;
    const bool isFine = answer->status == 200;
    switch (kind) {
    case Fault::Kind::Status:
        return answer->status == 500 && contains(body, "Simulated failure");
    case Fault::Kind::HtmlBlocked:
        return answer->status == 403 && startsWith(body, "<!DOCTYPE html>");
    case Fault::Kind::ShortBody:
        return isFine && !body.empty() && startsWith(page, body);
    case Fault::Kind::ShortGzip:
        return !startsWith(body, page);
    case Fault::Kind::EmptyPage:
        return isFine && startsWith(body, R"({"messages":[],"nextCursor":")");
    case Fault::Kind::RawControl:
    case Fault::Kind::InvalidUtf8:
        return isFine && startsWith(body, R"({"messages":[{"spoilt":")");
    case Fault::Kind::Bom:
        return isFine && startsWith(body, "\xef\xbb\xbf" + page);
    case Fault::Kind::TrailingGarbage:
        return isFine && startsWith(body, page) && contains(body, "}</body></html>");
    case Fault::Kind::NotJson:
        return isFine && startsWith(body, "<!DOCTYPE html>");
    case Fault::Kind::NoMessages:
        return isFine && body == R"({"ok":true})";
    case Fault::Kind::Redirect:
        return answer->status == 302 && answer->get_header_value("Location") == "/elsewhere";
    default:
        return isFine && startsWith(body, page);
    }
}

// Each thread gets the fault it asks for. What decides has no lock of its own: that is promised to happen one
// at a time, however long it takes.
void faults()
{
    std::array<int, kCounted> asked{};
    bool isDeciding = false;
    Behaviour behaviour;
    behaviour.latency = 1ms;
    behaviour.fault = [&asked, &isDeciding](const Request& request) {
        check(!std::exchange(isDeciding, true), "one fault is decided at a time");
        for (int turn = 0; turn < 20; ++turn) {
            std::this_thread::yield();
        }
        const int kind = request.headers.value(kFaultHeader).toInt();
        ++asked.at(static_cast<std::size_t>(kind));
        Fault fault = Fault::of(static_cast<Fault::Kind>(kind));
        fault.location = "/elsewhere";
        fault.delay = std::chrono::milliseconds(kind % 3);
        isDeciding = false;
        return fault;
    };
    Server server(account(), behaviour);
    check(server.start(), "a server starts");
    const std::string page = Book(server.generator()).page(0);
    onThreads(kThreads, [&](int number) {
        Caller caller(server);
        for (int i = 0; i < 3 * kCounted; ++i) {
            const int kind = (i + 5 * number) % kCounted;
            const httplib::Result answer = caller.get({}, {{kFaultHeader, std::to_string(kind)}});
            if (!check(isAsAsked(static_cast<Fault::Kind>(kind), answer, page),
                       "a fault is the one asked for")) {
                std::fprintf(stderr, "(its kind: %d)\n", kind);
            }
        }
    });
    server.stop();
    for (const int count : asked) {
        check(count >= 3 * kThreads, "every fault was decided");
    }
}

// Of an allowance no request gets what another one got.
void allowance(bool ofTheDay, bool sliding)
{
    constexpr int granted = 50;
    Behaviour behaviour;
    behaviour.slidingWindow = sliding;
    behaviour.rateInterval = 24h;
    behaviour.retryAfter = "60";
    if (ofTheDay) {
        behaviour.dailyRemaining = granted;
    } else {
        behaviour.rateMax = granted;
    }
    Server server(account(), behaviour);
    check(server.start(), "a server starts");
    const char* const header = ofTheDay ? "X-RateLimit-Daily-Remaining" : "X-RateLimit-Remaining";
    std::array<std::atomic<int>, granted> left{};
    std::atomic<int> refused = 0;
    onThreads(kThreads, [&](int) {
        Caller caller(server);
        for (int i = 0; i < 15; ++i) {
            const httplib::Result answer = caller.get();
            if (!check(answer && (answer->status == 200 || answer->status == 429), "it is granted or not")) {
                return;
            }
            const std::string value = answer->get_header_value(header);
            if (answer->status == 429) {
                check(value == "0" && answer->has_header("Retry-After") != ofTheDay, "nothing is left then");
                ++refused;
            } else {
                ++left.at(static_cast<std::size_t>(std::stoi(value)));
            }
        }
    });
    check(refused == kThreads * 15 - granted, "no more is granted than there is");
    check(std::all_of(left.begin(), left.end(), [](const auto& count) { return count == 1; }),
          "each of an allowance is granted once");
}

// What arrives during the walks is found by each of them.
void liveMessages()
{
    Scenario scenario = account();
    scenario.emailShare = 0;
    Behaviour behaviour;
    behaviour.liveMessages = 30;
    Server server(scenario, behaviour);
    check(server.start(), "a server starts");
    onThreads(kThreads, [&](int) {
        Caller caller(server);
        std::string text;
        std::string cursor;
        do {
            const httplib::Result answer = caller.get(cursor);
            if (!check(answer && answer->status == 200, "a walk goes on while messages arrive")) {
                return;
            }
            text += answer->body;
            cursor = cursorOf(answer->body);
        } while (!cursor.empty());
        const std::vector<QByteArray> ids = server.liveIds();
        check(ids.size() == 30 && std::all_of(ids.begin(), ids.end(),
                                              [&text](const QByteArray& id) {
                                                  return contains(text, '"' + id.toStdString() + '"');
                                              }),
              "what arrived is found");
    });
}

// A stop ends answers that are far off, and a page that comes all the same is a whole one.
void stopsAndStarts()
{
    Behaviour behaviour;
    behaviour.fault = [](const Request& request) {
        return request.headers.contains(kWaitHeader) ? Fault::wait(24h) : Fault();
    };
    Server server(account(), behaviour);
    std::atomic<bool> done = false;
    check(server.start(), "a server starts");
    onThreads(kThreads + 1, [&](int number) {
        if (number < kThreads) {
            const std::string page = Book(server.generator()).page(0);
            while (!done) {
                Caller caller(server);
                const httplib::Result first = caller.get();
                check(!first || startsWith(first->body, page), "a page is whole");
                if (!first) {
                    continue;
                }
                const httplib::Result later = caller.get({}, {{kWaitHeader, "1"}});
                check(!later || startsWith(later->body, page), "a page that waited is whole");
            }
            return;
        }
        qint64 before = 0;
        for (int round = 0; round < 10; ++round) {
            // Each thread asks twice a round; the second time it waits for the stop.
            while (server.requests() < before + kThreads + round % kThreads) {
                std::this_thread::yield();
            }
            server.stop();
            before = server.requests();
            check(server.start(), "a stopped server can be started again");
        }
        done = true;
        server.stop();
    });
}

} // namespace

int main()
{
    walksBesideChanges(Behaviour::Cursor::Changing);
    walksBesideChanges(Behaviour::Cursor::Repeating);
    sharedCursor();
    expiringCursors(Behaviour::Cursor::Changing);
    expiringCursors(Behaviour::Cursor::Repeating);
    faults();
    allowance(false, false);
    allowance(false, true);
    allowance(true, false);
    liveMessages();
    stopsAndStarts();
    std::printf("%s\n", wrongChecks() == 0 ? "All of it holds." : "Not all of it holds.");
    return wrongChecks() == 0 ? 0 : 1;
}
