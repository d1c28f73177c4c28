#include <gtest/gtest.h>

#include "tools/check_rooms/checks.hpp"

namespace praxis::check_rooms {
namespace {

std::size_t findings_of(const std::string& text) {
    Source source;
    source.path = "server/http/made_up.cpp";
    source.lines = source.code = {text};
    Findings findings;
    check_coroutines(source, findings);
    return findings.size();
}

TEST(Coroutines, WhatTheCompilerGetsWrongIsRefused) {
    for (const char* bad : {
             "co_await f({.url = x});",
             "co_await f({a, b});",
             "auto x = co_await f(g, {});",
             "co_await f(Ask{a});",
             "co_await f(std::vector<int>{1});",
             "co_await workers.run([id] { return id; });",
             "co_await workers.run([&, id] { return id; });",
             "co_await workers.run([id = std::move(id)]() mutable { return id; });",
             "co_await workers.run([=] { return id; });",
             "if (co_await f([id] { return id; })) { g(); }",
             "while (co_await f(x)) g();",
             "while (true) { if (!co_await f(x)) return; }",
             "do g(); while (a && co_await f(x));",
             "for (; co_await f(x);) g();",
             "co_return Response::json({{\"a\", {1, 2}}});",
         })
        EXPECT_EQ(findings_of(bad) > 0, true) << bad;
}

TEST(Coroutines, WhatItGetsRightIsLet) {
    for (const char* good : {
             "co_await f(x);",
             "co_await f(std::move(x), g(y));",
             "co_await workers.run([&] { Ask ask{a, b}; return h({1, 2}); });",
             "co_await workers.run([this, &id] { return id; });",
             "if (auto y = co_await f(x)) { g({a}); }",
             "while (const auto y = co_await f(x)) { Ask ask{a}; }",
             "if (a) co_await f(x);",
             "while (g(a)) { co_await f(x); }",
             "const auto value = table[co_await f(x)];",
             "co_return Frame{a, b};",
             "co_return {};",
             "co_return co_await f(list[0]);",
             "const auto later = [id]() -> Task<int> { co_return id; };",
             "my_co_await({1});",
         })
        EXPECT_EQ(findings_of(good), 0U) << good;
}

}  // namespace
}  // namespace praxis::check_rooms
