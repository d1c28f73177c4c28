// contract/openapi.yaml and the code say the same: which routes there are, who may ask, which words are known, and what
// every message looks like.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <functional>
#include <map>
#include <stdexcept>

#include "server/http/problem.hpp"
#include "tests/contract/contract_file.hpp"
#include "tests/contract/real_answers.hpp"
#include "wire/calls.hpp"
#include "wire/characters/characters.hpp"
#include "wire/people.hpp"
#include "wire/practice.hpp"
#include "wire/refusal_code.hpp"
#include "wire/request_reader.hpp"
#include "wire/rights.hpp"
#include "wire/strategy/preview.hpp"
#include "wire/strategy/strategies.hpp"
#include "wire/work/work.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;

using Read = std::function<Problems(const json::object&)>;

class Contract : public RealAnswers {
protected:
    // Who reads the bodies of requests, by their names in the contract.
    std::map<std::string, Read> readers();
    Read placing();

    const ContractFile contract{PRAXIS_SOURCE "/contract"};
};

template <class Reader>
Read by(Reader reader) {
    return [reader](const json::object& body) {
        Problems problems;
        reader(body, problems);
        return problems;
    };
}

Read by_text(const char* key) {
    return by([key](const json::object& body, Problems& problems) { wire::one_text_from(body, key, problems); });
}

std::map<std::string, Read> Contract::readers() {
    return {{"LogIn", by(wire::log_in_from)},
            {"Founding", by(wire::founding_from)},
            {"InvitationLink", by_text("link")},
            {"Acceptance", by(wire::acceptance_from)},
            {"PasswordChange", by(wire::password_change_from)},
            {"PasswordResetRequest", by(wire::reset_request_from)},
            {"PasswordReset", by(wire::link_and_password_from)},
            {"Invitation", by(wire::invitation_from)},
            {"PersonChange", by(wire::person_change_from)},
            {"TeamName", by_text("name")},
            {"Membership", placing()},
            {"TokenWish", by(wire::token_wish_from)},
            {"AttemptWish", by(wire::attempt_wish_from)},
            {"DraftWish", by(wire::draft_wish_from)},
            {"OverrideWish", by(wire::override_wish_from)},
            {"PublishWish", by(wire::publish_wish_from)},
            {"StrategySource", by(wire::source_from)},
            {"BranchWish", by(wire::branch_wish_from)},
            {"CallWish", by(wire::call_wish_from)},
            {"CharacterWish", by(wire::character_wish_from)},
            {"ConsentWish", by(wire::consent_wish_from)},
            {"AppealWish", by(wire::appeal_wish_from)},
            {"AppealAnswer", by(wire::appeal_answer_from)},
            {"SettingsChange", by(wire::settings_change_from)},
            {"WebhookWish", by(wire::webhook_wish_from)},
            {"WebhookChange", by(wire::webhook_change_from)}};
}

// This body is read by its route alone.
Read Contract::placing() {
    const Browser admins = browser_of(admin);
    const json::value made = told({"POST", "/api/v1/teams", R"({"name":"South"})", &admins});
    const std::string path = "/api/v1/teams/" + text_in(made, "id") + "/members/" + rep.id;
    return [this, admins, path](const json::object& body) {
        const net::Response response = ask({"PUT", path, json::serialize(body), &admins});
        Problems problems;
        if (response.status != 204) problems.push_back({Severity::error, {}, response.body, {}});
        return problems;
    };
}

template <class Map>
Words keys_of(const Map& map) {
    Words keys;
    for (const auto& one : map) keys.insert(one.first);
    return keys;
}

Words keys_in(const json::value& value) {
    Words keys;
    for (const auto& one : value.as_object()) keys.emplace(std::string_view(one.key()));
    return keys;
}

std::string said(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& one : sentences) text += one + "; ";
    return text;
}

std::string said(const Problems& problems) {
    std::string text;
    for (const Problem& one : problems) text += one.place.file + " " + one.what + "; ";
    return text;
}

std::string kind_of(const json::value& value) {
    if (value.is_number()) return "number";
    if (value.is_string()) return "text";
    if (value.is_bool()) return "flag";
    return value.is_null() ? "null" : "structure";
}

// Every place in a value with the kind of what is there; of a list its first item.
void add_places(const json::value& value, const std::string& where, std::map<std::string, std::string>& places) {
    places[where] = kind_of(value);
    if (const json::array* items = value.if_array(); items && !items->empty())
        add_places(items->front(), where + "/0", places);
    if (const json::object* object = value.if_object())
        for (const auto& one : *object)
            add_places(one.value(), where + "/" + std::string(std::string_view(one.key())), places);
}

std::map<std::string, std::string> places_in(const json::value& value) {
    std::map<std::string, std::string> places;
    add_places(value, "", places);
    return places;
}

template <class E>
std::vector<std::string> names_of(int count) {
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) names.emplace_back(name(static_cast<E>(i)));
    return names;
}

// Of the verbs an operation says it asks for. Throws where there is no such verb.
Words scopes_of_permissions(const YAML::Node& operation) {
    const std::vector<std::string> verbs = names_of<people::Verb>(people::kVerbCount);
    Words scopes;
    for (const auto& one : operation["x-permission"]) {
        const auto found = std::find(verbs.begin(), verbs.end(), one.Scalar());
        if (found == verbs.end()) throw std::runtime_error(one.Scalar() + " is no verb");
        const auto verb = static_cast<people::Verb>(found - verbs.begin());
        const std::string scope(people::scope_of(verb));
        if (!scope.empty()) scopes.insert(scope);
    }
    return scopes;
}

Words scopes_of_tokens(const YAML::Node& operation) {
    Words scopes;
    for (const auto& one : operation["security"]) {
        const YAML::Node way = one;
        const YAML::Node token = way["token"];
        if (!token) continue;
        for (const auto& scope : token) scopes.insert(scope.Scalar());
    }
    return scopes;
}

TEST_P(Contract, HasTheRoutesThatThereAre) {
    std::set<std::pair<std::string, std::string>> described, there;
    for (const Operation& operation : contract.operations()) described.emplace(operation.method, operation.pattern);
    for (const auto& route : router.routes()) there.insert(route);
    EXPECT_EQ(described, there);
}

TEST_P(Contract, SaysHowMuchABodyMayHave) {
    for (const Operation& operation : contract.operations()) {
        const YAML::Node more = operation.node["x-body-bytes"];
        EXPECT_EQ(router.body_limit(operation.method, operation.pattern), more ? more.as<std::size_t>() : 16u << 10)
            << operation.method << " " << operation.pattern;
    }
    EXPECT_EQ(router.body_limit("POST", "/nowhere"), 16u << 10);
}

TEST_P(Contract, NamesTheScopesOfTheVerbs) {
    for (const Operation& operation : contract.operations()) {
        if (!operation.node["x-permission"]) continue;
        EXPECT_EQ(scopes_of_tokens(operation.node), scopes_of_permissions(operation.node))
            << operation.method << " " << operation.pattern;
    }
}

TEST_P(Contract, KnowsTheClosedLists) {
    EXPECT_EQ(contract.words_of("Role"), names_of<people::Role>(people::kRoleCount));
    EXPECT_EQ(contract.words_of("PersonState"), names_of<app::PersonState>(3));
    EXPECT_EQ(contract.words_of("OutsideTrouble"), names_of<app::OutsideFault>(app::kOutsideFaultCount));
    EXPECT_EQ(contract.words_of("Purpose"), names_of<app::Purpose>(app::kPurposeCount));
    EXPECT_EQ(contract.words_of("AppealState"), names_of<app::AppealState>(4));
    EXPECT_EQ(contract.words_of("EventKind"), names_of<app::EventKind>(app::kEventKindCount));
    EXPECT_EQ(contract.words_of("DeliveryState"), names_of<app::DeliveryState>(3));
    EXPECT_EQ(contract.words_of("JobState"), names_of<app::JobState>(4));
    EXPECT_EQ(contract.words_of("Support"), names_of<app::Support>(3));
    EXPECT_EQ(contract.words_of("AttemptState"), names_of<app::AttemptState>(3));
    EXPECT_EQ(contract.words_of("ProblemCode"), names_of<http::Code>(http::kCodeCount));
    const auto scopes = people::scopes();
    EXPECT_EQ(contract.words_of("Scope"), std::vector<std::string>(scopes.begin(), scopes.end()));
}

TEST_P(Contract, HasOneNameForEveryRefusal) {
    const auto codes = contract.words_of("ProblemCode");
    for (int i = 0; i <= static_cast<int>(app::Refused::unavailable); ++i) {
        const std::string word(wire::code_of(static_cast<app::Refused>(i)));
        EXPECT_NE(std::find(codes.begin(), codes.end(), word), codes.end()) << word;
        EXPECT_EQ(name(http::code_named(word)), word);
    }
}

// Whatever is wrong with a field, the complaint says which.
TEST_P(Contract, PointsAtTheFieldOfEveryRequest) {
    for (const auto& [message, read] : readers()) {
        const json::value example = contract.example(message);
        for (const std::string& key : contract.fields_of(contract.schema(message)).all) {
            if (message == "Membership") continue;  // its reader here tells of no places
            json::object wrong = example.as_object();
            wrong[key] = json::array{json::object{{"no", "such"}}};
            const Problems problems = read(wrong);
            EXPECT_TRUE(std::any_of(problems.begin(), problems.end(),
                                    [&](const Problem& one) { return one.place.file.starts_with("/" + key); }))
                << message << " " << key << ": " << said(problems);
        }
    }
}

TEST_P(Contract, SaysTheStatusOfEveryCode) {
    const YAML::Node list = contract.schema("ProblemCode");
    const std::string said_of_it = list["description"].Scalar();
    for (int i = 0; i < http::kCodeCount; ++i) {
        const auto code = static_cast<http::Code>(i);
        const std::string both = std::string(http::name(code)) + " " + std::to_string(http::status_of(code));
        EXPECT_NE(said_of_it.find(both), std::string::npos) << both;
    }
}

TEST_P(Contract, KnowsHowLongDataIsKept) {
    const YAML::Node whole = contract.schema("RetentionDays");
    const YAML::Node days = whole["properties"];
    EXPECT_EQ(contract.fields_of(whole).all.size(), static_cast<std::size_t>(people::kDataKindCount));
    for (int i = 0; i < people::kDataKindCount; ++i) {
        const people::Keeping& keeping = people::keeping(static_cast<people::DataKind>(i));
        const YAML::Node kind = days[std::string(keeping.name)];
        ASSERT_TRUE(kind.IsDefined()) << keeping.name;
        EXPECT_EQ(kind["minimum"].as<int>(), keeping.least_days) << keeping.name;
        EXPECT_EQ(kind["maximum"].as<int>(), keeping.most_days) << keeping.name;
        EXPECT_EQ(kind["default"].as<int>(), keeping.days) << keeping.name;
    }
}

TEST_P(Contract, KnowsTheBoundsOfEveryTrait) {
    const characters::TraitTable& traits = office.settings.cast.traits;
    std::size_t described = 0;
    const YAML::Node person = contract.schema("CharacterPerson");
    const YAML::Node fields = person["properties"];
    for (const auto& part : fields) {
        const YAML::Node field = part.second;
        const YAML::Node inner = field["properties"];
        described += inner ? inner.size() : 1;
    }
    EXPECT_EQ(described, traits.size() + 3) << "and id, presents, suits";
    for (const characters::Trait& trait : traits) {
        const std::size_t dot = trait.path.find('.');
        const YAML::Node outer = contract.field(person, trait.path.substr(0, dot));
        const YAML::Node schema = dot == std::string::npos ? outer : contract.field(outer, trait.path.substr(dot + 1));
        ASSERT_TRUE(schema.IsDefined()) << trait.path;
        if (trait.kind == characters::Trait::Kind::number) {
            EXPECT_EQ(schema["minimum"].as<double>(), trait.least) << trait.path;
            EXPECT_EQ(schema["maximum"].as<double>(), trait.most) << trait.path;
        } else if (trait.kind == characters::Trait::Kind::choice) {
            EXPECT_EQ(schema["enum"].as<std::vector<std::string>>(), trait.choices) << trait.path;
        } else {
            EXPECT_TRUE(schema["$ref"].IsDefined() || schema["pattern"].IsDefined()) << trait.path;
        }
    }
}

TEST_P(Contract, HasAnExampleForEveryMessage) {
    Words messages = contract.requests();
    messages.merge(contract.answers());
    EXPECT_EQ(contract.examples(), messages);
}

TEST_P(Contract, ShowsRequestsThatAreRead) {
    const auto reading = readers();
    ASSERT_EQ(contract.requests(), keys_of(reading));
    for (const auto& [message, read] : reading) {
        const json::value example = contract.example(message);
        const json::object& body = example.as_object();
        const Fields fields = contract.fields_of(contract.schema(message));
        EXPECT_EQ(keys_in(example), fields.all) << message;
        EXPECT_EQ(said(contract.misfits(example, contract.schema(message))), "") << message;
        EXPECT_EQ(said(read(body)), "") << message;
        json::object more = body;
        more["nobody_asked_for_this"] = true;
        EXPECT_NE(said(read(more)), "") << message;
        for (const std::string& key : fields.all) {
            if (fields.required.contains(key)) continue;
            json::object less = body;
            less.erase(key);
            EXPECT_EQ(said(read(less)), "") << message << " without " << key;
        }
    }
}

TEST_P(Contract, ShowsAnswersAsTheyAreGiven) {
    const Answers given = answers();
    ASSERT_EQ(contract.answers(), keys_of(given));
    for (const auto& [message, answer] : given) {
        const json::value example = contract.example(message);
        EXPECT_EQ(keys_in(example), contract.fields_of(contract.schema(message)).all) << message;
        EXPECT_EQ(said(contract.misfits(example, contract.schema(message))), "") << message;
        EXPECT_EQ(said(contract.misfits(answer, contract.schema(message))), "") << message;
        const auto shown = places_in(example), there = places_in(answer);
        EXPECT_EQ(keys_of(shown), keys_of(there)) << message;
        for (const auto& [where, kind] : shown) {
            const auto real = there.find(where);
            if (real == there.end() || kind == "null" || real->second == "null") continue;
            EXPECT_EQ(kind, real->second) << message << where;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(People, Contract, ::testing::Values(Keeps::sqlite),
                         [](const auto& given) { return name(given.param); });

}  // namespace
}  // namespace praxis::testing
