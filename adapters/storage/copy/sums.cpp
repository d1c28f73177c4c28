#include "adapters/storage/copy/sums.hpp"

namespace praxis::storage {

void RowSum::add(std::string_view line) {
    const Sha256::Bytes bytes = sha256_.add(line).finish();
    std::uint64_t carry = 0;
    for (std::size_t word = 0; word < sum_.size(); ++word) {
        std::uint32_t addend = 0;
        for (std::size_t i = 0; i < 4; ++i) addend = addend << 8 | bytes[bytes.size() - 4 * word - 4 + i];
        carry += std::uint64_t{sum_[word]} + addend;
        sum_[word] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    ++rows_;
}

std::string RowSum::digest() const {
    Sha256::Bytes bytes{};
    for (std::size_t word = 0; word < sum_.size(); ++word)
        for (std::size_t i = 0; i < 4; ++i)
            bytes[bytes.size() - 4 * word - 1 - i] = static_cast<unsigned char>(sum_[word] >> (8 * i));
    return to_hex(bytes);
}

}  // namespace praxis::storage
