// From the end of what a rep says to the first sound of the customer's answer, end to end: the real server, a live
// socket, spoken turns in real time, by the clock. Prints where the time goes, and how soon a customer who is
// interrupted falls silent.
//   turn_gap_bench PROGRAM [TURNS [PIECE_MS [OPTION OF praxis serve …]]]      all turns by default, pieces of 100 ms
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>

#include "adapters/speech/hearing/test_sound.hpp"
#include "bench/live/microphone.hpp"
#include "bench/live/node.hpp"
#include "bench/live/turns.hpp"

namespace praxis::bench {
namespace {

using namespace std::chrono_literals;
using speech::test::SoundTrack;

constexpr const char* kVoices[] = {"grace", "tom", "ewan", "helen", "leo", "ruth"};
constexpr int kTurnsAnAttempt = 11;
constexpr auto kPatience = 4s;          // then it is lost
constexpr auto kPausedEarly = 80ms;     // the last sounds of a word may be as soft as silence
constexpr auto kHeardOfAnswer = 600ms;  // before the rep goes on

double ms_between(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

// Of one turn, each from the moment before; ms.
struct Times {
    std::string kind;
    double wait = 0;      // silence until the piece came by which it was over
    double heard = 0;     // … until its words were told
    double thinking = 0;  // … until that was shown
    double answered = 0;  // understood, decided, worded, kept, told
    double voiced = 0;    // … until its first audible sound came
    double all() const { return wait + heard + thinking + answered + voiced; }
};

struct Figures {
    std::vector<Times> turns;
    std::vector<double> noticed, silent;  // of interruptions: by the ear; after they were told
    std::vector<double> begins_to_think;  // after the end of speech: what a face shows at once
    int cut = 0, lost = 0;
    int words = 0, wrong = 0;
};

Sound spoken(app::Voice& voice, const std::string& who, const ScriptedTurn& turn) {
    SoundTrack track(voice, who);
    for (std::size_t i = 0; i < turn.parts.size(); ++i) {
        if (i > 0) track.rest(turn.pause_ms - 80);
        track.say(turn.parts[i]);
    }
    return track.plain();
}

// One attempt, and who speaks in it.
class Talk {
public:
    Talk(const Node& node, std::uint64_t seed, int piece_ms, app::Voice& voice, std::string who, Figures& into)
        : voice_(voice), who_(std::move(who)), into_(into), microphone_(opened(node, node.start(seed)), piece_ms) {
        microphone_.tell({{"type", "voice"}, {"on", true}});
        microphone_.tell({{"type", "listen"}, {"on", true}});
        if (!until("hello", 5s)) throw std::runtime_error("nobody says hello");
        drain(2500ms);  // an ear is made
    }

    bool over() const { return microphone_.closed(); }

    void take(const ScriptedTurn& turn) {
        const auto said = microphone_.speak(spoken(voice_, who_, turn));
        const auto heard = until_turn(said.end, said.end + kPatience);
        if (!heard) return void(++into_.lost);
        if (heard->at < said.end) {  // not waited for; what comes of the rest is not measured
            ++into_.cut;
            return drain(kPatience);
        }
        count_words(turn, std::string(heard->message.at("text").as_string()));
        Times times{turn.kind};
        times.wait = ms_between(said.end, microphone_.last_sent());
        times.heard = ms_between(microphone_.last_sent(), heard->at);
        if (answer(std::string(heard->message.at("text").as_string()), heard->at, times)) into_.turns.push_back(times);
    }

    // While the last answer is being heard; false: there was nothing to interrupt.
    void interrupt(const std::string& words) {
        microphone_.tell({{"type", "repeat"}});
        const auto voice = until("voice", 3s);
        if (!voice) return;
        microphone_.customer_speaks(true);
        SoundTrack track(voice_, who_);
        const auto said = microphone_.speak(track.say(words).plain());
        const auto began = until("hears", kPatience, [](const auto& heard) { return heard.at("what") == "began"; });
        if (began) {
            into_.noticed.push_back(ms_between(said.begin, began->at));
            fall_silent();
        }
        microphone_.customer_speaks(false);
        drain(kPatience);
    }

private:
    static tests::RawClient opened(const Node& node, const std::string& attempt) {
        tests::RawClient client(node.port());
        const auto answer = client.open_socket("/api/v1/attempts/" + attempt + "/live", node.headers());
        if (!answer || answer->status != 101) throw std::runtime_error("the socket was not opened");
        return client;
    }

    using Wanted = std::function<bool(const boost::json::object&)>;
    std::optional<Arrival> until(std::string_view type, Clock::duration time, const Wanted& wanted = {}) {
        const auto end = Clock::now() + time;
        while (auto arrival = microphone_.next(end))
            if (arrival->type() == type && (!wanted || wanted(arrival->message))) return arrival;
        return std::nullopt;
    }
    // On the way, whether the pause at the end of what is said was told.
    std::optional<Arrival> until_turn(Clock::time_point said, Clock::time_point end) {
        bool paused = false;
        while (auto arrival = microphone_.next(end)) {
            if (arrival->type() != "hears") continue;
            const auto& what = arrival->message.at("what");
            if (what == "turn") return arrival;
            if (what != "paused" || paused || arrival->at < said - kPausedEarly) continue;
            paused = true;
            into_.begins_to_think.push_back(std::max(0.0, ms_between(said, arrival->at)));
        }
        return std::nullopt;
    }
    void drain(Clock::duration time) {
        const auto end = Clock::now() + time;
        while (microphone_.next(end)) {
        }
    }

    bool answer(const std::string& text, Clock::time_point heard, Times& times) {
        const int turn = ++turn_;
        microphone_.tell({{"type", "say"}, {"turn", turn}, {"text", text}});
        const auto of_turn = [turn](const auto& message) { return message.at("turn") == turn; };
        const auto thinking = until("thinking", kPatience, of_turn);
        const auto told = thinking ? until("told", kPatience) : std::nullopt;
        const auto voice = told ? until("voice", kPatience, of_turn) : std::nullopt;
        const auto sound = voice ? until_audible() : std::nullopt;
        if (!sound) return ++into_.lost, false;
        times.thinking = ms_between(heard, thinking->at);
        times.answered = ms_between(thinking->at, told->at);
        times.voiced = ms_between(told->at, sound->at);
        microphone_.customer_speaks(true);
        drain(kHeardOfAnswer);
        microphone_.customer_speaks(false);
        drain(300ms);
        return true;
    }

    std::optional<Arrival> until_audible() {
        const auto end = Clock::now() + kPatience;
        while (auto arrival = microphone_.next(end))
            if (audible(arrival->sound)) return arrival;
        return std::nullopt;
    }

    // As the page: told at once; whatever comes after that was too late.
    void fall_silent() {
        const auto told = Clock::now();
        microphone_.tell({{"type", "break_in"}, {"turn", turn_}, {"heard", 10}});
        auto last = told;
        const auto end = told + 1500ms;
        while (const auto arrival = microphone_.next(end))
            if (!arrival->sound.empty()) last = arrival->at;
        into_.silent.push_back(ms_between(told, last));
    }

    void count_words(const ScriptedTurn& turn, const std::string& heard) {
        std::string said;
        for (const std::string& part : turn.parts) said += part + " ";
        into_.words += static_cast<int>(speech::words_of(said).size());
        into_.wrong += speech::test::words_wrong(said, heard);
    }

    app::Voice& voice_;
    const std::string who_;
    Figures& into_;
    Microphone microphone_;
    int turn_ = 0;
};

double at_percent(std::vector<double> values, std::size_t percent) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * percent / 100)];
}

void print_row(const std::string& what, const std::vector<Times>& turns,
               const std::function<double(const Times&)>& of) {
    std::vector<double> values;
    for (const Times& turn : turns) values.push_back(of(turn));
    std::printf("%-44s %5zu %7.0f %7.0f %7.0f\n", what.c_str(), values.size(), at_percent(values, 50),
                at_percent(values, 95), at_percent(values, 100));
}

void print_list(const char* what, const std::vector<double>& values) {
    std::printf("%-44s %5zu %7.0f %7.0f %7.0f\n", what, values.size(), at_percent(values, 50), at_percent(values, 95),
                at_percent(values, 100));
}

void print(const Figures& figures) {
    std::printf("%-44s %5s %7s %7s %7s\n", "ms", "n", "p50", "p95", "most");
    print_row("end of speech to first audible sound", figures.turns, &Times::all);
    print_row("  end of turn waited for, and its piece", figures.turns, [](const Times& t) { return t.wait; });
    print_row("  last words recognised", figures.turns, [](const Times& t) { return t.heard; });
    print_row("  said, thinking shown", figures.turns, [](const Times& t) { return t.thinking; });
    print_row("  understood, decided, worded, kept, told", figures.turns, [](const Times& t) { return t.answered; });
    print_row("  first sentence's first sound", figures.turns, [](const Times& t) { return t.voiced; });
    std::map<std::string, std::vector<Times>> by_kind;
    for (const Times& turn : figures.turns) by_kind[turn.kind].push_back(turn);
    for (const auto& [kind, turns] : by_kind) print_row("of kind: " + kind, turns, &Times::all);
    print_list("end of speech to the pause being told", figures.begins_to_think);
    print_list("interruption: first sound to noticed", figures.noticed);
    print_list("interruption: told to the last frame of voice", figures.silent);
    std::printf("turns cut short %d, lost %d; words wrong %d of %d\n", figures.cut, figures.lost, figures.wrong,
                figures.words);
}

int measure(const std::string& program, std::size_t count, int piece_ms, const std::vector<std::string>& more) {
    auto voice = speech::load_voice(PRAXIS_DATA);
    if (!voice) return 4;
    ::setenv("PRAXIS_DATA", PRAXIS_DATA, 0);
    const Node node(program, more);
    const auto& script = scripted_turns();
    Figures figures;
    std::size_t next = 0;
    for (std::uint64_t seed = 1; next < count; ++seed) {
        Talk talk(node, seed, piece_ms, *voice, kVoices[seed % std::size(kVoices)], figures);
        for (int i = 0; i < kTurnsAnAttempt && next < count && !talk.over(); ++i)
            talk.take(script[next++ % script.size()]);
        if (!talk.over()) talk.interrupt("hold on what do you mean by that");
    }
    print(figures);
    return figures.turns.empty() ? 4 : 0;
}

}  // namespace
}  // namespace praxis::bench

int main(int count, char** words) {
    if (count < 2) return std::fputs("turn_gap_bench PROGRAM [TURNS [PIECE_MS [OPTION …]]]\n", stderr), 2;
    const std::size_t turns = count > 2 ? std::strtoul(words[2], nullptr, 10) : 0;
    const int piece_ms = count > 3 ? std::atoi(words[3]) : 100;
    try {
        return praxis::bench::measure(words[1], turns ? turns : praxis::bench::scripted_turns().size(),
                                      std::clamp(piece_ms, 10, 100), {words + std::min(count, 4), words + count});
    } catch (const std::exception& trouble) {
        return std::fprintf(stderr, "%s\n", trouble.what()), 4;
    }
}
