// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy.h"

#include <toml++/toml.h>

namespace proofreel {

//! Reads one policy file; the first trouble ends it. For one file, one thread.
class PolicyReader {
public:
    static constexpr qint64 kMostBytes = 1024 * 1024;

    explicit PolicyReader(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }
    [[nodiscard]] Result<Policy> read(const QByteArray& text);

private:
    struct Target { // where settings of the file's top, or of an override, go
        PolicySettings& settings;
        QStringList keys {};
    };

    bool readTop(const toml::table& top);
    bool readOverride(const toml::node& node);
    //! Rules and the tables of settings, wherever they stand. Handled: whether \a key is one of them.
    bool readShared(const toml::key& key, const toml::node& node, Target& target, bool& handled);
    bool readRules(const toml::table& rules, const QString& prefix, Target& target);
    bool readRule(const QString& id, const toml::key& key, const toml::node& node, Target& target);
    bool readTable(const QString& name, const toml::table& table, Target& target);
    bool readSetting(const QString& table, const toml::key& key, const toml::node& node, Target& target);
    bool readStep(const toml::node& node, LadderStep& step);
    bool readSeverity(const toml::node& node, Severity& severity);
    bool readText(const toml::node& node, QString& text);
    bool readNames(const toml::node& node, QStringList& names);
    bool readNumber(const toml::node& node, const QString& name, double least, double most, double& number);

    bool unknownKey(const toml::key& key, const QStringList& known);
    bool wrong(const toml::source_region& where, const QString& what);

    QString m_fileName;
    Policy m_policy;
    Error m_error;
};

} // namespace proofreel
