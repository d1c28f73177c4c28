// SHA-256 of bytes as they come. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace praxis::storage {

class Sha256 {
public:
    using Bytes = std::array<unsigned char, 32>;

    Sha256();
    Sha256& add(std::string_view bytes);
    Bytes finish();  // and begins anew

private:
    struct Free {
        void operator()(evp_md_ctx_st*) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

std::string to_hex(const Sha256::Bytes&);

}  // namespace praxis::storage
