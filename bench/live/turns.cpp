#include "bench/live/turns.hpp"

namespace praxis::bench {
namespace {

const std::vector<std::string> kQuestions = {"what machines do you have in your plant",
                                             "how do you buy your sheet today",
                                             "who else is involved in a decision like this",
                                             "what happens when one of them stops",
                                             "how much does an hour of downtime cost you",
                                             "when did that happen the last time",
                                             "could we meet again next tuesday",
                                             "what would have to be true for you to change",
                                             "is there anything else that worries you",
                                             "how often does that happen in a month",
                                             "what do you think about that",
                                             "may i ask what you are paying right now",
                                             "do you have twenty minutes for me",
                                             "where does the time go in the morning",
                                             "what did you try before",
                                             "who would have to agree to that",
                                             "how long does it take you to set it up again",
                                             "can you tell me more about that",
                                             "what would it mean for your customers",
                                             "does that sound fair to you",
                                             "why is that important to you",
                                             "what is the plan for next year"};
const std::vector<std::string> kShort = {
    "yes please",   "no thanks", "of course", "that's right",           "thank you very much", "on monday",
    "i understand", "not yet",   "two weeks", "that makes sense to me", "sounds good"};
const std::vector<std::string> kStatements = {"i will send you a short summary this afternoon",
                                              "we deliver within two days",
                                              "our price includes the training",
                                              "i hear that your budget is tight this year",
                                              "that is a fair concern",
                                              "you said that quality is more important than speed",
                                              "i can't give you a discount without getting something in return",
                                              "let me explain how we handle it",
                                              "we have worked with shops like yours for twenty years",
                                              "i don't want to promise too much",
                                              "that costs you a lot of money"};
const std::vector<std::string> kLong = {
    "thank you for taking the time to speak with me today i know that you are busy so i will keep it short and come to "
    "the point",
    "so if i understand you correctly the maintenance team works nights and weekends and still the machines stop twice "
    "a month",
    "our customers usually see the first results within six weeks because we start with the machine that costs them "
    "the most",
    "the price is twenty thousand dollars a year and that includes training so what would that be worth to your "
    "business",
    "you told me that the sheets tip up on the laser and that it costs you an hour each time how often was that last "
    "month",
    "i would like to propose that we look at the numbers together next week and then you decide if it is worth your "
    "time",
    "before i say anything about our steel i would like to understand how your week looks and where the trouble begins",
    "if you sign for two years we could talk about the first three months but i would need something in return for "
    "that"};
const std::vector<std::vector<std::string>> kPausing = {
    {"we deliver within two days and", "we level every sheet"},
    {"you could keep your supplier but", "you would have a second source"},
    {"that is important because", "it costs you money every week"},
    {"i would start with one machine and", "then we look at the numbers"},
    {"what happens when", "one of the machines stops"},
    {"we could do that if", "you give me the drawings"},
    {"i would like to see the", "plant one day"},
    {"our people come to you and", "train everybody in a day"}};
const std::vector<std::string> kTrailing = {"we deliver within two days and", "it would be cheaper but",
                                            "i am not sure because",          "that depends on the",
                                            "we could talk about it so",      "i would say that is"};

const std::string& at(const std::vector<std::string>& all, std::size_t number) {
    return all[number % all.size()];
}

// Of eleven turns: four questions, two short answers, two statements, a long one, one that pauses, one of either.
ScriptedTurn turn(std::size_t number) {
    const std::size_t round = number / 11;
    switch (number % 11) {
        case 0:
        case 3:
        case 6:
        case 9: return {"a whole question", {at(kQuestions, round * 4 + number % 11 / 3)}, 0};
        case 1:
        case 7: return {"a short answer", {at(kShort, round * 2 + number % 11 / 7)}, 0};
        case 2:
        case 8: return {"a statement", {at(kStatements, round * 2 + number % 11 / 8)}, 0};
        case 4: return {"a long turn", {at(kLong, round)}, 0};
        case 5: return {"a pause of 0.6 s after 'and'", kPausing[round % kPausing.size()], 600};
        default:
            return round % 2 ? ScriptedTurn{"a long turn", {at(kLong, round + 3)}, 0}
                             : ScriptedTurn{"trailing off with 'and'", {at(kTrailing, round / 2)}, 0};
    }
}

}  // namespace

const std::vector<ScriptedTurn>& scripted_turns() {
    static const auto kTurns = [] {
        std::vector<ScriptedTurn> turns;
        for (std::size_t i = 0; i < 66; ++i) turns.push_back(turn(i));
        return turns;
    }();
    return kTurns;
}

}  // namespace praxis::bench
