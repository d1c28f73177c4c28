#include "adapters/files/strategies/node.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <fstream>
#include <map>
#include <optional>
#include <sstream>

namespace praxis::files {
namespace {

Problem problem(const std::string& file, int line, int column, std::string what, std::string mend) {
    return {Severity::error, {file, line, column}, std::move(what), std::move(mend)};
}

// Bytes of the well-formed UTF-8 character at `i`, 0 when there is none (overlong forms and surrogates refused).
std::size_t utf8_length(std::string_view text, std::size_t i) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(0);
    };
    const auto follows = [&](std::size_t at) { return (byte(at) & 0xc0) == 0x80; };
    const unsigned char first = byte(i);
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first <= 0xdf) return follows(i + 1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const bool overlong = first == 0xe0 && byte(i + 1) < 0xa0;
        const bool surrogate = first == 0xed && byte(i + 1) > 0x9f;
        return follows(i + 1) && follows(i + 2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const bool overlong = first == 0xf0 && byte(i + 1) < 0x90;
        const bool beyond = first == 0xf4 && byte(i + 1) > 0x8f;
        return follows(i + 1) && follows(i + 2) && follows(i + 3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

// The first byte that is no text, or a tab in the indentation, which the YAML library reports far from its cause.
std::optional<Problem> find_bad_text(std::string_view text, const std::string& name) {
    int line = 1, column = 1;
    bool indenting = true;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = utf8_length(text, i);
        if (length == 0) return problem(name, line, column, "this is not UTF-8 text", "save the file as UTF-8");
        if (c == '\t' && indenting) return problem(name, line, column, "a tab indents this line", "indent with spaces");
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
            return problem(name, line, column, "a control character stands here",
                           "a strategy is plain text: remove it");
        i += length;
        ++column;
        if (c != ' ') indenting = false;
        if (c == '\n') {
            ++line;
            column = 1;
            indenting = true;
        }
    }
    return std::nullopt;
}

// Builds the tree from the library's events, where size and depth can be stopped before they hurt.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const std::string& name, const NodeLimits& limits) : name_(name), limits_(limits) {}

    Node take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(make(Node::Kind::empty, mark), anchor); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end())
            throw problem(name_, mark.line + 1, mark.column + 1, "this alias stands inside the thing it names",
                          "write the text out");
        nodes_ += found->second.nodes;
        bytes_ += found->second.bytes;
        check_size(mark);
        place(Node(found->second.node));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        Node node = make(Node::Kind::word, mark);
        node.text = value;
        bytes_ += value.size();
        node.quoted = tag == "!";
        if (tag != "!" && tag != "?" && !tag.empty())
            throw problem(name_, mark.line + 1, mark.column + 1, "'" + tag + "' is a YAML tag", "leave it out");
        add(std::move(node), anchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Node::Kind::list, mark, anchor);
    }
    void OnSequenceEnd() override { shut(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Node::Kind::map, mark, anchor);
    }
    void OnMapEnd() override { shut(); }

private:
    struct Open {
        Node node;
        std::optional<Node> key;
        YAML::anchor_t anchor;
        std::size_t nodes_before, bytes_before;
    };
    // What an alias of it costs.
    struct Anchored {
        Node node;
        std::size_t nodes = 0, bytes = 0;
    };

    void check_size(const YAML::Mark& mark) const {
        if (nodes_ > limits_.nodes || bytes_ > limits_.bytes)
            throw problem(name_, mark.line + 1, mark.column + 1, "the file holds too much from here on",
                          "a strategy has at most " + std::to_string(limits_.nodes) + " values and " +
                              std::to_string(limits_.bytes >> 20) + " MB of text; write aliases out");
    }
    Node make(Node::Kind kind, const YAML::Mark& mark) {
        ++nodes_;
        check_size(mark);
        Node node;
        node.kind = kind;
        node.at = {name_, mark.line + 1, mark.column + 1};
        return node;
    }
    void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (static_cast<int>(open_.size()) >= limits_.depth)
            throw problem(name_, mark.line + 1, mark.column + 1, "the nesting is deeper than any strategy needs",
                          "look for a bracket that is not closed");
        const std::size_t before = nodes_;
        open_.push_back({make(kind, mark), std::nullopt, anchor, before, bytes_});
    }
    void shut() {
        Open done = std::move(open_.back());
        open_.pop_back();
        if (done.anchor != YAML::NullAnchor)
            anchors_[done.anchor] = {done.node, nodes_ - done.nodes_before, bytes_ - done.bytes_before};
        place(std::move(done.node));
    }
    void add(Node node, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) anchors_[anchor] = {node, 1, node.text.size()};
        place(std::move(node));
    }
    void place(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& top = open_.back();
        if (top.node.kind == Node::Kind::list) {
            top.node.items.push_back(std::move(node));
        } else if (!top.key) {
            top.key = std::move(node);
        } else {
            top.node.entries.emplace_back(std::move(*top.key), std::move(node));
            top.key.reset();
        }
    }

    const std::string& name_;
    const NodeLimits& limits_;
    Node root_;
    std::vector<Open> open_;
    std::map<YAML::anchor_t, Anchored> anchors_;
    std::size_t nodes_ = 0, bytes_ = 0;  // after aliases are written out
};

std::string mend_for(std::string_view message) {
    if (message.find("map value") != std::string_view::npos || message.find("map keys") != std::string_view::npos)
        return "a text with ': ' or '#' in it needs quotation marks; check the indentation too";
    if (message.find("flow") != std::string_view::npos || message.find("end of sequence") != std::string_view::npos ||
        message.find("end of map") != std::string_view::npos)
        return "a bracket or a comma is missing";
    return "check indentation, quotation marks and brackets";
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (name.text == key) return &value;
    return nullptr;
}

Result<Node, Problems> parse_node(std::string_view text, const std::string& name, const NodeLimits& limits) {
    if (text.size() > limits.bytes)
        return refuse(
            Problems{problem(name, 1, 1, "the file is larger than " + std::to_string(limits.bytes >> 20) + " MB",
                             "a strategy is text written by people; is this the right file?")});
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    if (auto bad = find_bad_text(text, name)) return refuse(Problems{std::move(*bad)});
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        TreeBuilder tree(name, limits);
        const bool any = parser.HandleNextDocument(tree);
        Node root = tree.take();
        if (!any || root.kind == Node::Kind::empty)
            return refuse(Problems{problem(name, 1, 1, "the file is empty", "see docs/strategy-format.md")});
        TreeBuilder rest(name, limits);
        if (parser.HandleNextDocument(rest))
            return refuse(Problems{
                problem(name, rest.take().at.line, 1, "a second document begins here", "remove the line '---'")});
        return root;
    } catch (const Problem& stopped) {
        return refuse(Problems{stopped});
    } catch (const YAML::Exception& broken) {
        return refuse(Problems{problem(name, broken.mark.line + 1, broken.mark.column + 1,
                                       "the YAML cannot be read: " + broken.msg, mend_for(broken.msg))});
    } catch (const std::exception& broken) {
        return refuse(Problems{problem(name, 1, 1, std::string("the file cannot be read: ") + broken.what(), "")});
    }
}

Result<Node, Problems> load_node(const std::filesystem::path& file, const NodeLimits& limits) {
    const std::string name = file.string();
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        return refuse(Problems{problem(name, 0, 0, "there is no such file", "check the path")});
    std::ifstream stream(file, std::ios::binary);
    std::string text(limits.bytes + 1, '\0');  // one more than allowed, so that larger files are noticed
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad() || !(stream.gcount() > 0 || stream.eof()))
        return refuse(Problems{problem(name, 0, 0, "the file cannot be read", "check its permissions")});
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return parse_node(text, name, limits);
}

}  // namespace praxis::files
