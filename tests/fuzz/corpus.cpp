#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/fuzz/targets.hpp"

namespace praxis::fuzz {

namespace fs = std::filesystem;

std::vector<std::string> files_below(const std::string& folder, const std::vector<std::string>& endings,
                                     std::size_t most_bytes) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const bool wanted =
            std::find(endings.begin(), endings.end(), entry.path().extension().string()) != endings.end();
        if (entry.is_regular_file() && wanted) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const fs::path& file : files) texts.push_back(text_of_file(file.string(), most_bytes));
    if (texts.empty()) throw std::runtime_error("there are no examples in " + folder);
    return texts;
}

std::string text_of_file(const std::string& file, std::size_t most_bytes) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("there is no example " + file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    text.resize(std::min(text.size(), most_bytes));
    return text;
}

std::string put_in_file(std::string_view bytes) {
    static const std::string kFile =
        (fs::temp_directory_path() / ("praxis-fuzz-file-" + std::to_string(::getpid()))).string();
    std::ofstream(kFile, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return kFile;
}

}  // namespace praxis::fuzz
