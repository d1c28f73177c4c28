// The training report (docs/language-report.md) and the shorter texts for the terminal.
#pragma once

#include <string>

#include "core/language/reader.hpp"
#include "tools/train_language/training.hpp"

namespace praxis::train_language {

std::string summary(const CrossValidated&);
std::string report(const CrossValidated&, const Material&, const std::string& model_bytes);

// Of a trained reader on labelled turns, from text and previous kind alone: as written, and as speech renders it.
std::string evaluation(const language::Reader&, const files::Turns&);

}  // namespace praxis::train_language
