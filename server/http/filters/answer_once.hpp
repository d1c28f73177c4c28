// POST with an Idempotency-Key: the first request is answered and its answer kept; the same request again gets the same
// answer with `idempotency-replayed: true`; another request with that key is refused (key_reused); while the first
// still runs the answer is `conflict`, and so it is when the first answer held a secret, which is kept nowhere. Only
// for whoever is logged in: stands behind `identifying`.
#pragma once

#include <functional>

#include "app/ports/given_answers.hpp"
#include "server/http/router.hpp"
#include "server/net/workers.hpp"

namespace praxis::http {

Filter answer_once(app::GivenAnswers&, net::Workers&, std::function<std::int64_t()> now_ms);

}  // namespace praxis::http
