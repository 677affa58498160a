// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace proofreel {

//! The bounded list of what was odd in a reply.
class Oddities {
public:
    void add(const QString& path, const QString& what);
    [[nodiscard]] QStringList lines() const;

private:
    QStringList m_lines;
    qsizetype m_more = 0;
};

//! Reads the fields of one JSON object without ever failing: a field of the wrong type or out of its range is
//! converted where that loses nothing, else left absent, and noted. null and "" count as absent.
class JsonFields {
public:
    JsonFields(QJsonObject object, QString path, Oddities& oddities);

    [[nodiscard]] QString text(const QString& name, qsizetype limit = 16'384) const;
    [[nodiscard]] QString url(const QString& name) const; //!< half a URL is worth nothing: too long gives empty
    [[nodiscard]] QStringList commaList(const QString& name) const;
    [[nodiscard]] QStringList textList(const QString& name) const; //!< at most 10,000; what is no text is noted
    //! As documented: a JSON number.
    [[nodiscard]] std::optional<qint64> integer(const QString& name, qint64 min, qint64 max) const;
    //! As documented: text that holds a number, at least 0.
    [[nodiscard]] std::optional<qint64> integerText(const QString& name, qint64 max) const;
    [[nodiscard]] std::optional<double> numberText(const QString& name, double max) const;
    //! ISO 8601 with any offset and fraction; without an offset it is UTC.
    [[nodiscard]] QDateTime time(const QString& name) const;
    [[nodiscard]] JsonFields object(const QString& name) const;
    //! At most 10,000 entries.
    [[nodiscard]] QJsonArray array(const QString& name) const;
    //! Fields of entry \a index of the list \a name; noted if it is no object.
    [[nodiscard]] JsonFields element(const QString& name, const QJsonValue& entry, qsizetype index) const;

    [[nodiscard]] const QJsonObject& raw() const { return m_object; }
    void note(const QString& name, const QString& what) const;
    void require(const QString& name) const; //!< noted if it is missing

private:
    [[nodiscard]] JsonFields child(const QString& name, const QJsonValue& found) const;
    [[nodiscard]] QJsonValue value(const QString& name) const;
    [[nodiscard]] std::optional<double> number(
        const QJsonValue& value, const QString& name, double min, double max) const;
    [[nodiscard]] std::optional<qint64> whole(
        const QJsonValue& value, const QString& name, qint64 min, qint64 max) const;

    QJsonObject m_object;
    QString m_path;
    Oddities& m_oddities;
};

//! "text", "number", "list" … for messages.
[[nodiscard]] QString jsonTypeName(const QJsonValue& value);

} // namespace proofreel
