// Bodies of requests and responses in JSON, and the versions of changeable things in ETag and If-Match.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "server/http/call.hpp"
#include "server/http/problem.hpp"
#include "wire/json/writer.hpp"

namespace praxis::http {

// The body as one JSON object. Throws ApiError.
boost::json::object object_in(const net::Request&);

// Reads the body with a reader of wire; throws ApiError (invalid) with every place when it complains.
template <class Read>
auto body_of(const net::Request& request, Read read) {
    const boost::json::object object = object_in(request);
    Problems problems;
    auto value = read(object, problems);
    if (!problems.empty()) throw invalid("Some fields are not right.", problems);
    return value;
}

net::Response json_response(const boost::json::value&, int status = 200);
net::Response json_response(const boost::json::object&, int status = 200);
net::Response written_response(std::string json, int status = 200);
net::Response empty_response(int status = 204);
// {"items": […], "next": id or null}
net::Response page_response(boost::json::array items, const std::string& next);

// A page of many items, each written straight into its text: page.add([&](wire::ObjectWriter& item) { … });
class WrittenPage {
public:
    template <class Write>
    void add(const Write& write) {
        if (!items_.empty()) items_ += ',';
        wire::ObjectWriter item(items_);
        write(item);
    }
    net::Response response(const std::string& next) const;

private:
    std::string items_;
};

void add_version(net::Response&, std::int64_t version);
std::int64_t version_wanted(const net::Request&);  // of If-Match; throws ApiError when it is not there

struct PageWanted {
    std::string after;
    std::size_t limit = 50;
};
PageWanted page_wanted(const net::Request&);

}  // namespace praxis::http
