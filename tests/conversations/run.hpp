// Plays a script on the real program (understanding, mind, wording, behaviours) and checks what it expects. One thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/problem.hpp"
#include "core/conversation/event.hpp"
#include "core/foresight/marks/judge.hpp"
#include "program/library.hpp"
#include "tests/conversations/script.hpp"

namespace praxis::conversations {

struct Run {
    Problems failures;                      // place: the expectation's; what: "expected …; got …"
    std::string transcript;                 // for reading when something failed
    foresight::marks::Judgement judgement;  // where values were wanted
    conversation::Standing left;            // how the customer stood at the end
};

// `tests_folder`: where strategies/NAME.yaml lies for names that are no example. `values`: the transcript ends with
// every turn's value and mark, whether the script asks for one or not.
Run run_script(const Script&, const program::Library&, const std::filesystem::path& tests_folder, bool values = false);

}  // namespace praxis::conversations
