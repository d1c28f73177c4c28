// Answers given to repeated requests in a database, for the port of app/ports/given_answers.hpp.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/given_answers.hpp"

namespace praxis::storage {

class StoredAnswers final : public app::GivenAnswers {
public:
    explicit StoredAnswers(Database& database) : database_(database) {}

    app::AskedBefore ask(const app::AskedOnce&) override;
    void keep(const app::AskedOnce&, const app::GivenAnswer&) override;
    void give_back(const app::AskedOnce&) override;

private:
    Database& database_;
};

}  // namespace praxis::storage
