// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/id_sweep.h"

#include <stop_token>

class QWidget;

namespace proofreel {

class BatchDesk;
class BatchPanel;
class ErrorStrip;
class Workspace;

//! Between the batch and the rest of the window: starts it from what is selected or found, asks where something would
//! be lost, opens its rows, saves its report, and offers to go on with one that was not finished.
class BatchLink final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchLink)
public:
    //! Nothing is owned. \a strip: where it is said at the start that a batch is not finished.
    BatchLink(Workspace& workspace, BatchPanel& panel, ErrorStrip& strip, QObject* parent);
    ~BatchLink() override; //!< stops a report that is being written

    void start(const QStringList& mediaIds, bool deep); //!< asks first if another one is not finished
    void checkAll(const AssetQuery& query); //!< all that it finds; asks first if they are many

Q_SIGNALS:
    void batchWanted(); //!< the batch is to be shown
    void checkWanted(); //!< so is the matrix
    void openAsked(const QString& mediaId);
    void titleChanged(const QString& title); //!< of the batch's tab

private:
    void onState();
    void onSwept(const IdSweep::Found& found);
    void askHow(const IdSweep::Found& found);
    void openRow(const QString& mediaId);
    void saveReport();
    void discard();
    void showTitle();
    //! \a yes: what the button that goes on says.
    void ask(const QString& name, const QString& question, const QString& yes, const std::function<void()>& goOn);

    Workspace& m_workspace;
    BatchDesk& m_desk;
    BatchPanel& m_panel;
    ErrorStrip& m_strip;
    IdSweep m_sweep;
    std::unique_ptr<std::stop_source> m_report; // one for each report
    CallHandle m_read;
    QString m_offered; // the journal whose batch was offered
};

} // namespace proofreel
