// The layout of a model file, little-endian: mark, version, four layers (columns, rows, scales, then each row's feature
// and weights), the break threshold, the stack, the vocabulary, and last the digest of all before it.
#include <bit>
#include <cstring>

#include "core/base/digest.hpp"
#include "core/language/model.hpp"

namespace praxis::language {
namespace {

constexpr std::string_view kMark = "praxis-language-model\n";
constexpr std::uint32_t kVersion = 2;
constexpr std::uint32_t kRowsMost = 4'000'000;

class Writer {
public:
    void put(std::uint32_t number) {
        for (int shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>(number >> shift & 0xff);
    }
    void put(float number) { put(std::bit_cast<std::uint32_t>(number)); }
    void put(std::string_view text) { bytes_ += text; }
    template <int kLanes>
    void put(const Layer<kLanes>& layer, int columns) {
        put(static_cast<std::uint32_t>(columns));
        put(static_cast<std::uint32_t>(layer.rows().size()));
        for (int lane = 0; lane < columns; ++lane) put(layer.scales()[lane]);
        for (const auto& row : layer.rows()) {
            put(row.feature);
            for (int lane = 0; lane < columns; ++lane) bytes_ += static_cast<char>(row.weights[lane]);
        }
    }
    std::string take() {
        const std::uint64_t digest = Digest().add(bytes_).value();
        put(static_cast<std::uint32_t>(digest));
        put(static_cast<std::uint32_t>(digest >> 32));
        return std::move(bytes_);
    }

private:
    std::string bytes_;
};

// Reads past the end as zeros and remembers it.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    bool good() const { return good_; }
    bool mark(std::string_view expected) { return take(expected.size()) == expected; }
    std::uint32_t number() {
        const std::string_view four = take(4);
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < four.size(); ++i)
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(four[i])) << (8 * i);
        return value;
    }
    float real() { return std::bit_cast<float>(number()); }
    template <int kLanes>
    Layer<kLanes> layer() {
        const std::uint32_t columns = number(), count = number();
        good_ = good_ && columns <= kLanes && count <= kRowsMost && count * (4ull + columns) <= bytes_.size();
        if (!good_) return {};
        typename Layer<kLanes>::Scores scales{};
        for (std::uint32_t lane = 0; lane < columns; ++lane) scales[lane] = real();
        std::vector<typename Layer<kLanes>::Row> rows(count);
        for (auto& row : rows) {
            row.feature = number();
            const std::string_view weights = take(columns);
            if (good_) std::memcpy(row.weights.data(), weights.data(), columns);
        }
        return good_ ? Layer<kLanes>(std::move(rows), scales) : Layer<kLanes>();
    }

private:
    std::string_view take(std::size_t count) {
        if (count > bytes_.size()) {
            good_ = false;
            return {};
        }
        const std::string_view taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }

    std::string_view bytes_;
    bool good_ = true;
};

Problems no_model(std::string what) {
    return {{Severity::error, {}, std::move(what), "Train it again with tools/train_language."}};
}

}  // namespace

std::string to_bytes(const Model& model) {
    Writer out;
    out.put(kMark);
    out.put(kVersion);
    out.put(model.acts, kActCount);
    out.put(model.whole, kActCount);
    out.put(model.kinds, kPreviousKindCount);
    out.put(model.breaks, 1);
    out.put(model.break_threshold);
    for (const auto& row : model.stack.weights)
        for (int act = 0; act < kActCount; ++act) out.put(row[act]);
    for (const float threshold : model.stack.thresholds) out.put(threshold);
    for (const float threshold : model.stack.thresholds_bare) out.put(threshold);
    out.put(static_cast<std::uint32_t>(model.vocabulary.size()));
    for (const std::uint32_t word : model.vocabulary) out.put(word);
    return out.take();
}

Result<Model, Problems> model_of(std::string_view bytes) {
    constexpr std::size_t kDigestBytes = 8;
    if (bytes.size() < kMark.size() + kDigestBytes)
        return refuse(no_model("The language model is too short to be one."));
    ByteReader in(bytes);
    if (!in.mark(kMark) || in.number() != kVersion)
        return refuse(no_model("This is not a language model of this version."));
    ByteReader tail(bytes.substr(bytes.size() - kDigestBytes));
    const std::uint64_t low = tail.number(), digest = low | static_cast<std::uint64_t>(tail.number()) << 32;
    if (Digest().add(bytes.substr(0, bytes.size() - kDigestBytes)).value() != digest)
        return refuse(no_model("The language model is damaged: its digest does not fit."));
    Model model;
    model.acts = in.layer<kActLanes>();
    model.whole = in.layer<kActLanes>();
    model.kinds = in.layer<kKindLanes>();
    model.breaks = in.layer<kBreakLanes>();
    model.break_threshold = in.real();
    for (auto& row : model.stack.weights)
        for (int act = 0; act < kActCount; ++act) row[act] = in.real();
    for (float& threshold : model.stack.thresholds) threshold = in.real();
    for (float& threshold : model.stack.thresholds_bare) threshold = in.real();
    const std::uint32_t words = in.number();
    for (std::uint32_t i = 0; i < words && in.good(); ++i) model.vocabulary.push_back(in.number());
    if (!in.good()) return refuse(no_model("The language model ends too early."));
    return model;
}

}  // namespace praxis::language
