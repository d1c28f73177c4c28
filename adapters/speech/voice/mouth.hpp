// From the synthesiser's phones to the mouth's shapes. Which shape a phone has, the second shape of a diphthong and how
// much weaker an unstressed vowel is formed come from the table of docs/voice.md. Values only; any thread.
#pragma once

#include <string>
#include <vector>

#include "app/ports/voice.hpp"

namespace praxis::speech {

struct Phone {
    std::string name;
    double from_ms = 0, to_ms = 0;
    bool stressed = false;
    bool beat = false;  // begins an accented syllable
    int word = -1;      // of the spoken words; -1: a pause
};

app::Viseme viseme_of(const std::string& phone);

// From 0 on, times rising, the last is sil. `phones` are in order, from the start of the sound that is heard.
std::vector<app::MouthShape> mouth_track(const std::vector<Phone>& phones);

}  // namespace praxis::speech
