#include "threads/caller.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <latch>
#include <thread>

namespace leadway::threads
{

namespace
{

std::atomic<int> wrong = 0;

}

bool check(bool isTrue, const char* what)
{
    if (!isTrue) {
        ++wrong;
        std::fprintf(stderr, "This does not hold: %s\n", what);
    }
    return isTrue;
}

int wrongChecks()
{
    return wrong;
}

void onThreads(int count, const std::function<void(int)>& work)
{
    std::latch together(count);
    std::vector<std::thread> threads;
    for (int number = 0; number < count; ++number) {
        threads.emplace_back([&together, &work, number] {
            together.arrive_and_wait();
            work(number);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

bool startsWith(const std::string& text, const std::string& part)
{
    return text.compare(0, part.size(), part) == 0;
}

Book::Book(const simulator::Generator& account)
{
    for (qint64 number = 0; number < account.count(); ++number) {
        if (!account.isEmail(number)) {
            m_messages.push_back(account.json(number).toStdString());
        }
    }
}

std::string Book::page(std::size_t number) const
{
    const std::size_t first = number * kLimit;
    std::string text = R"({"messages":[)";
    for (std::size_t at = first; at < std::min(first + kLimit, m_messages.size()); ++at) {
        text += (at == first ? "" : ",") + m_messages[at];
    }
    return text + ']';
}

std::string cursorOf(const std::string& page)
{
    const std::string name = R"("nextCursor":")";
    const std::size_t at = page.rfind(name);
    if (at == std::string::npos) {
        return {};
    }
    const std::size_t begin = at + name.size();
    return page.substr(begin, page.find('"', begin) - begin);
}

Caller::Caller(const simulator::Server& server)
    : m_client("127.0.0.1", server.port())
{
    m_client.set_keep_alive(true);
    m_client.set_read_timeout(std::chrono::minutes(5));
}

httplib::Result Caller::get(const std::string& cursor, const httplib::Headers& more)
{
    httplib::Headers headers = {{"Authorization", "Bearer pit-demo"}, {"Version", "2021-07-28"}};
    headers.insert(more.begin(), more.end());
    httplib::Params items = {
        {"locationId", simulator::kDemoLocation}, {"sortOrder", "asc"}, {"limit", std::to_string(kLimit)}};
    if (!cursor.empty()) {
        items.emplace("cursor", cursor);
    }
    return m_client.Get("/conversations/messages/export", items, headers);
}

int walk(Caller& caller, const Book& book)
{
    int deaths = 0;
    std::size_t page = 0;
    std::string cursor;
    while (page < book.pages()) {
        const httplib::Result answer = caller.get(cursor);
        if (!check(static_cast<bool>(answer), "every request is answered")) {
            return deaths;
        }
        if (answer->status == 400 && !cursor.empty()) {
            check(contains(answer->body, "expired cursor"), "a dead cursor is called one");
            ++deaths;
            page = 0;
            cursor.clear();
            continue;
        }
        if (!check(answer->status == 200 && startsWith(answer->body, book.page(page)),
                   "a page holds the next messages of its own walk")) {
            return deaths;
        }
        ++page;
        cursor = cursorOf(answer->body);
        if (!check(cursor.empty() == (page == book.pages()), "a cursor leads on until the end")) {
            return deaths;
        }
    }
    return deaths;
}

} // namespace leadway::threads
