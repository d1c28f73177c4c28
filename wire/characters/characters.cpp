#include "wire/characters/characters.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "wire/json/json_list.hpp"
#include "wire/request_reader.hpp"

namespace praxis::wire {

namespace json = boost::json;

namespace {

using characters::Character;
using characters::Part;
using characters::Trait;
using characters::TraitValue;

json::value to_value(const TraitValue& value) {
    if (const double* number = std::get_if<double>(&value)) return *number;
    return json::value(std::get<std::string>(value));
}

// "skin.tone" stands in an object "skin".
void put(json::object& out, const std::string& path, const TraitValue& value) {
    const std::size_t dot = path.find('.');
    if (dot == std::string::npos) {
        out[path] = to_value(value);
        return;
    }
    json::value& part = out[path.substr(0, dot)];
    if (!part.is_object()) part.emplace_object();
    part.get_object()[path.substr(dot + 1)] = to_value(value);
}

class TraitReading {
public:
    TraitReading(Character& into, Problems& problems, const std::string& where)
        : into_(into), problems_(problems), where_(where) {}

    void read(const json::object& object) {
        for (const auto& field : object) {
            const std::string name(std::string_view(field.key()));
            if (name == "id" || name == "presents" || name == "suits") continue;
            if (const json::object* part = field.value().if_object())
                for (const auto& inner : *part)
                    take(name + "." + std::string(std::string_view(inner.key())), inner.value());
            else
                take(name, field.value());
        }
    }

private:
    void take(const std::string& path, const json::value& value) {
        json::error_code error;
        if (value.is_string())
            into_.traits[path] = std::string(value.get_string());
        else if (const double number = value.to_number<double>(error); !error)
            into_.traits[path] = number;
        else
            complain(path);
    }

    void complain(std::string place) {
        for (char& c : place) c = c == '.' ? '/' : c;
        problems_.push_back({Severity::error,
                             {where_ + "/" + place, 0, 0},
                             "must be a number or a word",
                             "see what a character holds"});
    }

    Character& into_;
    Problems& problems_;
    const std::string& where_;
};

std::vector<strategy::Setting> suits_in(RequestReader& fields) {
    std::vector<strategy::Setting> suits;
    for (const std::string& word : fields.maybe_texts("suits").value_or(std::vector<std::string>())) {
        const auto setting = strategy::named<strategy::Setting>(word);
        if (!setting)
            fields.complain("suits", "'" + word + "' is no setting",
                            "take office, plant, clinic, warehouse, board or home");
        else if (std::find(suits.begin(), suits.end(), *setting) != suits.end())
            fields.complain("suits", "names '" + word + "' twice", "name it once");
        else
            suits.push_back(*setting);
    }
    return suits;
}

Trait trait_from(const std::string& path, const json::object& object, Problems& problems) {
    RequestReader fields(object, problems, "/" + path);
    Trait trait;
    trait.path = path;
    const json::value* least = object.if_contains("min");
    const json::value* most = object.if_contains("max");
    if (auto choices = fields.maybe_texts("options")) {
        trait.kind = Trait::Kind::choice;
        trait.choices = *std::move(choices);
    } else if (fields.maybe_flag("colour").value_or(false)) {
        trait.kind = Trait::Kind::colour;
    } else if (least && most && least->is_number() && most->is_number()) {
        trait.least = least->to_number<double>();
        trait.most = most->to_number<double>();
    } else {
        problems.push_back({Severity::error,
                            {"/" + path, 0, 0},
                            "has neither options nor bounds",
                            R"(write {"min", "max"}, {"options"} or {"colour": true})"});
    }
    return trait;
}

}  // namespace

json::object to_json(const Character& who) {
    json::object out{{"id", who.word}, {"presents", strategy::name(who.presents)}};
    json::array suits;
    for (const strategy::Setting one : who.suits) suits.emplace_back(strategy::name(one));
    out["suits"] = std::move(suits);
    for (const auto& [path, value] : who.traits) put(out, path, value);
    return out;
}

json::array to_json(const std::vector<Part>& plays) {
    return parts_of(plays, [](const Part& part) {
        json::object one{{"strategy", part.strategy}};
        if (!part.segment.empty()) one["segment"] = part.segment;
        if (!part.role.empty()) one["role"] = part.role;
        return one;
    });
}

json::object to_json(const app::OwnCharacter& character) {
    return {{"id", character.id},
            {"person", to_json(character.who)},
            {"plays", to_json(character.plays)},
            {"created_ms", character.created_ms},
            {"changed_ms", character.changed_ms},
            {"version", character.version}};
}

Character character_from(const json::object& object, Problems& problems, const std::string& where) {
    RequestReader fields(object, problems, where);
    Character who;
    who.word = fields.text("id");
    who.presents = fields.named("presents", strategy::named<strategy::Presents>).value_or(strategy::Presents::either);
    who.suits = suits_in(fields);
    TraitReading(who, problems, where).read(object);
    return who;
}

std::vector<Part> parts_from(const json::array& list, Problems& problems, const std::string& where) {
    std::vector<Part> plays;
    for (std::size_t i = 0; i < list.size(); ++i) {
        RequestReader fields(list[i].as_object(), problems, where + "/" + std::to_string(i));
        Part part;
        part.strategy = fields.text("strategy");
        part.segment = fields.maybe_text("segment").value_or("");
        part.role = fields.maybe_text("role").value_or("");
        fields.refuse_the_rest();
        plays.push_back(std::move(part));
    }
    return plays;
}

app::CharacterWish character_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::CharacterWish wish;
    if (const json::object* person = fields.object("person"))
        wish.who = character_from(*person, problems, fields.at("person"));
    if (const json::array* plays = fields.maybe_objects("plays"))
        wish.plays = parts_from(*plays, problems, fields.at("plays"));
    fields.refuse_the_rest();
    return wish;
}

characters::TraitTable trait_table_from(const json::object& object, Problems& problems) {
    characters::TraitTable table;
    for (const auto& field : object) {
        const std::string path(std::string_view(field.key()));
        if (const json::object* trait = field.value().if_object())
            table.push_back(trait_from(path, *trait, problems));
        else
            problems.push_back({Severity::error, {"/" + path, 0, 0}, "is no object", "describe the trait"});
    }
    return table;
}

}  // namespace praxis::wire
