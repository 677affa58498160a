// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QVariant>

namespace proofreel {

class CheckPanel;
class CheckSession;
class FindingsView;
class PlaybackLink;
class StreamPanel;
class Workspace;

//! Between the check and the rest of the window: starts it, plays the evidence, marks the streams, and keeps the
//! matrix, the findings and the table of streams on the same rendition.
class CheckLink final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckLink)
public:
    CheckLink(Workspace& workspace, CheckPanel& panel, FindingsView& findings, StreamPanel& streams, PlaybackLink& link,
        QObject* parent);

    void start(bool deep, const QString& stream = {}); //!< of the asset that is open: all, or that rendition

Q_SIGNALS:
    void checkWanted(); //!< the matrix is to be shown
    void findingWanted(); //!< so is the list of findings

private:
    void showEvidence(const QString& rule, const QString& stream, const QVariant& atMs);
    void showCell(const QString& rule, const QString& stream);
    void markStreams();
    void addStreamActions();
    void exportReport();

    Workspace& m_workspace;
    CheckSession& m_session;
    CheckPanel& m_panel;
    FindingsView& m_findings;
    StreamPanel& m_streams;
    PlaybackLink& m_link;
};

} // namespace proofreel
