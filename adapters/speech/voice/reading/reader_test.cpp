// What is said for what is written, as rows a salesperson could have typed.
#include "adapters/speech/voice/reading/reader.hpp"

#include <gtest/gtest.h>

namespace praxis::speech {
namespace {

const Pronunciation& english() {
    static const Pronunciation kEnglish = [] {
        auto loaded = load_pronunciation(std::string(PRAXIS_DATA) + "/language/en/pronunciation.yaml");
        if (!loaded)
            for (const Problem& problem : loaded.error()) ADD_FAILURE() << to_text(problem);
        return loaded ? std::move(*loaded) : Pronunciation();
    }();
    return kEnglish;
}

std::vector<SpokenWord> words_said(std::string_view text) {
    const PlainText plain = plain_text(text);
    std::vector<SpokenWord> all;
    for (const Stretch& stretch : sentence_stretches(plain, english()))
        for (SpokenWord& word : spoken_words(plain, stretch, english())) all.push_back(std::move(word));
    return all;
}

// "we pay five dollars, per user." with the pauses as they are made.
std::string said(std::string_view text) {
    std::string line;
    for (const SpokenWord& word : words_said(text)) {
        line += (line.empty() ? "" : " ") + word.word;
        if (word.pause) line += word.pause;
    }
    return line;
}

struct Row {
    const char* written;
    const char* spoken;
};

class Said : public testing::TestWithParam<Row> {};

TEST_P(Said, AsPeopleSayIt) {
    EXPECT_EQ(said(GetParam().written), GetParam().spoken) << GetParam().written;
}

INSTANTIATE_TEST_SUITE_P(
    Money, Said,
    testing::Values(
        Row{"It costs $4.99.", "it costs four dollars and ninety nine cents."}, Row{"$1", "one dollar."},
        Row{"€9,500 a year", "nine thousand five hundred euros a year."},
        Row{"£250k", "two hundred and fifty thousand pounds."},
        Row{"about $1.2 million", "about one point two million dollars."},
        Row{"a $3.5m budget", "a three point five million dollars budget."},
        Row{"$10-15k", "ten to fifteen thousand dollars."}, Row{"$10k–$15k", "ten to fifteen thousand dollars."},
        Row{"between €500 and €700", "between five hundred euros and seven hundred euros."},
        Row{"$49/user/month", "forty nine dollars per user per month."},
        Row{"120 EUR/hr", "one hundred and twenty euros per hour."}, Row{"USD 2bn", "two billion u s dollars."},
        Row{"£0.05", "five pence."}, Row{"-$500", "minus five hundred dollars."},
        Row{"eleven grand, $11k", "eleven grand, eleven thousand dollars."}, Row{"US$40", "forty u s dollars."}));

INSTANTIATE_TEST_SUITE_P(Shares, Said,
                         testing::Values(Row{"12.5% off", "twelve point five per cent off."},
                                         Row{"10–15%", "ten to fifteen per cent."}, Row{"-3%", "minus three per cent."},
                                         Row{"100 %", "one hundred per cent."}, Row{"1/2 of them", "a half of them."},
                                         Row{"3/4", "three quarters."}, Row{"2½ days", "two and a half days."},
                                         Row{"a 5:1 return", "a five to one return."},
                                         Row{"3x faster", "three times faster."}));

INSTANTIATE_TEST_SUITE_P(
    Dates, Said,
    testing::Values(Row{"12 May 2025", "the twelfth of may twenty twenty five."}, Row{"March 3rd", "march third."},
                    Row{"Sept. 21, 2026", "september twenty first twenty twenty six."},
                    Row{"2025-05-12", "the twelfth of may twenty twenty five."},
                    Row{"25/12/2025", "the twenty fifth of december twenty twenty five."},
                    Row{"12/05/2025", "twelve slash five slash twenty twenty five."},
                    Row{"in Q3 2024", "in q three twenty twenty four."}, Row{"FY25", "f y twenty five."},
                    Row{"since 1998", "since nineteen ninety eight."}, Row{"in 2007", "in two thousand and seven."},
                    Row{"the 1990s", "the nineteen nineties."}, Row{"H1 of '26", "h one of twenty six."},
                    Row{"2019-2023", "twenty nineteen to twenty twenty three."}));

INSTANTIATE_TEST_SUITE_P(Times, Said,
                         testing::Values(Row{"at 9 a.m. tomorrow", "at nine a m tomorrow."},
                                         Row{"2:30pm", "two thirty p m."}, Row{"at 14:00", "at fourteen hundred."},
                                         Row{"10:05", "ten oh five."}, Row{"9-11 am", "nine to eleven a m."},
                                         Row{"8:15-9:45", "eight fifteen to nine forty five."},
                                         Row{"24/7 support", "twenty four seven support."}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Said,
    testing::Values(Row{"1,250 units", "one thousand two hundred and fifty units."},
                    Row{"2,025 units", "two thousand and twenty five units."}, Row{"1000000", "one million."},
                    Row{"250k rows", "two hundred and fifty thousand rows."},
                    Row{"1.5M users", "one point five million users."}, Row{"0.7", "zero point seven."},
                    Row{"the 23rd", "the twenty third."}, Row{"-5", "minus five."},
                    Row{"3-5 weeks", "three to five weeks."}, Row{"5 kg", "five kilograms."}, Row{"1 hr", "one hour."},
                    Row{"15 mins", "fifteen minutes."}, Row{"200 km/h", "two hundred kilometers per hour."},
                    Row{"3 kWh", "three kilowatt hours."}, Row{"-20°C", "minus twenty degrees celsius."},
                    Row{"1,200 rpm", "one thousand two hundred r p m."}, Row{"#5", "number five."},
                    Row{"No. 7 line", "number seven line."}, Row{"I said no. Five times.", "i said no. five times."},
                    Row{"v2.1", "version two point one."}, Row{"4x4", "four by four."}));

INSTANTIATE_TEST_SUITE_P(Reaching, Said,
                         testing::Values(Row{"call 555-0142", "call five five five, zero one four two."},
                                         Row{"(555) 123-4567", "five five five, one two three, four five six seven."},
                                         Row{"+44 20 7946 0958",
                                             "plus four four, two zero, seven nine four six, zero nine five eight."},
                                         Row{"jane.doe@acme.io", "jane dot doe at acme dot i o."},
                                         Row{"see www.acme.com/pricing?x=1", "see acme dot com."},
                                         Row{"on acme.co.uk.", "on acme dot co dot u k."}));

INSTANTIATE_TEST_SUITE_P(Codes, Said,
                         testing::Values(Row{"the HX-200", "the h x two hundred."},
                                         Row{"SKU-48213", "s k u four eight two one three."},
                                         Row{"AB1234-C", "a b one two three four c."},
                                         Row{"ISO 9001", "i s o nine thousand and one."}, Row{"B2B", "b to b."},
                                         Row{"part 00417", "part zero zero four one seven."},
                                         Row{"press 4", "press four."}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, Said,
    testing::Values(Row{"our CRM", "our c r m."}, Row{"the KPIs", "the k p i."}, Row{"ROI and SAP", "r o i and s a p."},
                    Row{"the CFO's view", "the c f o view."}, Row{"SaaS", "sass."}, Row{"an SLA", "an s l a."},
                    Row{"R&D, P&L", "r and d, p and l."}, Row{"Dr. Smith", "doctor smith."},
                    Row{"e.g. SAP", "for example s a p."}, Row{"Acme Inc. is here.", "acme incorporated is here."},
                    Row{"that is NOT fair", "that is not fair."},
                    Row{"WE DO NOT HAVE BUDGET", "we do not have budget."}, Row{"EBITDA", "ebitda."},
                    Row{"w/o a PO", "without a p o."}, Row{"a lead time", "a leed time."},
                    Row{"the U.S. team", "the u s team."}, Row{"HubSpot", "hub spot."}, Row{"OK", "okay."},
                    Row{"J. Smith called.", "j smith called."}));

INSTANTIATE_TEST_SUITE_P(
    Utterances, Said,
    testing::Values(Row{"Hmm, maybe.", "hmm, maybe."}, Row{"Hmmmmm.", "hmm."}, Row{"Mm-hm. Go on.", "mmhm. go on."},
                    Row{"Uh-huh…", "uhhuh."}, Row{"Um, well… no.", "um, well, no."},
                    Row{"sooo expensive", "so expensive."}, Row{"I don’t know – really?", "i don't know, really?"},
                    Row{"we’re “fine”", "we're fine."}, Row{"naïve café", "naive cafe."},
                    Row{"good 👍🏽 deal", "good deal."}, Row{"**No** _way_!", "no way!"},
                    Row{"<b>Stop</b> it &amp; go", "stop it and go."}, Row{"[the offer](https://x.io/a)", "the offer."},
                    Row{"buyer/seller", "buyer seller."}, Row{"follow-up call", "follow up call."},
                    Row{"price—again", "price, again."}, Row{"yes (I think) so", "yes, i think, so."},
                    Row{"Zoë Łukasz Müller", "zoe lukasz muller."}));

TEST(Said, NothingWhereThereIsNothing) {
    for (const char* text :
         {"", " ", "...", "?!", "— – -", "👍", "\n\n", "***", "\xff\xfe\x80", "汉字", "\"\"", "()[]{}"})
        EXPECT_TRUE(words_said(text).empty()) << text;
}

TEST(Said, SoundsAndLettersHavePhones) {
    EXPECT_EQ(words_said("Hmm").at(0).phones, "hh ah1 m");
    EXPECT_EQ(words_said("KPIs").at(2).phones, "ay1 z");
    EXPECT_EQ(words_said("CFO's").at(2).phones, "ow1 z");
    EXPECT_EQ(words_said("we're").at(0).phones, "w iy1 r");
}

TEST(Said, WordsKnowTheirBytes) {
    const std::string text = "“Well – it’s €9,500 now,” says the CFO…";
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"well", "Well"},      {"it's", "it’s"},    {"nine", "€9,500"}, {"thousand", "€9,500"}, {"five", "€9,500"},
        {"hundred", "€9,500"}, {"euros", "€9,500"}, {"now", "now"},     {"says", "says"},       {"the", "the"},
        {"c", "CFO"},          {"f", "CFO"},        {"o", "CFO"}};
    const auto words = words_said(text);
    ASSERT_EQ(words.size(), expected.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        EXPECT_EQ(words[i].word, expected[i].first);
        EXPECT_EQ(text.substr(words[i].begin, words[i].end - words[i].begin), expected[i].second);
    }
}

TEST(Said, BytesNeverGoBack) {
    const std::string text = "Dr. Müller paid $1.2m on 3 March 2025 — “cash”, at 9:30 a.m., to HX-200 GmbH (R&D)… 50%!";
    std::uint32_t before = 0;
    for (const SpokenWord& word : words_said(text)) {
        EXPECT_LE(before, word.begin);
        EXPECT_LT(word.begin, word.end);
        EXPECT_LE(word.end, text.size());
        before = word.begin;
    }
}

TEST(Said, OnlyWhatTheSynthesiserTakes) {
    std::string bytes;
    for (int i = 0; i < 20'000; ++i) bytes += static_cast<char>((i * 7919 + i / 13) % 256);
    for (const std::string& text :
         {bytes, std::string(10'000, 'w'), std::string(10'000, '7'), std::string(5'000, '.') + "a"})
        for (const SpokenWord& word : words_said(text)) {
            EXPECT_LE(word.word.size(), 40u);
            for (const char c : word.word) EXPECT_TRUE((c >= 'a' && c <= 'z') || c == '\'' || c == '-') << word.word;
        }
}

std::vector<std::string> sentences(std::string_view text) {
    const PlainText plain = plain_text(text);
    std::vector<std::string> found;
    for (const Stretch& stretch : sentence_stretches(plain, english()))
        found.push_back(plain.letters.substr(stretch.begin, stretch.end - stretch.begin));
    return found;
}

TEST(SentenceStretches, EndWhereOneEnds) {
    using Texts = std::vector<std::string>;
    EXPECT_EQ(sentences("We stop. Twice a month! Why?"), (Texts{"We stop.", "Twice a month!", "Why?"}));
    EXPECT_EQ(sentences("Dr. Smith is in. Call at 9 a.m. tomorrow."),
              (Texts{"Dr. Smith is in.", "Call at 9 a.m. tomorrow."}));
    EXPECT_EQ(sentences("Ask J. Doe, e.g. Today.\nNew line"), (Texts{"Ask J. Doe, e.g. Today.", "New line"}));
    EXPECT_EQ(sentences("It is no. 5. Yes."), (Texts{"It is no. 5.", "Yes."}));
}

TEST(SentenceStretches, ALongOneIsPartedAtACommaAndNoFurther) {
    const std::string first = "If you look at what we paid for the last one, ";
    const std::string rest = "which was a good deal more than anybody here had planned for in the spring of that year.";
    EXPECT_EQ(sentences(first + rest), (std::vector<std::string>{first, rest}));
    EXPECT_EQ(sentences("Yes, " + first), (std::vector<std::string>{"Yes, " + first}));
    EXPECT_EQ(words_said(first + rest).at(10).pause, ',');
}

TEST(SentenceStretches, AreNeverLong) {
    std::string text;
    for (int i = 0; i < 2'000; ++i) text += "word and more, ";
    for (const std::string& sentence : sentences(text)) EXPECT_LE(sentence.size(), 260u);
    EXPECT_EQ(sentences(std::string(10'000, 'x')).size(), 1u);
}

TEST(PronunciationFile, FaultsHaveAPlace) {
    const std::string file = testing::TempDir() + "/pronunciation.yaml";
    FILE* out = std::fopen(file.c_str(), "w");
    std::fputs("letters:\n  a: ey1\n  b: bb iy1\nsonds: {}\nunits:\n  kg: kilo\n", out);
    std::fclose(out);
    const auto loaded = load_pronunciation(file);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(to_text(loaded.error().at(0)).substr(file.size()),
              ":3:6: error: 'b' holds what is no phone (see 'letters' for the phones there are)");
    EXPECT_NE(to_text(loaded.error().at(1)).find(":4:1: error: there is no part 'sonds' (did you mean 'sounds'?)"),
              std::string::npos);
    EXPECT_FALSE(load_pronunciation("/nowhere.yaml"));
}

}  // namespace
}  // namespace praxis::speech
