# praxis_room(wire USES app LINKS Boost::json): a library of the folder's sources and, where it has *_test.cpp
# files, a test program of them. A folder without sources yet is passed over.
function(praxis_room path)
  cmake_parse_arguments(ROOM "" "" "USES;LINKS;TEST_USES" ${ARGN})
  string(REPLACE "/" "_" id ${path})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${path}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set(uses ${ROOM_USES})
  list(TRANSFORM uses REPLACE "/" "_")
  list(TRANSFORM uses PREPEND praxis_)
  if(sources)
    add_library(praxis_${id} STATIC EXCLUDE_FROM_ALL ${sources})  # built when something asks for it
    target_include_directories(praxis_${id} PUBLIC ${CMAKE_SOURCE_DIR})
    target_precompile_headers(praxis_${id} REUSE_FROM praxis_headers_of_rooms)
    target_link_libraries(praxis_${id} PUBLIC ${uses} ${ROOM_LINKS})
  else()
    add_library(praxis_${id} INTERFACE)
    target_include_directories(praxis_${id} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(praxis_${id} INTERFACE ${uses} ${ROOM_LINKS})
  endif()
  if(tests)
    set(test_uses ${ROOM_TEST_USES})
    list(TRANSFORM test_uses REPLACE "/" "_")
    list(TRANSFORM test_uses PREPEND praxis_)
    praxis_test_program(praxis_${id}_test SOURCES ${tests} LINKS praxis_${id} ${test_uses})
  endif()
endfunction()

# For code that is mostly other people's templates and takes minutes to compile otherwise.
function(praxis_sanitize_addresses_only target)
  if(PRAXIS_SANITIZE MATCHES undefined)
    target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
  endif()
endfunction()

# What a test does by itself is quickly done: optimizing its many small checks takes longer than they do.
function(praxis_compile_as_test target)
  target_compile_options(${target} PRIVATE -O0)
  praxis_sanitize_addresses_only(${target})
endfunction()

# The longest tests, the longest first: they begin first, so that no core waits for the last of them at the end.
set(praxis_long_tests page_journeys serve_test properties_test praxis_adapters_speech_test storage_test spoken_test rep_lines_test
                      praxis_core_foresight_test review_test identity_test calls_test worked_conversations_test people_test)
function(praxis_begin_in_time test)
  list(FIND praxis_long_tests ${test} place)
  if(NOT place EQUAL -1)
    math(EXPR cost "1000 - ${place}")
    set_tests_properties(${test} PROPERTIES COST ${cost})
  endif()
endfunction()

# A GoogleTest program registered with CTest; tests find the data through PRAXIS_DATA and the tree through PRAXIS_SOURCE.
function(praxis_test_program name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_precompile_headers(${name} REUSE_FROM praxis_headers_of_tests)
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} GTest::gtest_main)
  praxis_compile_as_test(${name})
  target_compile_definitions(${name} PRIVATE PRAXIS_SOURCE="${CMAKE_SOURCE_DIR}" PRAXIS_DATA="${CMAKE_SOURCE_DIR}/data")
  if(PRAXIS_EACH_TEST)
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 600)
  else()  # one process for all: reading strategies and the language is most of what a test takes
    add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
    set_tests_properties(${name} PROPERTIES TIMEOUT 900)
    praxis_begin_in_time(${name})
  endif()
endfunction()

# The numbered .sql files of a folder become a source of the target.
function(praxis_embed_migrations target folder)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.sql)
  set(out ${CMAKE_BINARY_DIR}/generated/migrations.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${CMAKE_SOURCE_DIR}/${folder} -DOUT=${out} -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake)
  target_sources(${target} PRIVATE ${out})
endfunction()
