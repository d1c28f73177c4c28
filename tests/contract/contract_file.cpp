#include "tests/contract/contract_file.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <cctype>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace praxis::testing {

namespace json = boost::json;

namespace {

constexpr std::string_view kComponents = "#/components/";

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

// "/people/{person}" is the router's "/people/:person".
std::string pattern_of(const std::string& path) {
    std::string pattern;
    for (const char c : path)
        if (c != '}') pattern += c == '{' ? ':' : c;
    return pattern;
}

std::string last_part(const std::string& reference) {
    return reference.substr(reference.rfind('/') + 1);
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return std::string(std::istreambuf_iterator<char>(in), {});
}

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

ContractFile::ContractFile(const std::filesystem::path& folder)
    : folder_(folder), document_(YAML::LoadFile((folder / "openapi.yaml").string())) {
    for (const auto& path : document_["paths"])
        for (const auto& part : path.second) {
            const std::string method = part.first.Scalar();
            if (method == "parameters") continue;
            const bool socket = part.second["x-websocket"].IsDefined();
            operations_.push_back({socket ? "WEBSOCKET" : upper(method), pattern_of(path.first.Scalar()), part.second});
        }
}

YAML::Node ContractFile::resolved(const YAML::Node& node) const {
    const YAML::Node reference = node["$ref"];
    if (!reference) return node;
    const std::string& text = reference.Scalar();
    const std::string kind = text.substr(kComponents.size(), text.rfind('/') - kComponents.size());
    const YAML::Node kinds = document_["components"][kind];
    const YAML::Node found = kinds[last_part(text)];
    if (!found) throw std::runtime_error("the contract has no " + text);
    return found;
}

void ContractFile::add_messages(const YAML::Node& body_or_answer, Words& messages) const {
    const YAML::Node whole = resolved(body_or_answer);
    const YAML::Node content = whole["content"];
    if (!content) return;
    for (const auto& medium : content) {
        if (medium.first.Scalar().find("json") == std::string::npos) continue;
        const YAML::Node described = medium.second;
        const std::string message = last_part(described["schema"]["$ref"].Scalar());
        if (!described["examples"] || !described["examples"][message])
            throw std::runtime_error("the contract shows no example beside a " + message);
        messages.insert(message);
    }
}

Words ContractFile::requests() const {
    Words messages;
    for (const Operation& operation : operations_) {
        const YAML::Node body = operation.node["requestBody"];
        if (body) add_messages(body, messages);
    }
    return messages;
}

Words ContractFile::answers() const {
    Words messages;
    for (const Operation& operation : operations_)
        for (const auto& answer : operation.node["responses"]) add_messages(answer.second, messages);
    return messages;
}

Words ContractFile::examples() const {
    Words names;
    for (const auto& one : document_["components"]["examples"]) names.insert(one.first.Scalar());
    return names;
}

json::value ContractFile::example(const std::string& message) const {
    const YAML::Node shown = document_["components"]["examples"][message];
    return json::parse(text_of(folder_ / shown["externalValue"].Scalar()));
}

YAML::Node ContractFile::schema(const std::string& name) const {
    return document_["components"]["schemas"][name];
}

Fields ContractFile::fields_of(const YAML::Node& unresolved) const {
    const YAML::Node schema = resolved(unresolved);
    Fields fields;
    for (const auto& part : schema["allOf"]) {
        const Fields more = fields_of(part);
        fields.all.insert(more.all.begin(), more.all.end());
        fields.required.insert(more.required.begin(), more.required.end());
    }
    for (const auto& one : schema["properties"]) fields.all.insert(one.first.Scalar());
    for (const auto& one : schema["required"]) fields.required.insert(one.Scalar());
    return fields;
}

YAML::Node ContractFile::field(const YAML::Node& unresolved, const std::string& name) const {
    const YAML::Node schema = resolved(unresolved);
    const YAML::Node properties = schema["properties"];
    if (properties && properties[name]) return properties[name];
    for (const auto& part : schema["allOf"])
        if (fields_of(part).all.contains(name)) return field(part, name);
    throw std::runtime_error("the contract has no field " + name);
}

std::vector<std::string> ContractFile::words_of(const std::string& closed_list) const {
    std::vector<std::string> words;
    const YAML::Node list = schema(closed_list);
    for (const auto& word : list["enum"]) words.push_back(word.Scalar());
    return words;
}

std::vector<std::string> ContractFile::misfits(const json::value& value, const YAML::Node& unresolved,
                                               const std::string& where) const {
    std::vector<std::string> found;
    const YAML::Node schema = resolved(unresolved);
    if (const json::array* items = value.if_array()) {
        for (const json::value& item : *items) append(found, misfits(item, schema["items"], where + "/0"));
        return found;
    }
    const json::object* object = value.if_object();
    const Fields fields = fields_of(schema);
    if (!object || fields.all.empty()) return found;  // any names are right where the schema gives none
    for (const std::string& needed : fields.required)
        if (!object->contains(needed)) found.push_back(where + "/" + needed + " is required and not there");
    for (const auto& one : *object) {
        const std::string key{std::string_view(one.key())};
        if (fields.all.contains(key))
            append(found, misfits(one.value(), field(schema, key), where + "/" + key));
        else
            found.push_back(where + "/" + key + " is not in the contract");
    }
    return found;
}

}  // namespace praxis::testing
