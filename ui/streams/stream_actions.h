// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QPoint;

namespace proofreel {

class StreamFilterModel;
class StreamModel;
class StreamTable;

//! What can be done with streams from the table: its context menu and keys. "Copy PlayURL" is the one place
//! where a signed URL leaves the program; everything else copies without signatures.
class StreamActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamActions)
public:
    StreamActions(StreamTable& table, const StreamModel& streams, const StreamFilterModel& filter);

    [[nodiscard]] QList<QAction*> actions() const { return m_actions; }

Q_SIGNALS:
    void playAsked(int row); //!< of the filtered model

private:
    QAction* add(const QString& name, const QString& text, void (StreamActions::*run)());
    void popUp(const QPoint& at);
    [[nodiscard]] int sourceRow() const; //!< of the current row; -1: none
    [[nodiscard]] QList<int> selectedRows() const; //!< source rows, from top to bottom
    [[nodiscard]] QList<int> shownRows() const;

    void play();
    void copyValue();
    void copyRows();
    void copyCsv();
    void copyJson();
    void copyUrl();
    void copyKey();

    StreamTable& m_table;
    const StreamModel& m_streams;
    const StreamFilterModel& m_filter;
    QList<QAction*> m_actions;
    QAction* m_play = nullptr;
    QAction* m_copyUrl = nullptr;
};

} // namespace proofreel
