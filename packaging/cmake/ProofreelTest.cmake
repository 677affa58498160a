# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# proofreel_test(NAME LABEL unit|integration|gui|lint|bench|fuzz SOURCES ... LINK ...
#                [TIMEOUT seconds] [ENVIRONMENT k=v ...] [KEYRING])
# Builds one QtTest program and registers it. KEYRING runs it under a private D-Bus with its own gnome-keyring.

function(proofreel_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "KEYRING" "LABEL;TIMEOUT" "SOURCES;LINK;ENVIRONMENT")
    qt_add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE proofreel_options Qt6::Test ${arg_LINK})
    set_target_properties(${name} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests
        QT_TESTCASE_BUILDDIR tests) # Qt's own is this folder's whole path, and so no two presets could share a compiled test
    proofreel_use_pch(${name} pch_room) # without QtTest, whose headers hold a path that differs from test to test
    # One call of moc for each file that wants it. AUTOMOC starts a CMake for each program and reads all that it includes,
    # and has an empty file compiled.
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    set(mocs ${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/include)
    foreach(source IN LISTS arg_SOURCES)
        cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE path)
        cmake_path(GET source STEM stem)
        file(STRINGS ${path} declares REGEX "^ *Q_OBJECT$")
        if(NOT declares)
            continue()
        elseif(source MATCHES "\\.h$")
            set(moc ${mocs}/moc_${stem}.cpp)
        else()
            set(moc ${mocs}/${stem}.moc)
        endif()
        qt_generate_moc(${path} ${moc} TARGET ${name})
        target_sources(${name} PRIVATE ${moc})
    endforeach()
    target_include_directories(${name} BEFORE PRIVATE ${mocs})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if(PROOFREEL_SANITIZE)
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 4") # decoders and parsers take three times as long there
    endif()
    # Every test gets a home of its own: nothing that it writes can reach the person who runs it, or another test.
    set(runner ${PROJECT_SOURCE_DIR}/tests/support/run_isolated.sh)
    if(arg_KEYRING)
        list(APPEND runner --keyring)
    endif()
    add_test(NAME ${name} COMMAND ${runner} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES
        LABELS ${arg_LABEL}
        TIMEOUT ${arg_TIMEOUT}
        COST ${arg_TIMEOUT} # the longest begin first, also where none has run yet
        SKIP_RETURN_CODE 77
        ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC;QT_QPA_PLATFORM=offscreen;PROOFREEL_DEMO_MEDIA=${CMAKE_BINARY_DIR}/share/proofreel/demo;PROOFREEL_QUALITY_MEDIA=${CMAKE_BINARY_DIR}/share/proofreel/quality;ASAN_OPTIONS=detect_leaks=0:abort_on_error=0;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp;${arg_ENVIRONMENT}")
endfunction()
