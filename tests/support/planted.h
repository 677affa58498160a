// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace proofreel::test {

//! One defect that a catalogue of the sandbox has on purpose.
struct Planted {
    QString rule; //!< the one that finds it
    std::optional<int> stream; //!< place in PlayInfoList; nullopt: of the ladder
    QString policy; //!< TOML under which it is a finding; empty: the default policy
    std::optional<int> reference; //!< place of the stream to compare with, where the rule needs one
};

struct PlantedAsset {
    QString mediaId, title;
    QList<Planted> planted; //!< all that there is to find
};

//! The assets of "defects" or "clean"; empty if its media are not there.
inline QList<PlantedAsset> plantedAssets(const QString& catalogue)
{
    QFile file(sandbox::Server::findMediaFolder(catalogue) + u'/' + catalogue + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<PlantedAsset> list;
    const QJsonArray assets = QJsonDocument::fromJson(file.readAll())[QLatin1StringView("assets")].toArray();
    for (const QJsonValue& asset : assets) {
        PlantedAsset one { asset[QLatin1StringView("MediaId")].toString(), asset[QLatin1StringView("Title")].toString(),
            {} };
        const QJsonArray planted = asset[QLatin1StringView("planted")].toArray();
        const auto place = [](const QJsonValue& value) {
            return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
        };
        for (const QJsonValue& value : planted) {
            one.planted.append({ value[QLatin1StringView("rule")].toString(), place(value[QLatin1StringView("stream")]),
                value[QLatin1StringView("policy")].toString(), place(value[QLatin1StringView("reference")]) });
        }
        list.append(one);
    }
    return list;
}

} // namespace proofreel::test
