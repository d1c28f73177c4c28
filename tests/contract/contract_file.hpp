// contract/openapi.yaml and its examples as a test asks about them: which routes there are, which messages go in and
// out, which fields a message has. Reads files when made and when asked for an example; one thread. Errors: exceptions
// of yaml-cpp and Boost.JSON, std::runtime_error.
#pragma once

#include <yaml-cpp/yaml.h>

#include <boost/json/value.hpp>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace praxis::testing {

using Words = std::set<std::string>;

struct Operation {
    std::string method, pattern;  // as the router writes them: "GET", "/api/v1/people/:person"
    YAML::Node node;
};

struct Fields {
    Words all, required;
};

class ContractFile {
public:
    explicit ContractFile(const std::filesystem::path& folder);

    const std::vector<Operation>& operations() const { return operations_; }
    // Messages are called by the names of their schemas.
    Words requests() const;
    Words answers() const;
    Words examples() const;
    boost::json::value example(const std::string& message) const;

    YAML::Node schema(const std::string& name) const;
    Fields fields_of(const YAML::Node& schema) const;
    YAML::Node field(const YAML::Node& schema, const std::string& name) const;
    std::vector<std::string> words_of(const std::string& closed_list) const;
    // A sentence for every field that the schema does not have, and for every required one that the value does not.
    std::vector<std::string> misfits(const boost::json::value&, const YAML::Node& schema,
                                     const std::string& where = {}) const;

private:
    YAML::Node resolved(const YAML::Node&) const;
    void add_messages(const YAML::Node& body_or_answer, Words&) const;

    const std::filesystem::path folder_;
    const YAML::Node document_;
    std::vector<Operation> operations_;
};

}  // namespace praxis::testing
