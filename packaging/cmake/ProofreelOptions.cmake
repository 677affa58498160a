# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# proofreel_options: the one place for language standard, warnings, Qt definitions, hardening and sanitizers.
# proofreel_room(NAME SOURCES ... LINK ...): one static library per folder, named after it.

add_library(proofreel_options INTERFACE)
target_compile_features(proofreel_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

target_compile_options(proofreel_options INTERFACE
    # Designated initializers leave out members on purpose; GCC 12 warns of each.
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
    $<$<BOOL:${PROOFREEL_WERROR}>:-Werror>)

target_compile_definitions(proofreel_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_CONTEXTLESS_CONNECT
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_WARN_DEPRECATED_UP_TO=0x060400) # what a later Qt deprecates, Qt 6.4 has no other way for

target_include_directories(proofreel_options INTERFACE ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR})

if(PROOFREEL_SANITIZE)
    target_compile_options(proofreel_options INTERFACE
        -fsanitize=${PROOFREEL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -g1)
    target_link_options(proofreel_options INTERFACE -fsanitize=${PROOFREEL_SANITIZE})
elseif(PROOFREEL_HARDENING)
    target_compile_options(proofreel_options INTERFACE -fstack-protector-strong -fstack-clash-protection)
    target_compile_definitions(proofreel_options INTERFACE
        $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>
        $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
    target_link_options(proofreel_options INTERFACE LINKER:-z,relro,-z,now)
endif()

# Where it is there: a build links some 150 programs, and mold takes a quarter of the time that GNU ld takes.
find_program(MOLD_PROGRAM mold)
if(PROOFREEL_MOLD AND MOLD_PROGRAM)
    target_link_options(proofreel_options INTERFACE -fuse-ld=mold)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers need these; the base folder lets clones share results. Without the inode cache the precompiled
    # header, 130 MB, is read and hashed for each file: half a second, as long as most take to compile.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=true CCACHE_INODECACHE=true ${CCACHE_PROGRAM})
endif()

# The Qt and standard headers that nearly every file includes, compiled once. Programs may use what was compiled for rooms:
# both are position independent, or not, as Qt wants it.
function(proofreel_add_pch name)
    if(NOT PROOFREEL_PCH)
        return()
    endif()
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/pch/${name}.cpp CONTENT "")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/pch/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE proofreel_options Qt6::Core tl::expected)
    target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# Only what nearly every file uses: GCC maps the whole of it anew for each file, and all of QtCore cost more than it saved.
set(pch_headers
    <QtCore/QDateTime>
    <QtCore/QHash>
    <QtCore/QJsonArray>
    <QtCore/QJsonDocument>
    <QtCore/QJsonObject>
    <QtCore/QObject>
    <QtCore/QStringList>
    <QtCore/QTimer>
    <QtCore/QUrl>
    <QtCore/QVariant>
    <chrono>
    <functional>
    <memory>
    <optional>
    <vector>
    <tl/expected.hpp>)
proofreel_add_pch(pch_room ${pch_headers})

# proofreel_use_pch(TARGET FROM): nothing where precompiled headers are off.
function(proofreel_use_pch target from)
    if(PROOFREEL_PCH)
        target_precompile_headers(${target} REUSE_FROM ${from})
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            target_compile_options(${target} PRIVATE -fpch-preprocess)
        endif()
    endif()
endfunction()

function(proofreel_room name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;LINK_PRIVATE")
    qt_add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name}
        PUBLIC proofreel_options Qt6::Core tl::expected ${arg_LINK}
        PRIVATE ${arg_LINK_PRIVATE})
    proofreel_use_pch(${name} pch_room)
endfunction()
