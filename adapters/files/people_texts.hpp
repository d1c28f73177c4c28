// Reads what belongs to people's accounts from data/people: the words that the commonest passwords are made of, and the
// texts that people agree to. Faults are reported all at once, with file and line. Any thread.
#pragma once

#include <filesystem>

#include "app/rights/rights.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/people/password.hpp"

namespace praxis::files {

Result<people::CommonWords, Problems> load_common_words(const std::filesystem::path& file);

// Of FOLDER/practice.txt, speech.txt and calls.txt; without their hashes, which are made by whoever keeps secrets.
Result<app::ConsentTexts, Problems> load_consent_texts(const std::filesystem::path& folder);

}  // namespace praxis::files
