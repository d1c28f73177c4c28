#include "adapters/files/conversation_file.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "wire/conversation/conversation_lines.hpp"

namespace praxis::files {
namespace {

namespace fs = std::filesystem;

Problems trouble(const fs::path& path, std::string what, std::string mend = {}) {
    return {{Severity::error, {path.string()}, std::move(what), std::move(mend)}};
}

}  // namespace

Result<std::string, Problems> load_text(const fs::path& path, std::size_t most_bytes) {
    std::error_code error;
    if (fs::is_directory(path, error)) return refuse(trouble(path, "this is a folder", "give a file"));
    std::ifstream in(path, std::ios::binary);
    if (!in) return refuse(trouble(path, "this file cannot be opened", "is the name right, and may you read it?"));
    std::string text;
    char block[1 << 16];
    while (in.read(block, sizeof block) || in.gcount() > 0) {
        text.append(block, static_cast<std::size_t>(in.gcount()));
        if (text.size() > most_bytes)
            return refuse(trouble(path, "this file is larger than " + std::to_string(most_bytes >> 20) + " MB"));
    }
    return text;
}

Result<conversation::Header, Problems> load_conversation_header(const fs::path& path) {
    auto text = load_text(path, kConversationMax_bytes);
    if (!text) return refuse(std::move(text.error()));
    return wire::read_header(*text, path.string());
}

Result<conversation::Conversation, Problems> load_conversation(const fs::path& path,
                                                               const strategy::Scenario& scenario) {
    auto text = load_text(path, kConversationMax_bytes);
    if (!text) return refuse(std::move(text.error()));
    return wire::read_conversation(*text, path.string(), scenario);
}

Problems save_text(const fs::path& path, std::string_view text) {
    const fs::path beside = path.string() + "." + std::to_string(getpid()) + ".part";
    std::error_code error;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out << text;
        out.close();
        if (!out) {
            fs::remove(beside, error);
            return trouble(path, "this file cannot be written", "is there room, and may you write here?");
        }
    }
    fs::rename(beside, path, error);
    if (!error) return {};
    const std::string why = error.message();
    fs::remove(beside, error);
    return trouble(path, "this file cannot be written: " + why);
}

Problems save_conversation(const fs::path& path, const conversation::Conversation& conversation,
                           const strategy::Scenario& scenario) {
    return save_text(path, wire::to_lines(conversation, scenario));
}

}  // namespace praxis::files
