// Scenarios through the door: what a rep may see of one, what enablement may, drafts, overrides, what is different.
#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "core/strategy/compile.hpp"
#include "tests/calls/desks.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;

constexpr const char* kScenario = "laser-job-shops/owner/discovery/normal";
constexpr const char* kPreview = "/strategies/hallam-steel/scenarios/preview";
constexpr const char* kOverride = "/strategies/hallam-steel/scenarios/override";

std::string word(const json::value& value) {
    return std::string(value.as_string());
}

class Scenarios : public Desks {
protected:
    std::string in_force() { return shelf->find(acme, "hallam-steel")->version; }
    std::string source() { return word(told_to(enablement, "GET", "/strategies/hallam-steel/source").at("source")); }
    json::value preview(const app::Person& person, const std::string& id = kScenario) {
        return told_to(person, "GET", kPreview, nullptr, "id=" + id);
    }
    int preview_status(const app::Person& person, const std::string& query) {
        return ask_as(person, "GET", kPreview, nullptr, query).status;
    }
};

TEST_P(Scenarios, ShowARepTheBriefAndNothingBehindIt) {
    const json::value whole = preview(enablement);
    EXPECT_EQ(whole.at("hidden").at("facts").as_array().empty(), false);
    for (const auto& one : {rep, manager, partner}) {
        const net::Response response = ask_as(one, "GET", kPreview, nullptr, std::string("id=") + kScenario);
        ASSERT_EQ(response.status, 200) << response.body;
        EXPECT_FALSE(json::parse(response.body).as_object().contains("hidden"));
        for (const json::value& fact : whole.at("hidden").at("facts").as_array())
            if (!word(fact.at("says")).empty()) {
                EXPECT_EQ(response.body.find(word(fact.at("says"))), std::string::npos) << word(fact.at("says"));
            }
        for (const json::value& objection : whole.at("hidden").at("objections").as_array())
            for (const json::value& cause : objection.at("causes").as_array())
                EXPECT_EQ(response.body.find(word(cause.at("says"))), std::string::npos) << word(cause.at("says"));
    }
    EXPECT_TRUE(preview(admin).as_object().contains("hidden"));
}

TEST_P(Scenarios, DoNotGiveAwayWhomToPartFrom) {
    std::string parting;
    for (const auto& key : strategy::scenario_keys(*shelf->find(acme, "hallam-steel")))
        if (!key.disqualifier.empty()) parting = strategy::id_of(key);
    ASSERT_FALSE(parting.empty());
    EXPECT_EQ(preview_status(rep, "id=" + parting), 404);
    EXPECT_TRUE(preview(enablement, parting).at("hidden").at("disqualify_right").as_bool());
}

TEST_P(Scenarios, AreFoundOrNot) {
    for (const char* query :
         {"", "id=", "id=x", "id=laser-job-shops/owner/discovery", "id=laser-job-shops/owner/duel/normal"})
        EXPECT_EQ(preview_status(enablement, query), 404) << query;
    EXPECT_EQ(ask_as(rep, "GET", "/strategies/nobodys/scenarios/preview", nullptr, "id=x").status, 404);
    const std::string id = std::string("id=") + kScenario;
    for (const char* seed : {"x", "-1", "9007199254740992", "1.5", "99999999999999999999999"})
        EXPECT_EQ(preview_status(rep, id + "&seed=" + seed), 422) << seed;
    EXPECT_EQ(told_to(rep, "GET", kPreview, nullptr, id + "&seed=7").at("brief").at("seed").as_int64(), 7);
    EXPECT_EQ(preview_status(enablement, id + "&version=none"), 404);
    EXPECT_EQ(preview_status(rep, id + "&version=none"), 403) << "an edition that is not in force";
    EXPECT_EQ(preview_status(rep, id + "&version=" + in_force()), 200);
}

TEST_P(Scenarios, AreCompiledFromADraft) {
    std::string draft = source();
    const std::string title = "The sheet that stands up";
    draft.replace(draft.find(title), title.size(), "The sheet that lies down");
    const json::object wish{{"source", draft}, {"scenario", kScenario}};
    const auto before = rows_now();
    const json::value seen = told_to(enablement, "POST", "/strategies/check/scenario", wish);
    EXPECT_EQ(word(seen.at("brief").at("title")), "The sheet that lies down");
    EXPECT_NE(word(seen.at("strategy_version")), in_force());
    EXPECT_NE(seen.at("hidden").at("digest"), preview(enablement).at("hidden").at("digest"));
    for (const auto& one : {rep, manager, admin, partner})
        EXPECT_EQ(ask_as(one, "POST", "/strategies/check/scenario", wish).status, 403);
    const auto refused_at = [&](const json::object& asked) {
        const net::Response response = ask_as(enablement, "POST", "/strategies/check/scenario", asked);
        EXPECT_EQ(response.status, 422);
        const json::value fault = json::parse(response.body).at("faults").at(0);
        return word(fault.at("where")) + ": " + word(fault.at("what"));
    };
    EXPECT_EQ(refused_at({{"source", draft}, {"scenario", "x"}}), "/scenario: there is no scenario 'x'");
    EXPECT_TRUE(refused_at({{"source", "id: x\ncompanny: y\n"}, {"scenario", "x"}}).starts_with("/source: line"));
    EXPECT_TRUE(refused_at({{"scenario", "x"}}).starts_with("/source: "));
    EXPECT_EQ(changes_since(before).find("strategy"), std::string::npos) << "nothing of it is kept";
}

TEST_P(Scenarios, AreOverriddenInTheNextEdition) {
    const std::string before = source(), version = in_force();
    json::object wish{{"id", kScenario}, {"title", "A \"new\" title: with # signs"}, {"trust", 55}};
    wish["objections"] = json::array{"fifteen-years"};
    const json::value shown = told_to(enablement, "PUT", kOverride, wish);
    EXPECT_NE(word(shown.at("version")), version);
    const json::value seen = preview(rep);
    EXPECT_EQ(word(seen.at("brief").at("title")), "A \"new\" title: with # signs");
    EXPECT_EQ(preview(enablement).at("hidden").at("start").at("trust").as_int64(), 55);
    // Every line of the author's but those of this one entry is there as it was.
    const std::string after = source();
    const std::size_t entry = before.find(std::string("  - id: ") + kScenario),
                      next = before.find("\n  - id: ", entry + 5);
    EXPECT_TRUE(after.starts_with(before.substr(0, entry)));
    EXPECT_TRUE(after.ends_with(before.substr(next)));

    EXPECT_EQ(ask_as(enablement, "PUT", kOverride, wish).status, 409) << "another version is in force by now";
    wish["replaces"] = shown.at("version");
    wish.erase("title");
    wish.erase("objections");
    wish["id"] = "laser-job-shops/owner/negotiation/hard";
    const json::value added = told_to(enablement, "PUT", kOverride, wish);
    EXPECT_EQ(shelf->find(acme, "hallam-steel")->scenarios.size(), 4U);
    const json::object nothing{{"id", "laser-job-shops/owner/negotiation/hard"}, {"replaces", added.at("version")}};
    const json::value taken_out = told_to(enablement, "PUT", kOverride, nothing);
    EXPECT_EQ(taken_out.at("version"), shown.at("version")) << "the same content is the same version";
    EXPECT_EQ(source(), after);
}

TEST_P(Scenarios, AreOverriddenByEnablementAndWithSense) {
    const json::object good{{"id", kScenario}, {"trust", 40}};
    for (const auto& one : {rep, manager, admin, partner}) {
        const auto before = rows_now();
        EXPECT_EQ(ask_as(one, "PUT", kOverride, good).status, 403);
        EXPECT_EQ(changes_since(before).find("strategy"), std::string::npos);
    }
    EXPECT_EQ(ask_as(stranger, "PUT", kOverride, good).status, 403);
    const auto refusal = [&](const json::object& wish) {
        const auto before = rows_now();
        const net::Response response = ask_as(enablement, "PUT", kOverride, wish);
        EXPECT_EQ(changes_since(before), "") << json::serialize(wish);
        return response.status;
    };
    EXPECT_EQ(refusal({{"id", "no/such/scenario/at-all"}, {"trust", 40}}), 404);
    EXPECT_EQ(refusal({{"id", kScenario}, {"trust", 101}}), 422);
    EXPECT_EQ(refusal({{"id", kScenario}, {"turns", 3}}), 422);
    EXPECT_EQ(refusal({{"id", kScenario}, {"person", "nobody-here"}}), 422);
    EXPECT_EQ(refusal({{"id", kScenario}, {"objections", json::array{"none-such"}}}), 422);
    EXPECT_EQ(refusal({{"id", kScenario}, {"behaviours", json::array{"] injected: true"}}}), 422);
    EXPECT_EQ(refusal({{"id", kScenario}, {"gates", 3}}), 422);
    EXPECT_EQ(refusal({{"id", kScenario}, {"trust", 40}, {"replaces", "never"}}), 409);
    EXPECT_EQ(refusal({{"id", kScenario}, {"title", std::string(3 << 17, 'x')}}), 422) << "more than a text may have";
}

TEST_P(Scenarios, DifferBetweenEditions) {
    const json::value first = told_to(enablement, "PUT", kOverride, json::object{{"id", kScenario}, {"trust", 55}});
    const json::object second_wish{{"id", kScenario}, {"trust", 20}, {"replaces", first.at("version")}};
    const std::string diff = "/strategies/hallam-steel/diff";
    told_to(enablement, "PUT", kOverride, second_wish);
    const json::value seen = told_to(enablement, "GET", diff, nullptr, "from=" + word(first.at("version")));
    EXPECT_EQ(seen.at("scenarios").as_array(), (json::array{kScenario}));
    EXPECT_TRUE(seen.at("indicators").as_array().empty());
    EXPECT_TRUE(told_to(admin, "GET", diff).at("scenarios").as_array().empty());
    for (const auto& one : {rep, manager, partner}) EXPECT_EQ(ask_as(one, "GET", diff).status, 403);
    EXPECT_EQ(ask_as(enablement, "GET", diff, nullptr, "from=none").status, 404);
    EXPECT_EQ(ask_as(enablement, "GET", "/strategies/nobodys/diff").status, 404);
}

PRAXIS_ON_DATABASES(Scenarios);

// The text, line by line.
strategy::ScenarioOverride changed(const std::string& id, const std::string& title) {
    strategy::ScenarioOverride change;
    change.id = id;
    change.title = title;
    return change;
}

std::string with(const std::string& source, const strategy::ScenarioOverride& change) {
    const auto text = files::OverrideText().with_override(source, change);
    return text ? *text : "refused: " + text.error().front().what;
}

TEST(OverrideText, IsAddedWhereThereIsNone) {
    EXPECT_EQ(with("id: x\n# end", changed("a/b/c/d", "T")),
              "id: x\n# end\nscenarios:\n  - id: \"a/b/c/d\"\n    title: \"T\"\n");
    EXPECT_EQ(with("id: x\nscenarios: []\nname: y\n", changed("a/b/c/d", "T")),
              "id: x\nscenarios:\n  - id: \"a/b/c/d\"\n    title: \"T\"\nname: y\n");
    EXPECT_EQ(with("id: x\nscenarios:\n", changed("a/b/c/d", "T")),
              "id: x\nscenarios:\n  - id: \"a/b/c/d\"\n    title: \"T\"\n");
}

TEST(OverrideText, ChangesItsOwnEntryAlone) {
    const std::string source =
        "id: x\nscenarios:   # ours\n  # the first\n  - id: one\n    title: >\n      folded\n      text\n  # the "
        "second\n  - "
        "{id: two, title: T}\n\n# after\nname: y\n";
    EXPECT_EQ(
        with(source, changed("one", "New")),
        "id: x\nscenarios:   # ours\n  # the first\n  - id: \"one\"\n    title: \"New\"\n  # the second\n  - {id: two, "
        "title: T}\n\n# after\nname: y\n");
    EXPECT_EQ(with(source, changed("two", "New")),
              "id: x\nscenarios:   # ours\n  # the first\n  - id: one\n    title: >\n      folded\n      text\n  # the "
              "second\n  - id: \"two\"\n    title: \"New\"\n\n# after\nname: y\n");
    EXPECT_EQ(with(source, changed("two", "")),
              "id: x\nscenarios:   # ours\n  # the first\n  - id: one\n    title: >\n      folded\n      text\n  # the "
              "second\n\n# after\nname: y\n");
    EXPECT_EQ(with("id: x\nscenarios:\n  - id: one\n    title: T\nname: y\n", changed("one", "")), "id: x\nname: y\n");
    EXPECT_EQ(with(source, changed("three", "")), source);
}

TEST(OverrideText, KeepsWhatOneWithANameOfItsOwnIs) {
    EXPECT_EQ(with("scenarios:\n- id: mine\n  segment: s\n  role: r\n  kind: discovery\n  title: T\n",
                   changed("mine", "New")),
              "scenarios:\n- id: \"mine\"\n  segment: \"s\"\n  role: \"r\"\n  kind: \"discovery\"\n  title: \"New\"\n");
}

TEST(OverrideText, RefusesWhatItWouldBreak) {
    EXPECT_TRUE(
        with("scenarios: [{id: one}, {id: two}]\n", changed("one", "T")).starts_with("refused: the scenarios are"));
    EXPECT_TRUE(with("scenarios: [\n  {id: one}]\n", changed("one", "T")).starts_with("refused: the scenarios are"));
    EXPECT_TRUE(with("a: [\n", changed("one", "T")).starts_with("refused: "));
}

}  // namespace
}  // namespace praxis::testing
