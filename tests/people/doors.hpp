// The routes of sessions, people and rights as a browser or a program meets them, without a network: a request goes
// through the router's filters and comes back as an answer. One thread (the workers have theirs).
#pragma once

#include <boost/json/value.hpp>

#include "adapters/storage/people/answers.hpp"
#include "server/http/people_parts.hpp"
#include "server/http/work/work_parts.hpp"
#include "tests/people/world.hpp"

namespace praxis::testing {

struct Browser {
    std::string session, counterpart;  // as its cookies hold them
};

struct Asking {
    std::string method = "GET", path, body;
    const Browser* by = nullptr;
    std::map<std::string, std::string> headers = {};  // beside what a page of ours sends
    std::string query = {};
    bool secure = true;
};

// An identity provider that does not answer.
class AbsentProvider final : public app::IdentityProvider {
public:
    app::ProviderStanding standing() override { return {false, app::IdentityFault::unreachable, false}; }
    void prepare() override {}
    std::string departure_address(const app::OutsideQuestion&) override { throw gone(); }
    app::OutsideIdentity arrive(const app::OutsideArrival&) override { throw gone(); }
    app::OutsideLogout logged_out(const std::string&) override { throw gone(); }
    std::string farewell_address() override { throw gone(); }

private:
    static app::IdentityTrouble gone() { return {app::IdentityFault::unreachable, "nobody is there"}; }
};

// Keeps what is sent to webhooks, and answers as it is told.
class KeptPosts final : public app::WebhookPoster {
public:
    std::string fault_of(const std::string& url) const override {
        return url.starts_with("https://") ? std::string() : "must begin with https://";
    }
    app::WebhookPosted post(const app::WebhookPost& message) override {
        posts.push_back(message);
        return answer;
    }
    std::vector<app::WebhookPost> posts;
    app::WebhookPosted answer{200, {}, true};
};

class Doors : public World {
protected:
    Doors();

    net::Response ask(const Asking&);
    Browser browser_of(const app::Person&);
    // The names of the tables whose rows are others now, with how many more there are: "person+1 audit+1 job+1".
    std::string changes_since(const std::map<std::string, std::vector<std::string>>& before);
    std::map<std::string, std::vector<std::string>> rows_now();

    static std::string cookie(const net::Response&, const std::string& name);
    static std::string code(const net::Response&);  // of a problem

    AbsentProvider nobody;
    app::OutsideWays ways;  // none at first
    net::Workers workers{2, 1000}, hashing{2, 100};
    auth::Keeper keeper{office, workers};
    KeptPosts poster;
    app::WebhookDesk webhooks{office, poster};
    storage::StoredAnswers answers{database()};
    http::Router router;
};

}  // namespace praxis::testing
