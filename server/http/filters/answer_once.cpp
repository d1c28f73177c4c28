#include "server/http/filters/answer_once.hpp"

#include <algorithm>
#include <optional>

#include "core/base/digest.hpp"
#include "server/http/problem.hpp"

namespace praxis::http {
namespace {

constexpr std::size_t kKey_bytes = 200;

// Lengths keep the parts apart, whatever is in them.
std::string digest_of(const net::Request& request) {
    Digest digest;
    for (const std::string* part : {&request.method, &request.path, &request.query, &request.body})
        digest.add(std::uint64_t{part->size()}).add(*part);
    return digest.hex();
}

void check_key(std::string_view key) {
    const bool visible = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (!visible || key.size() > kKey_bytes)
        throw ApiError(Code::bad_request, "An Idempotency-Key is 1 to 200 visible ASCII characters without spaces.");
}

Response replayed(app::GivenAnswer given) {
    Response response;
    response.status = given.status;
    response.headers = std::move(given.headers);
    response.body = std::move(given.body);
    response.add("idempotency-replayed", "true");
    return response;
}

// What is not to be replayed: an answer that another try may better.
bool final(const Response& response) {
    return response.status < 500 && response.status != 429 && !response.shared_body;
}

class Once {
public:
    Once(app::GivenAnswers& answers, net::Workers& workers, app::AskedOnce asked)
        : answers_(answers), workers_(workers), asked_(std::move(asked)) {}

    // The answer to give, or nothing: go on. Some bodies have megabytes: their digest is not made on the loop.
    Task<std::optional<Response>> ask(const net::Request& request) {
        app::AskedBefore before = co_await workers_.run([&] {
            asked_.request_digest = digest_of(request);
            return answers_.ask(asked_);
        });
        if (before.what == app::Asked::first) co_return std::nullopt;
        if (before.what == app::Asked::before && before.answer.status == 0)
            throw ApiError(Code::conflict,
                           "This was done already, and its answer held a secret that is told once. Make a new one.");
        if (before.what == app::Asked::before) co_return replayed(std::move(before.answer));
        if (before.what == app::Asked::other)
            throw ApiError(Code::key_reused, "Another request was sent with this Idempotency-Key; take a new one.");
        ApiError error(Code::conflict, "The same request is being answered right now.");
        error.retry_after_s = 1;
        throw error;
    }

    Task<> keep(const Response& response, bool secret) {
        app::GivenAnswer given;
        if (!secret) given = {response.status, response.headers, response.body};
        co_await workers_.run([&] { answers_.keep(asked_, given); });
    }

    Task<> give_back() {
        co_await workers_.run([&] { answers_.give_back(asked_); });
    }

private:
    app::GivenAnswers& answers_;
    net::Workers& workers_;
    app::AskedOnce asked_;
};

}  // namespace

Filter answer_once(app::GivenAnswers& answers, net::Workers& workers, std::function<std::int64_t()> now_ms) {
    return [&answers, &workers, now_ms = std::move(now_ms)](Call& call, const Handler& next) -> Task<Response> {
        const std::string_view key = call.request.header("idempotency-key");
        if (key.empty() || call.request.method != "POST" || !call.principal) co_return co_await next(call);
        check_key(key);
        app::AskedOnce asked{call.principal->tenant, call.principal->person, std::string(key), {}, now_ms()};
        Once once(answers, workers, std::move(asked));
        std::optional<Response> given = co_await once.ask(call.request);
        if (given) co_return std::move(*given);
        std::exception_ptr thrown;
        Response response;
        try {
            response = co_await next(call);
        } catch (...) {
            thrown = std::current_exception();
        }
        // A refusal is an answer too, but the next try may be allowed: only what was done is kept.
        try {
            if (thrown || !final(response))
                co_await once.give_back();
            else
                co_await once.keep(response, call.secret || !response.header("set-cookie").empty());
        } catch (const std::exception& unkept) {  // what was done is done: the client hears of it all the same
            call.trouble = unkept.what();
        }
        if (thrown) std::rethrow_exception(thrown);
        co_return response;
    };
}

}  // namespace praxis::http
