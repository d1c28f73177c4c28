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
praxis_compile_as_test(praxis_headers_of_tests)

# A few files of a target are compiled as one: half of the building time goes into reading the same headers. So no two
# files of a room may give one name to two things; the dev preset, which builds each file alone, sees that none leans
# on what another includes.
option(PRAXIS_TOGETHER "Compile a few files of a target together" ON)
set(CMAKE_UNITY_BUILD ${PRAXIS_TOGETHER})
set(CMAKE_UNITY_BUILD_BATCH_SIZE 7)
if(PRAXIS_TOGETHER)  # what stands in an anonymous namespace of another file than the one compiled is taken for a header's
  add_compile_options(-Wno-subobject-linkage)
endif()
