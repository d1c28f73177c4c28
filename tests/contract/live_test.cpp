// contract/live.yaml and the code say the same of what a browser sends.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <boost/json/serialize.hpp>

#include "wire/practice.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;

YAML::Node contract() {
    return YAML::LoadFile(PRAXIS_SOURCE "/contract/live.yaml");
}

json::value json_of(const YAML::Node& scalar) {
    std::int64_t number = 0;
    bool flag = false;
    if (YAML::convert<std::int64_t>::decode(scalar, number)) return number;
    if (YAML::convert<bool>::decode(scalar, flag)) return flag;
    return json::value(scalar.as<std::string>());
}

json::object example_of(const YAML::Node& message) {
    json::object object;
    const YAML::Node example = message["examples"][0];
    for (const auto& field : example) object[field.first.as<std::string>()] = json_of(field.second);
    return object;
}

bool is_read(const json::object& message) {
    Problems problems;
    return wire::rep_word_from(json::serialize(message), problems).has_value();
}

TEST(LiveContract, ShowsMessagesThatAreRead) {
    int seen = 0;
    const YAML::Node from_rep = contract()["from_rep"];
    for (const auto& message : from_rep) {
        const json::object example = example_of(message.second);
        EXPECT_EQ(example.at("type").as_string(), message.first.as<std::string>());
        EXPECT_TRUE(is_read(example)) << json::serialize(example);
        json::object more = example;
        more["nobody_asked_for_this"] = true;
        EXPECT_FALSE(is_read(more));
        const YAML::Node required = message.second["required"];
        for (const auto& field : required) {
            json::object less = example;
            less.erase(field.as<std::string>());
            EXPECT_FALSE(is_read(less)) << message.first.as<std::string>() << " without " << field.as<std::string>();
        }
        ++seen;
    }
    EXPECT_EQ(seen, 8);
}

TEST(LiveContract, WhatIsNoMessageIsComplainedAbout) {
    for (const char* frame :
         {"", "[]", "{", "7", "\"say\"", "null", R"({"type":"sing"})", R"({"type":"say","turn":0,"text":"a"})",
          R"({"type":"say","turn":-1,"text":"a"})", R"({"type":"say","turn":1.5,"text":"a"})",
          R"({"type":"say","turn":1,"text":7})", "{\"type\":\"say\",\"turn\":1,\"text\":\"\\u0000\"}"}) {
        Problems problems;
        EXPECT_FALSE(wire::rep_word_from(frame, problems)) << frame;
        EXPECT_FALSE(problems.empty()) << frame;
    }
    Problems problems;
    EXPECT_FALSE(wire::rep_word_from(std::string(60'000, '['), problems)) << "deeper than anything is nested";
}

}  // namespace
}  // namespace praxis::testing
