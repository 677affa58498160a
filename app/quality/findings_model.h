// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/check_mark.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QSet>

#include <utility>

namespace proofreel {

//! The findings of a check, worst first. GUI thread.
class FindingsModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingsModel)
public:
    enum Role {
        MarkRole = Qt::UserRole, //!< int(CheckMark)
        RuleRole, //!< its id
        TitleRole, //!< the rule in a few words; translated
        StreamRole, //!< StreamKey's text; empty: the ladder
        StreamLabelRole, //!< for people: "HD mp4", "Ladder"
        DeclaredRole, //!< also what a rule expects; may be empty
        MeasuredRole, //!< may be empty
        AtMsRole, //!< double; invalid where there is no moment to look at
        MomentRole, //!< the same for people; may be empty
        ToleranceRole, //!< "Tolerance 10 %"; translated; empty where it holds or does not
        NewRole, //!< "New since 12 Nov 14:03"; translated; empty for those that an earlier check has found, too
        CopyRole, //!< all of it on one line
        TicketRole, //!< all that a ticket needs, line by line; translated
    };

    explicit FindingsModel(QObject* parent = nullptr);

    //! \a settings are those that the asset was judged by: for the tolerances.
    void set(const AssetSheet& sheet, const Judgement& judgement, const PolicySettings& settings);
    void clear();
    //! Those, by rendition (empty: the ladder) and rule, were not found by the check of that time. Invalid: none are.
    void setNew(const QSet<std::pair<QString, QString>>& findings, const QDateTime& since);
    //! Only those of that rendition and of the ladder; empty: all.
    void setStream(const QString& key);
    //! Only those that contain that text in title, message, id or rendition; empty: all.
    void setText(const QString& text);
    void setAtLeast(Severity severity); //!< Info: all
    [[nodiscard]] int total() const { return int(m_all.size()); } //!< whatever the filters hide
    [[nodiscard]] const Finding& at(int row) const { return m_all.at(m_shown.at(row)).finding; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override; //!< DisplayRole: the message

private:
    struct Entry {
        Finding finding;
        QString title, label, tolerance;
        double fps = 0; // as declared; 0: unknown
    };
    [[nodiscard]] QString ticket(const Entry& entry) const;
    void filter();
    [[nodiscard]] bool accepts(const Entry& entry) const;

    QString m_mediaId, m_assetTitle;
    QList<Entry> m_all;
    QList<qsizetype> m_shown;
    QSet<std::pair<QString, QString>> m_new;
    QString m_newText;
    QString m_stream;
    QString m_text;
    Severity m_atLeast = Severity::Info;
};

} // namespace proofreel
