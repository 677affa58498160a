// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/opener.h"

#include "streams/asset_session.h"
#include "ui/common/state_view.h"
#include "ui/playback_link.h"
#include "workspace/local_memory.h"
#include "workspace/play_source.h"
#include "workspace/workspace.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

Opener::Opener(Workspace& workspace, PlaybackLink& link, ErrorStrip& strip, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_link(link)
    , m_strip(strip)
{
}

void Opener::openWords(const QStringList& words)
{
    // What can be opened at once is; only files and long texts are read elsewhere.
    if (words.size() == 1 && words.constFirst().simplified() == words.constFirst().trimmed()) {
        if (const auto target = parseOpenTarget(words.constFirst())) {
            openTarget(*target);
            return;
        }
    }
    m_gather.abort();
    m_gather = gatherTargets(words, this, [this, words](const OpenList& list) {
        if (!list.targets().isEmpty())
            openList(list);
        else if (!list.errors().isEmpty())
            m_strip.showError(list.errors().constFirst(), {});
        else if (const auto target = parseOpenTarget(words.constFirst()); !target)
            m_strip.showError(target.error(), {});
    });
}

void Opener::openList(const OpenList& list)
{
    if (list.targets().size() > 1) {
        whenConnected([this, list] { addToQueue(list.targets(), list.report()); });
        return;
    }
    openTarget(list.targets().constFirst());
    if (const QString report = list.report(); !report.isEmpty())
        m_strip.showNote(report);
}

void Opener::addToQueue(const QList<OpenTarget>& targets, const QString& report)
{
    whenQueueIsLoaded([this, targets, report] {
        ReviewQueue& queue = m_workspace.memory().queue();
        QueueContents before { .entries = {}, .current = queue.currentId() };
        for (int row = 0; row < queue.rowCount(); ++row)
            before.entries.append(queue.at(row));
        const int added = queue.add(targets);
        if (queue.currentId().isEmpty()) // whoever is in the middle of it is not torn away
            queue.setCurrent(targetId(targets.constFirst()));
        QString text = added > 0 ? tr("%Ln asset(s) were added to the queue.", nullptr, added)
                                 : tr("All of these are in the queue already.");
        if (!report.isEmpty())
            text += u' ' + report;
        std::function<void()> undo;
        if (added > 0)
            undo = [&queue, before] { queue.restore(before); };
        m_strip.showNote(text, undo, tr("Undo"));
        Q_EMIT queued();
    });
}

void Opener::openTarget(const OpenTarget& target)
{
    m_strip.hide(); // what it says is about what was opened before
    if (const auto* url = std::get_if<QUrl>(&target)) {
        const PlaySource source = playSource(*url);
        Q_EMIT opening();
        m_link.playUrl(source);
        Q_EMIT urlOpened(source.title);
        return;
    }
    const auto* link = std::get_if<AssetLink>(&target);
    const PlayInfoQuery query = link ? PlayInfoQuery { .mediaId = link->mediaId, .inputUrl = {}, .authTimeout = {} }
                                     : std::get<PlayInfoQuery>(target);
    const QString key = link ? link->streamKey : QString();
    const double seconds = link ? link->seconds.value_or(0) : 0;
    whenConnected([this, query, key, seconds] {
        Q_EMIT opening();
        if (!key.isEmpty() || seconds > 0)
            m_link.playOnceOpen(query, StreamKey::fromString(key), qRound64(seconds * 1000));
        m_workspace.session().open(query);
    });
}

bool Opener::canOpen(const QMimeData& data)
{
    return data.hasUrls() || data.hasText();
}

void Opener::openMimeData(const QMimeData& data)
{
    QStringList words;
    for (const QUrl& url : data.urls())
        words += url.toString(QUrl::FullyEncoded);
    if (words.isEmpty() && !data.text().trimmed().isEmpty())
        words = { data.text() };
    if (!words.isEmpty())
        openWords(words);
}

void Opener::openClipboard()
{
    if (const QMimeData* data = QGuiApplication::clipboard()->mimeData())
        openMimeData(*data);
}

void Opener::chooseList(QWidget* parent)
{
    auto* dialog = new QFileDialog(parent, tr("Open a list"));
    dialog->setObjectName(u"listDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({ tr("Lists and tables (*.txt *.csv *.tsv)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        QStringList words;
        for (const QString& file : files)
            words += QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded);
        openWords(words);
    });
    dialog->open();
}

void Opener::connected()
{
    if (const auto open = std::exchange(m_waiting, nullptr))
        open();
}

void Opener::whenConnected(std::function<void()> open)
{
    if (m_workspace.isConnected()) {
        open();
    } else {
        m_waiting = std::move(open);
        Q_EMIT connectNeeded();
    }
}

void Opener::whenQueueIsLoaded(std::function<void()> then)
{
    const ReviewQueue& queue = m_workspace.memory().queue();
    if (queue.isLoaded())
        then();
    else
        connect(&queue, &ReviewQueue::loaded, this, std::move(then), Qt::SingleShotConnection);
}

} // namespace proofreel
