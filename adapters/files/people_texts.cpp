#include "adapters/files/people_texts.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace praxis::files {
namespace {

constexpr std::size_t kWordLeast = 3;

Problem fault(const std::filesystem::path& file, int line, std::string what, std::string mend) {
    return {Severity::error, {file.string(), line, line ? 1 : 0}, std::move(what), std::move(mend)};
}

bool is_word(const std::string& text) {
    return text.size() >= kWordLeast && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
           });
}

}  // namespace

Result<people::CommonWords, Problems> load_common_words(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in)
        return refuse(Problems{fault(file, 0, "the file cannot be read", "install the data folder with the program")});
    people::CommonWords words;
    Problems problems;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        if (!is_word(line))
            problems.push_back(
                fault(file, number, "'" + line + "' is no such word", "write three small letters or digits at least"));
        else if (!words.insert(line).second)
            problems.push_back(fault(file, number, "'" + line + "' is there twice", "leave one out"));
    }
    if (words.empty()) problems.push_back(fault(file, 0, "there are no words in it", "write one a line"));
    if (!problems.empty()) return refuse(std::move(problems));
    return words;
}

Result<app::ConsentTexts, Problems> load_consent_texts(const std::filesystem::path& folder) {
    app::ConsentTexts texts;
    Problems problems;
    for (int i = 0; i < app::kPurposeCount; ++i) {
        const auto file = folder / (std::string(name(static_cast<app::Purpose>(i))) + ".txt");
        std::ifstream in(file, std::ios::binary);
        std::string text((std::istreambuf_iterator<char>(in)), {});
        if (text.find_first_not_of(" \n\t\r") == std::string::npos)
            problems.push_back(fault(file, 0, "the file is not there or empty", "write what people are to agree to"));
        texts[static_cast<std::size_t>(i)].text = std::move(text);
    }
    if (!problems.empty()) return refuse(std::move(problems));
    return texts;
}

}  // namespace praxis::files
