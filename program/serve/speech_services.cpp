#include "program/serve/speech_services.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "core/base/nearest.hpp"

namespace praxis::program {
namespace {

constexpr unsigned kLimitLeast_ms = 100, kLimitMost_ms = 10'000;

Problem fault(const std::string& option, std::string what, std::string mend) {
    return {Severity::error, {"--" + option}, std::move(what), std::move(mend)};
}

std::string without_slash(std::string address) {
    while (address.ends_with('/')) address.pop_back();
    return address;
}

std::string host_in(const std::string& address) {
    const std::size_t at = address.find("://") + 3;
    return address.substr(at, address.find('/', at) - at);
}

// In the open: neither a key nor a rep's voice goes over a network in the clear, unless it is said to be one's own.
void check_address(const std::string& option, const std::string& address, bool inside, Problems& problems) {
    const bool web = address.starts_with("http://") || address.starts_with("https://");
    if (!web || host_in(address).empty() || host_in(address).find('@') != std::string::npos)
        problems.push_back(fault(option, "'" + address + "' is no address of a service",
                                 "write it up to the version, without a name in it: http://127.0.0.1:8880/v1"));
    else if (!inside && !integrations::is_private_enough(address))
        problems.push_back(fault(option, "sound and key would go there in the clear",
                                 "use https, or --speech-services-inside if the network is your own"));
}

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n"), end = text.find_last_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : text.substr(begin, end + 1 - begin);
}

// Of the file, where one is named, else of the variable; a header takes it, so it is one word.
std::string key_of(const std::string& option, const std::string& file, const char* variable, Problems& problems) {
    std::string key;
    if (file.empty()) {
        const char* told = std::getenv(variable);
        key = trimmed(told ? told : "");
    } else {
        std::ifstream in(file);
        key = trimmed({std::istreambuf_iterator<char>(in), {}});
        if (key.empty())
            problems.push_back(
                fault(option + "-key-file", "'" + file + "' holds no key", "write the key into it, alone"));
    }
    if (std::any_of(key.begin(), key.end(), [](unsigned char c) { return c <= ' ' || c >= 0x7f; }))
        problems.push_back(
            fault(option + "-key-file", "the key is not one word of plain letters", "give the key alone"));
    return key;
}

std::map<std::string, std::string> voices_in(const std::string& text, const app::Voice& own, Problems& problems) {
    std::vector<std::string> names = {"woman", "man", "all"};
    for (const app::VoiceCard& card : own.voices()) names.push_back(card.id);
    std::map<std::string, std::string> voices;
    std::istringstream in(text);
    for (std::string pair; in >> pair;) {
        const std::size_t at = pair.find('=');
        const std::string name = pair.substr(0, at);
        if (at == std::string::npos || at + 1 == pair.size()) {
            problems.push_back(fault("voice-service-voices", "'" + pair + "' is no pair",
                                     "write ours=theirs, with spaces between: woman=nova man=onyx grace=shimmer"));
        } else if (std::find(names.begin(), names.end(), name) == names.end()) {
            const std::string near = nearest(name, names);
            problems.push_back(fault("voice-service-voices", "there is no voice '" + name + "' here",
                                     near.empty() ? "`praxis say --voices` lists them; or woman, man, all"
                                                  : "did you mean '" + near + "'?"));
        } else {
            voices[name] = pair.substr(at + 1);
        }
    }
    return voices;
}

using Service = std::optional<integrations::SpeechService>;

Service service_of(const std::string& option, const SpeechServiceSettings& told, bool inside, const char* variable,
                   Problems& problems) {
    if (told.address.empty()) return std::nullopt;
    integrations::SpeechService service;
    service.address = without_slash(told.address);
    service.model = told.model;
    service.limit = std::chrono::milliseconds(told.limit_ms);
    check_address(option, service.address, inside, problems);
    service.key = key_of(option, told.key_file, variable, problems);
    return service;
}

void add_service(CLI::App& app, const std::string& name, const std::string& variable, SpeechServiceSettings& told,
                 const char* what) {
    app.add_option("--" + name, told.address, what)->envname(variable);
    app.add_option("--" + name + "-model", told.model, "The model it is asked for")
        ->envname(variable + "_MODEL")
        ->capture_default_str();
    app.add_option("--" + name + "-key-file", told.key_file,
                   "A file with its key; else the key in " + variable + "_KEY, or none")
        ->envname(variable + "_KEY_FILE");
    app.add_option("--" + name + "-ms", told.limit_ms, "How long it may take; then our own does it")
        ->envname(variable + "_MS")
        ->check(CLI::Range(kLimitLeast_ms, kLimitMost_ms))
        ->capture_default_str();
}

}  // namespace

void add_speech_options(CLI::App& app, SpeechServices& services) {
    add_service(app, "voice-service", "PRAXIS_VOICE_SERVICE", services.voice,
                "An OpenAI-compatible engine for the customer's voice: http://127.0.0.1:8880/v1");
    app.add_option("--voice-service-voices", services.voice.voices,
                   "Its voices by ours, by woman, man or all: \"woman=nova man=onyx grace=shimmer\"")
        ->envname("PRAXIS_VOICE_SERVICE_VOICES");
    add_service(app, "hearing-service", "PRAXIS_HEARING_SERVICE", services.hearing,
                "An OpenAI-compatible engine for the rep's words: http://127.0.0.1:8000/v1");
    app.add_flag("--speech-services-inside", services.inside, "They are in our own network: plain http is allowed")
        ->envname("PRAXIS_SPEECH_SERVICES_INSIDE");
}

Result<Service, Problems> voice_service(const SpeechServices& services, const app::Voice& own) {
    Problems problems;
    Service service =
        service_of("voice-service", services.voice, services.inside, "PRAXIS_VOICE_SERVICE_KEY", problems);
    if (service) service->voices = voices_in(services.voice.voices, own, problems);
    if (!problems.empty()) return refuse(std::move(problems));
    return service;
}

Result<Service, Problems> hearing_service(const SpeechServices& services) {
    Problems problems;
    Service service =
        service_of("hearing-service", services.hearing, services.inside, "PRAXIS_HEARING_SERVICE_KEY", problems);
    if (!problems.empty()) return refuse(std::move(problems));
    return service;
}

void tell_in_consent(const SpeechServices& services, app::ConsentTexts& texts) {
    std::string& text = texts[static_cast<std::size_t>(app::Purpose::speech)].text;
    if (!services.hearing.address.empty())
        text += "Each turn you have spoken is also sent to the speech service that your company has chosen, at " +
                host_in(services.hearing.address) + ", which turns it into words. Praxis keeps no sound of it.\n";
    if (!services.voice.address.empty())
        text += "What the customer answers is sent, as text, to the speech service at " +
                host_in(services.voice.address) + ", which speaks it.\n";
}

}  // namespace praxis::program
