// The labelled turns made ready for training: each as it was written and as speech would render it, cut into sentences
// as labelled and as the boundary layer cuts, with the features of every piece. Built once, read by all folds.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "adapters/files/language/turns_file.hpp"
#include "core/language/analysis.hpp"
#include "tools/train_language/examples.hpp"

namespace praxis::train_language {

enum Style : int { kWritten, kSpeech };
inline constexpr int kStyles = 2;

struct Material {
    language::text::Pack pack;
    language::text::Patterns patterns;
    files::Turns turns;
};

// One rendering of a turn.
struct Rendering {
    std::string text;
    std::vector<Span> spans;               // as labelled
    std::vector<Examples::Number> gaps;    // label 1: a labelled stretch begins here
    std::vector<Examples::Number> marked;  // stretches as labelled
    std::vector<Examples::Number> cut;     // sentences as the boundary layer cuts
    std::vector<Examples::Number> whole;   // one, or none of a turn without words
    language::TurnShape shape;
};

struct Turn {
    int author = 0;
    PreviousKind previous{};
    ActSet acts;
    std::vector<ActSet> sentence_acts;
    std::array<Rendering, kStyles> as;
};

// A customer's turn, with and without knowing what the rep did before it.
struct CustomerSample {
    int author = 0;
    PreviousKind kind{};
    std::array<Examples::Number, kStyles> example{}, alone{};
};

class Corpus {
public:
    explicit Corpus(const Material&);

    std::vector<Turn> turns;
    std::vector<CustomerSample> customers;
    std::vector<std::string> authors;
    std::vector<std::uint64_t> stems;  // of all that was said, seen at least twice, ascending
    Examples gap_examples, act_examples, customer_examples;

    // Cuts an author's turns with a boundary layer (one that has not seen the author) and takes the features.
    void cut(int author, const language::Layer<language::kBreakLanes>&, float threshold);

private:
    int author_number(const std::string&);
    void add_gaps(Rendering&);
    void add_customers();
    void cut(Turn&, Rendering&, const language::Layer<language::kBreakLanes>&, float threshold);
    void count_stems();
    const Material& material_;
};

}  // namespace praxis::train_language
