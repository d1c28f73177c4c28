// Properties that must hold in every conversation, whatever is said: played as whole conversations through text, with
// reps that talk at random out of labelled turns, that try to break it, and that mix both.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/recorded/verify_conversation.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/coaching/hindsight.hpp"
#include "core/coaching/report.hpp"
#include "core/strategy/compile.hpp"
#include "program/library.hpp"
#include "tests/properties/utterances.hpp"
#include "wire/conversation/conversation_lines.hpp"

namespace praxis::properties {
namespace {

using conversation::BuyerSaid;
using conversation::Event;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kConversations = 40;
#else
constexpr int kConversations = 10'000;
#endif
constexpr int kTurnsMost = 60;
constexpr int kReplayedOneIn = 10;

int conversations_wanted() {
    const char* given = std::getenv("PRAXIS_PROPERTY_CONVERSATIONS");
    return given ? std::max(1, std::atoi(given)) : kConversations;
}

// Lower-case words with letters and digits only, one space between and around them.
std::string words_of(std::string_view text) {
    std::string out = " ";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || byte >= 0x80)
            out += static_cast<char>(std::tolower(byte));
        else if (out.back() != ' ')
            out += ' ';
    }
    if (out.back() != ' ') out += ' ';
    return out;
}

int word_count(const std::string& words) {
    return static_cast<int>(std::count(words.begin(), words.end(), ' ')) - 1;
}

std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> sentences;
    std::string sentence;
    for (std::size_t i = 0; i < text.size(); ++i) {
        sentence += text[i];
        const bool ends = text[i] == '.' || text[i] == '!' || text[i] == '?';
        if (ends && (i + 1 == text.size() || text[i + 1] == ' ')) sentences.push_back(std::exchange(sentence, {}));
    }
    if (!sentence.empty()) sentences.push_back(sentence);
    return sentences;
}

struct Stage {
    app::Play play;
    std::vector<std::vector<std::string>> keys;  // per fact, as words
    std::shared_ptr<const std::vector<std::string>> written;
};

class Properties : public testing::Test {
protected:
    static void SetUpTestSuite() {
        setenv("PRAXIS_DATA", PRAXIS_DATA, 0);
        const auto library = program::Library::open();
        ASSERT_TRUE(library);
        const auto tongue = library->tongue("en");
        ASSERT_TRUE(tongue);
        stages_ = new std::vector<Stage>;
        const std::string tests = PRAXIS_SOURCE "/tests";
        add_all(*library, *tongue, tests + "/strategies/vantix.yaml", tests + "/conversations");
        for (const char* name : {"hallam-steel", "ledgerline", "sterivia"})
            add_all(*library, *tongue, name, library->data() / "strategies" / name / "conversations");
        labelled_ = new std::vector<std::string>(labelled_lines(library->data() / "language" / "en" / "turns"));
        hostile_ = new std::vector<std::string>(hostile_lines());
        ASSERT_FALSE(stages_->empty());
        ASSERT_GT(labelled_->size(), 1000U);
    }

    static void add_all(const program::Library& library, const app::Tongue& tongue, const std::string& name,
                        const std::filesystem::path& conversations) {
        const auto loaded = library.strategy(name);
        ASSERT_TRUE(loaded) << name;
        const auto written = std::make_shared<const std::vector<std::string>>(written_lines(conversations));
        ASSERT_FALSE(written->empty()) << conversations;
        for (strategy::Scenario& scenario : strategy::compile_all(loaded->strategy)) {
            add(std::move(scenario), tongue);
            stages_->back().written = written;
        }
    }

    static void add(strategy::Scenario scenario, const app::Tongue& tongue) {
        Stage stage;
        for (const auto& fact : scenario.facts) {
            auto& keys = stage.keys.emplace_back();
            for (const std::string& key : fact.fact.key) keys.push_back(words_of(key));
        }
        auto play = app::make_play(std::move(scenario), tongue);
        ASSERT_TRUE(play);
        stage.play = std::move(*play);
        stages_->push_back(std::move(stage));
    }

    // What the rep says in a turn, by the conversation's temper: labelled turns, hostile lines, a mix of both, lines
    // that were written for this strategy, or these with a hostile one now and then.
    static const std::string& line(const Stage& stage, Seed seed, std::uint32_t turn) {
        const std::uint32_t temper = pick(chance(seed, 9, 0, 1), 5);
        const bool interrupts = temper % 2 == 0 && temper > 0 && pick(chance(seed, 9, turn, 2), 6) == 0;
        if (temper == 1 || interrupts) return drawn(*hostile_, chance(seed, 9, turn, 3));
        if (temper < 3) return drawn(*labelled_, chance(seed, 9, turn, 3));
        const auto& written = *stage.written;
        const std::uint32_t begin = pick(chance(seed, 9, 0, 4), static_cast<std::uint32_t>(written.size()));
        return written[(begin + turn) % written.size()];
    }
    static const std::string& drawn(const std::vector<std::string>& lines, std::uint64_t number) {
        return lines[pick(number, static_cast<std::uint32_t>(lines.size()))];
    }

    static std::vector<Stage>* stages_;
    static std::vector<std::string>* labelled_;
    static std::vector<std::string>* hostile_;
};

std::vector<Stage>* Properties::stages_ = nullptr;
std::vector<std::string>* Properties::labelled_ = nullptr;
std::vector<std::string>* Properties::hostile_ = nullptr;

// What a key may be heard from without a leak: a text that this very fact, or one disclosed, is allowed to say; and
// what the rep said before (a buyer may repeat the rep's own words).
class Watch {
public:
    explicit Watch(const Stage& stage) : stage_(stage), disclosed_(stage.keys.size(), false) {
        for (const FactId fact : stage.play.scenario->facts_known) disclosed_[fact.value] = true;
    }

    void rep(const Event& event) { heard_from_rep_ += words_of(event.text); }

    std::string leak_in(const Event& event) {
        for (const FactId fact : std::get<BuyerSaid>(event.body).disclosed) disclosed_[fact.value] = true;
        const std::string words = words_of(event.text);
        for (std::size_t fact = 0; fact < stage_.keys.size(); ++fact) {
            if (disclosed_[fact]) continue;
            for (const std::string& key : stage_.keys[fact])
                if (words.find(key) != std::string::npos && heard_from_rep_.find(key) == std::string::npos &&
                    !said_by_disclosed(key))
                    return stage_.play.scenario->facts[fact].fact.id + " by '" + key + "' in: " + event.text;
        }
        return {};
    }

    std::string repeat_in(const Event& event) {
        for (const std::string& sentence : sentences_of(event.text)) {
            const std::string words = words_of(sentence);
            if (word_count(words) > 3 && !said_.insert(words).second) return sentence;
        }
        return {};
    }

    static std::string fault_in(const std::string& text) {
        if (text.find_first_not_of(' ') == std::string::npos) return "empty";
        for (const char* wrong : {"  ", "{", "}", " .", " ,", "..", "?.", ".?", ",,", ",."})
            if (text.find(wrong) != std::string::npos && text.find("...") == std::string::npos)
                return std::string("'") + wrong + "'";
        if (text.front() == ' ' || text.back() == ' ') return "a space at an end";
        const auto first = static_cast<unsigned char>(text.front());
        if (std::islower(first)) return "a small first letter";
        return {};
    }

private:
    bool said_by_disclosed(const std::string& key) const {
        for (std::size_t fact = 0; fact < stage_.keys.size(); ++fact) {
            if (!disclosed_[fact]) continue;
            const auto& said = stage_.play.scenario->facts[fact].fact;
            for (const auto* texts : {&said.full, &said.brief})
                for (const std::string& text : *texts)
                    if (words_of(text).find(key) != std::string::npos) return true;
        }
        return false;
    }

    const Stage& stage_;
    std::vector<bool> disclosed_;
    std::set<std::string> said_;
    std::string heard_from_rep_;
};

struct Faults {
    std::map<std::string, int> counts;
    std::map<std::string, std::string> examples;
    void add(const std::string& kind, const std::string& example) {
        ++counts[kind];
        examples.try_emplace(kind, example);
    }
};

// Guided cues look ahead at every turn, which takes longer than all the rest.
app::Rehearsal play(const Stage& stage, Seed seed, const std::function<const std::string&(std::uint32_t)>& line,
                    app::Support support = app::Support::hints) {
    app::Rehearsal rehearsal = app::start_rehearsal(stage.play, seed, support);
    for (std::uint32_t turn = 1; turn <= kTurnsMost && !rehearsal.over; ++turn) app::take_turn(rehearsal, line(turn));
    return rehearsal;
}

void inspect(const Stage& stage, const app::Rehearsal& rehearsal, Faults& faults) {
    const std::string where = rehearsal.scenario().id + " seed " + std::to_string(rehearsal.seed().value) + ": ";
    Watch watch(stage);
    for (const Event& event : rehearsal.conversation.events) {
        if (std::holds_alternative<conversation::RepSaid>(event.body)) watch.rep(event);
        if (!std::holds_alternative<BuyerSaid>(event.body)) continue;
        if (const auto leak = watch.leak_in(event); !leak.empty()) faults.add("leak", where + leak);
        if (const auto again = watch.repeat_in(event); !again.empty()) faults.add("repeat", where + again);
        if (const auto fault = Watch::fault_in(event.text); !fault.empty())
            faults.add("malformed", where + fault + " in: " + event.text);
    }
    if (!rehearsal.over) faults.add("endless", where + "still going");
}

TEST_F(Properties, HoldInEveryConversation) {
    Faults faults;
    const int wanted = conversations_wanted();
    int turns = 0, facts = 0;
    for (int i = 0; i < wanted; ++i) {
        const Stage& stage = (*stages_)[static_cast<std::size_t>(i) % stages_->size()];
        const Seed seed{static_cast<std::uint64_t>(i) + 1};
        const app::Rehearsal rehearsal =
            play(stage, seed, [&](std::uint32_t turn) -> const std::string& { return line(stage, seed, turn); });
        inspect(stage, rehearsal, faults);
        turns += static_cast<int>(rehearsal.turn);
        facts += static_cast<int>(buyer::disclosed(rehearsal.state).size());
        if (i % kReplayedOneIn != 0) continue;
        const auto verification = app::verify_conversation(stage.play, rehearsal.conversation);
        if (!verification.mismatches.empty()) faults.add("replay", verification.mismatches.front().what);
    }
    std::printf("%d conversations, %.1f turns and %.1f disclosed facts each\n", wanted, double(turns) / wanted,
                double(facts) / wanted);
    for (const auto& [kind, count] : faults.counts)
        ADD_FAILURE() << kind << ": " << count << " times in " << wanted
                      << " conversations, first: " << faults.examples[kind];
}

// The watch itself must be able to bark.
class WatchTest : public testing::Test {
protected:
    WatchTest() {
        auto scenario = std::make_shared<strategy::Scenario>();
        scenario->facts.resize(2);
        scenario->facts[0].fact.id = "cost";
        scenario->facts[0].fact.full = {"Eleven grand an hour."};
        scenario->facts[1].fact.id = "budget";
        stage_.play.scenario = scenario;
        stage_.keys = {{" eleven grand "}, {" sixty "}};
    }
    static Event buyer(const std::string& text, std::vector<FactId> disclosed = {}) {
        Event event;
        event.who = kFirstBuyer;
        event.text = text;
        BuyerSaid said;
        said.disclosed = std::move(disclosed);
        event.body = said;
        return event;
    }
    Stage stage_;
};

TEST_F(WatchTest, HearsAClosedKeyAndLetsAnOpenOnePass) {
    Watch watch(stage_);
    EXPECT_NE(watch.leak_in(buyer("It was Eleven-grand, or so.")), "");
    EXPECT_EQ(watch.leak_in(buyer("Eleven grand an hour.", {FactId{0}})), "");
    EXPECT_EQ(watch.leak_in(buyer("As I said, eleven grand.")), "");
    EXPECT_NE(watch.leak_in(buyer("There is sixty left.")), "");
    Event rep;
    rep.text = "Is it sixty?";
    watch.rep(rep);
    EXPECT_EQ(watch.leak_in(buyer("Sixty? Who told you?")), "");
}

TEST_F(WatchTest, HearsASentenceSaidTwice) {
    Watch watch(stage_);
    EXPECT_EQ(watch.repeat_in(buyer("Fair enough. We have a man for that.")), "");
    EXPECT_EQ(watch.repeat_in(buyer("Fair enough. Go on then, please.")), "");
    EXPECT_NE(watch.repeat_in(buyer("Well. We have a man for that!")), "");
}

TEST_F(WatchTest, SeesMalformedReplies) {
    for (const char* wrong : {"", "  ", "Who  is it?", "It is {topic}.", "Yes .", "so what?", "Yes. ", "Why?."})
        EXPECT_NE(Watch::fault_in(wrong), "") << wrong;
    for (const char* right : {"Yes.", "It costs 1,180.50 a tonne.", "Well … no."})
        EXPECT_EQ(Watch::fault_in(right), "") << right;
}

// Cues are rep-visible too: never a word of what is closed.
TEST_F(Properties, CuesStayShortAndClosed) {
    for (int i = 0; i < std::min(150, conversations_wanted()); ++i) {
        const Stage& stage = (*stages_)[static_cast<std::size_t>(i) % stages_->size()];
        const Seed seed{static_cast<std::uint64_t>(i) + 50'000};
        const app::Rehearsal rehearsal = play(
            stage, seed, [&](std::uint32_t turn) -> const std::string& { return line(stage, seed, turn); },
            app::Support::guided);
        for (const Event& event : rehearsal.conversation.events) {
            const auto* cue = std::get_if<conversation::CueShown>(&event.body);
            if (cue) {
                EXPECT_LE(word_count(words_of(cue->cue)), app::kCueWords_max + 2) << cue->cue;
            }
        }
    }
}

// The report after the end looks ahead from every position, so it has seen what is closed: none of it may be in its
// words. What a rep said, and what the strategy lets a coach say of an objection, may.
TEST_F(Properties, JudgedReportsGiveNothingAway) {
    const auto library = program::Library::open();
    ASSERT_TRUE(library);
    const auto phrases = library->phrases("en");
    ASSERT_TRUE(phrases);
    int sentences = 0;
    for (int i = 0; i < std::min(150, conversations_wanted()); ++i) {
        const Stage& stage = (*stages_)[static_cast<std::size_t>(7 * i) % stages_->size()];
        const Seed seed{static_cast<std::uint64_t>(i) + 90'000};
        app::Rehearsal rehearsal =
            play(stage, seed, [&](std::uint32_t turn) -> const std::string& { return line(stage, seed, turn); });
        if (!rehearsal.over) app::end_rehearsal(rehearsal);
        const auto judgement = coaching::look_back(rehearsal.conversation, rehearsal.scenario(), {150, 60, {}});
        ASSERT_TRUE(judgement);
        const auto report = coaching::make_report(rehearsal.conversation, rehearsal.scenario(), coaching::Dose::one,
                                                  *phrases, &*judgement);
        Watch watch(stage);
        for (const Event& event : rehearsal.conversation.events) {
            if (std::holds_alternative<conversation::RepSaid>(event.body)) watch.rep(event);
            if (std::holds_alternative<BuyerSaid>(event.body)) watch.leak_in(event);
        }
        const auto look = [&](const std::string& text) {
            Event said;
            said.text = text;
            said.body = BuyerSaid{};
            EXPECT_EQ(watch.leak_in(said), "") << rehearsal.scenario().id << " seed " << seed.value;
            sentences += text.empty() ? 0 : 1;
        };
        for (const auto& marked : report.marks) {
            look(marked.why);
            look(marked.better);
        }
        for (const auto& point : report.turning_points) look(point.why);
    }
    EXPECT_GT(sentences, 200);
}

}  // namespace
}  // namespace praxis::properties
