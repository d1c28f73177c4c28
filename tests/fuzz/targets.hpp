// Every reader of what comes from outside: what it is fed with, the words of its format, and how it is called. It may
// refuse what it is given in the way its header says; anything else (an exception, a signal, a sanitizer's complaint, a
// wait) is a fault. To add a reader: a Target in the file that fits. One thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::fuzz {

struct Target {
    std::string name;
    std::vector<std::string> corpus;
    std::vector<std::string> words;
    std::function<void(std::string_view)> feed;
    int times = 300;                     // in the suite
    std::size_t most_bytes = 64 << 10;   // of one text
    std::size_t long_bytes = 256 << 10;  // of a text of one word again and again, which must be read in a second
};

std::vector<Target> text_targets();     // transcripts, strategies, conversations, utterances, settings, sound
std::vector<Target> message_targets();  // JSON bodies, live messages, addresses and headers, tokens
std::vector<Target> outside_targets();  // backups, what services answer, addresses and names, what is installed
std::vector<Target> door_targets();     // HTTP and WebSocket on a real socket, sound of a microphone

// Files, or at most the first so many bytes of them.
std::vector<std::string> files_below(const std::string& folder, const std::vector<std::string>& endings,
                                     std::size_t most_bytes = 8 << 10);

std::string text_of_file(const std::string& file, std::size_t most_bytes = 16 << 10);

// A file that holds what is fed, for readers that open one.
std::string put_in_file(std::string_view bytes);

}  // namespace praxis::fuzz
