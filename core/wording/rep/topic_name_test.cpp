#include "core/wording/rep/topic_name.hpp"

#include <gtest/gtest.h>

namespace praxis::wording::rep {
namespace {

NameWords lists() {
    return {{"how", "what", "where", "who"},
            {"above", "bought", "for", "in", "of", "on", "that", "with"},
            {"others", "people"},
            {"news"}};
}

struct Named {
    const char* name;
    bool clause;
    int plural;  // 1 yes, 0 no, -1 could be either
};
class TopicName : public testing::TestWithParam<Named> {};

TEST_P(TopicName, IsReadAsEnglish) {
    const NameForm form = form_of(GetParam().name, lists());
    EXPECT_EQ(form.clause, GetParam().clause);
    EXPECT_EQ(form.plural ? int{*form.plural} : -1, GetParam().plural);
}

INSTANTIATE_TEST_SUITE_P(
    Table, TopicName,
    testing::Values(Named{"who signs", true, 0}, Named{"how steel gets bought here", true, 0},
                    Named{"bend angles", false, 1}, Named{"steel on the floor", false, 0},
                    Named{"money tied up in steel", false, 0}, Named{"the others concerned", false, 1},
                    Named{"fixed or indexed prices", false, 1}, Named{"the people in the hall", false, 1},
                    Named{"people's jobs", false, 1}, Named{"the bank's terms", false, 1},
                    Named{"the washer maker's software", false, 0}, Named{"the crew and the crane", false, 1},
                    Named{"prices above the agreed ones", false, 1}, Named{"sets bought twice", false, 1},
                    Named{"the number of invoices", false, 0}, Named{"scanning", false, 0},
                    Named{"running at night", false, 0}, Named{"matching invoices", false, -1},
                    Named{"sawing and drilling", false, -1}, Named{"a test with your own invoices", false, 0},
                    Named{"the news", false, 0}, Named{"business", false, 0}));

}  // namespace
}  // namespace praxis::wording::rep
