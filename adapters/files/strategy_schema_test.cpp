// The JSON Schema for editors names exactly the keys that the reader knows, and the words of the closed lists.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "adapters/files/strategy_file.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/act.hpp"
#include "core/vocabulary/buyer_move.hpp"
#include "core/vocabulary/derived_event.hpp"

namespace praxis::files {
namespace {

namespace json = boost::json;

const json::object& schema() {
    static const json::value kSchema = [] {
        std::ostringstream text;
        text << std::ifstream(PRAXIS_DATA "/schema/strategy.schema.json").rdbuf();
        return json::parse(text.str());
    }();
    return kSchema.as_object();
}

std::set<std::string> keys_in(const json::object& definition) {
    std::set<std::string> keys;
    for (const auto& [key, value] : definition.at("properties").as_object()) keys.insert(std::string(key));
    return keys;
}

std::set<std::string> words_in(const char* definition) {
    std::set<std::string> words;
    for (const json::value& word : schema().at("$defs").at(definition).at("enum").as_array())
        words.insert(std::string(word.as_string()));
    return words;
}

template <class E>
std::set<std::string> words_of() {
    std::set<std::string> words;
    for (std::size_t i = 0; i < strategy::count<E>(); ++i) words.insert(std::string(strategy::name(static_cast<E>(i))));
    return words;
}

TEST(StrategySchema, NamesTheKeysTheReaderKnows) {
    const json::object& definitions = schema().at("$defs").as_object();
    std::set<std::string> described;
    for (const auto& [noun, keys] : strategy_keys()) {
        std::string name = noun;
        std::replace(name.begin(), name.end(), ' ', '-');
        described.insert(name);
        if (noun == "strategy") {
            EXPECT_EQ(keys_in(schema()), keys);
        } else if (const json::value* definition = definitions.if_contains(name)) {
            EXPECT_EQ(keys_in(definition->as_object()), keys) << noun;
        } else {
            ADD_FAILURE() << "the schema does not describe a " << noun;
        }
    }
    for (const auto& [name, definition] : definitions)
        if (definition.as_object().contains("properties")) {
            EXPECT_TRUE(described.contains(std::string(name))) << "no reader knows a " << name;
        }
}

TEST(StrategySchema, NamesTheWordsOfTheClosedLists) {
    EXPECT_EQ(words_in("kind"), words_of<strategy::ConversationKind>());
    EXPECT_EQ(words_in("difficulty"), words_of<strategy::Difficulty>());
    EXPECT_EQ(words_in("medium"), words_of<strategy::Medium>());
    EXPECT_EQ(words_in("layer"), words_of<strategy::FactLayer>());
    EXPECT_EQ(words_in("objection-kind"), words_of<strategy::ObjectionKind>());
    EXPECT_EQ(words_in("resolution"), words_of<strategy::Resolution>());
    EXPECT_EQ(words_in("proof-kind"), words_of<strategy::ProofKind>());
    EXPECT_EQ(words_in("alternative-kind"), words_of<strategy::AlternativeKind>());
    EXPECT_EQ(words_in("disclosure"), words_of<strategy::Disclosure>());
    EXPECT_EQ(words_in("attitude"), words_of<strategy::Attitude>());
    EXPECT_EQ(words_in("logic"), words_of<strategy::Logic>());
    EXPECT_EQ(words_in("expertise"), words_of<strategy::Expertise>());
    EXPECT_EQ(words_in("style"), words_of<strategy::Style>());
    EXPECT_EQ(words_in("presents"), words_of<strategy::Presents>());
    EXPECT_EQ(words_in("setting"), words_of<strategy::Setting>());
    EXPECT_EQ(words_in("power"), words_of<strategy::Power>());
    EXPECT_EQ(words_in("relationship-level"), words_of<strategy::Relationship>());
    EXPECT_EQ(words_in("stage-name"), words_of<strategy::Stage>());
    EXPECT_EQ(words_in("skill"), words_of<strategy::Skill>());
    EXPECT_EQ(words_in("needs"), words_of<strategy::Needs>());
    EXPECT_EQ(words_in("discount-rule"), words_of<strategy::DiscountRule>());
    EXPECT_EQ(words_in("act").size(), static_cast<std::size_t>(kActCount + kActGroupCount));
    for (int i = 0; i < kDerivedEventCount; ++i)
        EXPECT_TRUE(words_in("event").contains(std::string(name(static_cast<DerivedEvent>(i)))));
    for (int i = 0; i < kBuyerMoveCount; ++i)
        EXPECT_TRUE(words_in("move").contains(std::string(name(static_cast<BuyerMove>(i)))));
}

}  // namespace
}  // namespace praxis::files
