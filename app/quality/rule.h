// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace proofreel {

enum class Severity { Off, Info, Warning, Error };
[[nodiscard]] QString severityName(Severity severity); //!< "off", "info", "warning", "error": not translated
[[nodiscard]] std::optional<Severity> severityFromName(const QString& name);

//! One thing that is judged. Its id is a contract: "family.subject".
struct Rule {
    QString id;
    Severity severity = Severity::Warning; //!< where no policy says otherwise
    std::optional<double> tolerance; //!< nullopt: it holds or it does not
    QString unit; //!< of the tolerance: "%", "ms", "LU", "dB", "frames"
    bool deep = false; //!< needs decoding
    QString title; //!< a few words; translated
    QString explanation; //!< a clause: what is wrong with what breaks it; translated
    QString source; //!< where the rule is from: "GetPlayInfo", "RFC 8216 4.3.3.1", "EBU R 128"

    [[nodiscard]] QString family() const { return id.section(QLatin1Char('.'), 0, 0); }
};

//! All of them, by family; in the language of the moment.
[[nodiscard]] QList<Rule> allRules();
[[nodiscard]] std::optional<Rule> findRule(const QString& id);
[[nodiscard]] QString familyTitle(const QString& family); //!< translated

} // namespace proofreel
