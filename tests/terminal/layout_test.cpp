#include <gtest/gtest.h>

#include "program/table.hpp"
#include "program/terminal.hpp"

namespace praxis::program {
namespace {

TEST(Terminal, WrapsAtItsWidthBesideAMargin) {
    const Terminal terminal(false, 40);
    EXPECT_EQ(terminal.wrapped("short", 4), "short");
    const std::string text = terminal.wrapped("one two three four five six seven eight nine ten", 4);
    EXPECT_EQ(text, "one two three four five six seven\n    eight nine ten");
}

TEST(Terminal, CountsLettersNotBytes) {
    EXPECT_EQ(columns("Grüße – “ja”"), 12);
    const Terminal terminal(false, 40);
    EXPECT_EQ(terminal.wrapped("ääääääääää ääääääääää ääääääääää äääääää", 0),
              "ääääääääää ääääääääää ääääääääää äääääää");
}

TEST(Terminal, KeepsAWordThatIsTooLong) {
    const Terminal terminal(false, 40);
    const std::string word(60, 'x');
    EXPECT_EQ(terminal.wrapped("a " + word + " b", 0), "a\n" + word + "\nb");
}

TEST(Terminal, KeepsLineBreaks) {
    EXPECT_EQ(Terminal(false, 40).wrapped("a\nb", 2), "a\n  b");
}

TEST(Terminal, InksOnlyWhereThereIsColour) {
    EXPECT_EQ(Terminal(false, 80).ink(Ink::bad, "x"), "x");
    EXPECT_EQ(Terminal(true, 80).ink(Ink::bad, "x"), "\033[31mx\033[0m");
    EXPECT_EQ(Terminal(true, 80).ink(Ink::bad, ""), "");
}

TEST(Table, AlignsByColumnAndSide) {
    Table table({{"kind"}, {"n", Table::Side::right}});
    table.add({"größer", "7"});
    table.add({"a", "123"});
    EXPECT_EQ(table.to_text(Terminal(false, 80)), "kind      n\ngrößer    7\na       123\n");
}

TEST(Table, QuotesCsvCells) {
    Table table({{"a"}, {"b"}});
    table.add({"x,y", "say \"hi\""});
    EXPECT_EQ(table.to_csv(), "a,b\r\n\"x,y\",\"say \"\"hi\"\"\"\r\n");
}

}  // namespace
}  // namespace praxis::program
