#include "core/vocabulary/buyer_move.hpp"

namespace praxis {
namespace {

struct Row {
    std::string_view name;
    PreviousKind previous;
};

using enum PreviousKind;
constexpr std::array<Row, kBuyerMoveCount> kRows = {{
    {"greet", smalltalk},
    {"permit", info},
    {"agree", info},
    {"acknowledge", info},
    {"confirm", info},
    {"correct", info},
    {"soften", info},
    {"impressed", info},
    {"shrug", objection},
    {"interested", info},
    {"small_talk", smalltalk},
    {"plain_words", objection},
    {"cut_in", objection},
    {"hurry", brushoff},
    {"push_back", objection},
    {"offended", objection},
    {"doubt", objection},
    {"stay_fair", objection},
    {"bemused", question},
    {"off_subject", question},
    {"disclose", info},
    {"disclose_short", info},
    {"told_already", info},
    {"guard", brushoff},
    {"not_my_field", info},
    {"nothing_there", info},
    {"yes", info},
    {"no", info},
    {"ask_back", question},
    {"vague", info},
    {"object", objection},
    {"object_again", objection},
    {"object_cause", objection},
    {"half_answer", objection},
    {"resolved", info},
    {"brush_off", brushoff},
    {"ask", question},
    {"ask_price", question},
    {"ask_discount", objection},
    {"not_yet", objection},
    {"promise_vaguely", brushoff},
    {"accept_step", commit},
    {"accept_order", commit},
    {"accept_trade", commit},
    {"part_friendly", ending},
    {"goodbye", ending},
    {"time_up", ending},
    {"walk_out", ending},
}};

constexpr std::array<std::string_view, kPreviousKindCount> kKinds = {
    "none", "info", "pain", "objection", "question", "brushoff", "smalltalk", "commit", "ending"};

}  // namespace

std::string_view name(BuyerMove move) {
    return kRows[static_cast<std::size_t>(move)].name;
}

std::optional<BuyerMove> buyer_move_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kRows.size(); ++i)
        if (kRows[i].name == wanted) return static_cast<BuyerMove>(i);
    return std::nullopt;
}

PreviousKind previous_of(BuyerMove move, bool fact_is_pain) {
    const bool tells =
        move == BuyerMove::disclose || move == BuyerMove::disclose_short || move == BuyerMove::told_already;
    if (tells && fact_is_pain) return PreviousKind::pain;
    return kRows[static_cast<std::size_t>(move)].previous;
}

std::string_view name(PreviousKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<PreviousKind> previous_kind_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        if (kKinds[i] == wanted) return static_cast<PreviousKind>(i);
    return std::nullopt;
}

}  // namespace praxis
