// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/findings_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStackedLayout;

namespace proofreel {

class CheckSession;
class Chip;
class ErrorStrip;
class StateView;

//! The findings of the check, worst first: all, or those of the rendition that is selected; a click or Enter asks for
//! the evidence.
class FindingsView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingsView)
public:
    explicit FindingsView(CheckSession& session, QWidget* parent = nullptr);

    void setStream(const QString& key); //!< the one that is selected
    //! By rendition (empty: the ladder) and rule; see FindingsModel::setNew().
    void setNew(const QSet<std::pair<QString, QString>>& findings, const QDateTime& since);
    void select(const QString& rule, const QString& stream); //!< shows that one, if it is listed
    void step(int by); //!< to the next (1) or the one before (-1), round the end, and asks for its evidence
    [[nodiscard]] int total() const { return m_findings.total(); }

Q_SIGNALS:
    void checkAsked();
    void hostAllowed(const QString& host); //!< a private one that a playlist points to; and check again
    void evidenceAsked(const QString& rule, const QString& stream, const QVariant& atMs);
    void totalChanged(int total);
    void ruleEditAsked(const QString& rule);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildBar();
    void refresh();
    void showState();
    void showRefused();
    [[nodiscard]] static QString allowText(const QString& host);
    void activate(const QModelIndex& index);
    void copy();
    void copyForTicket();
    void popUpMenu(const QPoint& at);

    CheckSession& m_session;
    FindingsModel m_findings;
    QString m_stream;
    QWidget* m_bar = nullptr;
    ErrorStrip* m_strip = nullptr;
    QString m_asked; // the asset and host that the strip asks about
    Chip* m_onlyStream = nullptr;
    QLineEdit* m_filter = nullptr;
    QListView* m_list = nullptr;
    StateView* m_state = nullptr;
    QStackedLayout* m_stack = nullptr;
};

} // namespace proofreel
