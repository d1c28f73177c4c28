// How a word of letters is said: as it is, respelled, by the names of its letters, or as a sound people make. One
// thread.
#pragma once

#include <string>
#include <string_view>

#include "adapters/speech/voice/reading/utterer.hpp"

namespace praxis::speech {

// "price", "CRM", "KPIs", "HubSpot", "sooo". `loud`: the whole sentence is in capitals, so that they mean nothing.
void say_word(std::string_view word, bool loud, Utterer&);

// "hmmmm", "mm-hm"; false: it is no such sound, and nothing was said.
bool say_sound(std::string_view word, Utterer&);

std::string lowered(std::string_view word);

}  // namespace praxis::speech
