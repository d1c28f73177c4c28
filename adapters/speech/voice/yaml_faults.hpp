// What goes wrong in a YAML file of the voice, gathered with its place. One thread.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <string>
#include <utility>

#include "core/base/problem.hpp"

namespace praxis::speech {

class YamlFaults {
public:
    explicit YamlFaults(const std::filesystem::path& file) : file_(file.string()) {}

    void at(const YAML::Mark& mark, std::string what, std::string mend = {}) {
        problems_.push_back(
            {Severity::error, {file_, mark.line + 1, mark.column + 1}, std::move(what), std::move(mend)});
    }
    void at(const YAML::Node& node, std::string what, std::string mend = {}) {
        at(node.Mark(), std::move(what), std::move(mend));
    }
    bool none() const { return problems_.empty(); }
    Problems take() { return std::move(problems_); }

private:
    std::string file_;
    Problems problems_;
};

}  // namespace praxis::speech
