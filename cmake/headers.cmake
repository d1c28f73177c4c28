# The standard headers that most files include, read once a build instead of once a file: a third of the building time.
# Every file still includes what it uses: the dev preset builds without this.
set(praxis_usual_headers <algorithm> <array> <cmath> <cstdint> <functional> <map> <memory> <optional>
                         <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>)

function(praxis_headers name)
  set(empty ${CMAKE_BINARY_DIR}/generated/${name}.cpp)
  file(GENERATE OUTPUT ${empty} CONTENT "")
  add_library(${name} OBJECT ${empty})
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

praxis_headers(praxis_headers_of_rooms ${praxis_usual_headers})
praxis_headers(praxis_headers_of_tests ${praxis_usual_headers} <gtest/gtest.h>)
target_link_libraries(praxis_headers_of_tests PRIVATE GTest::gtest)
praxis_sanitize_addresses_only(praxis_headers_of_tests)
