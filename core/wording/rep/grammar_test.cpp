#include "core/wording/rep/grammar.hpp"

#include <gtest/gtest.h>

#include "core/wording/rep/small_grammar.hpp"

namespace praxis::wording::rep {
namespace {

struct Fault {
    GrammarEntry entry;
    const char* complaint;
};
class RepGrammar : public testing::TestWithParam<Fault> {};

TEST_P(RepGrammar, SaysWhatIsWrong) {
    GrammarSource source = small_source();
    source.push_back(GetParam().entry);
    const auto made = Grammar::make(source);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().size(), 1u);
    EXPECT_NE(to_text(made.error()[0]).find(GetParam().complaint), std::string::npos) << to_text(made.error()[0]);
    EXPECT_EQ(made.error()[0].place.line, 7);
}

GrammarEntry entry(const char* section, const char* name, const char* text, const char* cell = "any") {
    return {section, name, cell, text, {"rep.yaml", 7, 1}};
}

INSTANTIATE_TEST_SUITE_P(Table, RepGrammar,
                         testing::Values(Fault{entry("verses", "greet", "Hello."), "unknown section 'verses'"},
                                         Fault{entry("lines", "greeet", "Hello."), "did you mean 'greet'?"},
                                         Fault{entry("lines", "as_practised", "Hello."), "has no lines"},
                                         Fault{entry("leads", "recpa", "So."), "did you mean 'recap'?"},
                                         Fault{entry("lines", "greet", "Hello {nmae}."), "did you mean 'name'?"},
                                         Fault{entry("lines", "greet", "Hello {name."), "not closed"},
                                         Fault{entry("lines", "greet", "[spto] Hello."), "did you mean 'spot'?"},
                                         Fault{entry("lines", "greet", "[spot Hello."), "not closed"},
                                         Fault{entry("lines", "greet", "Hello"), "does not end"},
                                         Fault{entry("lines", "greet", "Hello.", "chatty"), "unknown cell 'chatty'"},
                                         Fault{entry("lines", "greet", "Variant 0 of greet."), "stands twice"},
                                         Fault{entry("lines", "greet", "It {is|are} so."), "agree with"},
                                         Fault{entry("lines", "bring_proof", "We say that {proof}"), "whole sentence"},
                                         Fault{entry("lines", "bring_proof", "{proof}, we say."), "whole sentence"},
                                         Fault{entry("words", "nouns", "a"), "unknown word list"},
                                         Fault{entry("pairs", "units", "t tonne"), "' = '"}));

TEST(RepGrammar, WantsSixWaysToSayEverything) {
    GrammarSource source = small_source();
    std::erase_if(source,
                  [](const GrammarEntry& e) { return e.name == "ask_budget" && e.text.find('3') != e.text.npos; });
    const auto made = Grammar::make(source);
    ASSERT_FALSE(made);
    EXPECT_NE(to_text(made.error()[0]).find("5 ways to say 'ask_budget'"), std::string::npos);
}

TEST(RepGrammar, KnowsArticlesUnitsAndDepartments) {
    const auto grammar = Grammar::make(small_source());
    ASSERT_TRUE(grammar) << to_text(grammar.error()[0]);
    for (const char* an : {"owner", "hour's work", "IT manager", "8 per cent", "engineer"})
        EXPECT_TRUE(grammar->takes_an(an)) << an;
    for (const char* a : {"plant manager", "university", "user", "one-page sheet", "European"})
        EXPECT_FALSE(grammar->takes_an(a)) << a;
    EXPECT_EQ(grammar->unit("EUR"), "euros");
    EXPECT_EQ(grammar->unit("pallet"), "pallet");
    EXPECT_TRUE(grammar->is_department("group finance"));
    EXPECT_FALSE(grammar->is_department("owner"));
}

}  // namespace
}  // namespace praxis::wording::rep
