// libcurl's things, freed by their owners.
#pragma once

#include <curl/curl.h>

#include <memory>

namespace praxis::integrations {

struct CleanHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CleanList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using CurlHandle = std::unique_ptr<CURL, CleanHandle>;
using CurlList = std::unique_ptr<curl_slist, CleanList>;

}  // namespace praxis::integrations
