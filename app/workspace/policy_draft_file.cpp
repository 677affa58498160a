// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rest of PolicyDraft: its file.

#include "workspace/policy_draft.h"

#include "quality/policy_text.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

Error wrong(const QString& message)
{
    return { .kind = ErrorKind::InvalidRequest, .message = message };
}

} // namespace

void PolicyDraft::reload(QObject* context, Done done)
{
    const auto answer = Delivery<Result<void>>::to(context, std::move(done));
    const auto load = [this, answer](const QByteArray& now) {
        m_crLf = now.contains("\r\n");
        m_saved = PolicyFile::lines(now);
        m_isOther = false;
        // What is in force without a preview is what the file says now; a wrong one stays a draft.
        if (const auto policy = Policy::parse(now, title()); policy && !m_path.isEmpty())
            m_choice.setFile(m_path, { now, *policy });
        setTextNow(m_saved);
        watch();
        answer->deliver({});
    };
    if (m_path.isEmpty())
        return load(Policy::shippedText(m_shipped));
    m_disk.run([path = m_path] { return readPolicyText(path); }, this,
        [this, load, answer, number = m_number](const Result<QByteArray>& now) {
            if (!now)
                answer->deliver(fail(now.error()));
            else if (number == m_number)
                load(*now);
        });
}

void PolicyDraft::save(bool overwrite, QObject* context, Done done)
{
    if (m_path.isEmpty())
        Delivery<Result<void>>::to(context, std::move(done))->deliver(fail(wrong(tr("This policy has no file yet."))));
    else
        write(m_path, overwrite, context, std::move(done));
}

void PolicyDraft::saveAs(const QString& path, QObject* context, Done done)
{
    write(path, true, context, std::move(done));
}

void PolicyDraft::write(const QString& path, bool overwrite, QObject* context, Done done)
{
    const auto answer = Delivery<Result<void>>::to(context, std::move(done));
    settle();
    if (m_problem)
        return answer->deliver(fail(*m_problem));
    const PolicyFile file { (m_crLf ? QString(m_text).replace(u'\n', "\r\n"_L1) : m_text).toUtf8(), m_policy };
    struct Written {
        bool isOther = false;
        Result<void> result;
    };
    const auto work = [path, overwrite, text = file.text, before = m_saved]() -> Written {
        if (const auto now = overwrite ? fail(Error()) : readPolicyText(path); now && PolicyFile::lines(*now) != before)
            return { true, {} };
        return { false, writePolicyFile(path, text) };
    };
    const auto end = [this, path, text = m_text, file, answer, number = m_number](const Written& came) {
        if (number == m_number && came.isOther)
            m_isOther = true;
        if (came.isOther)
            return answer->deliver(fail(
                wrong(tr("%1 was changed by another program since it was opened.").arg(QFileInfo(path).fileName()))));
        if (came.result && number == m_number)
            written(path, text, file);
        else if (came.result) // closed meanwhile: it is a file that was saved all the same
            m_choice.setFile(path, file);
        answer->deliver(came.result);
    };
    m_disk.run(work, this, end);
}

void PolicyDraft::written(const QString& path, const QString& text, const PolicyFile& file)
{
    m_path = path;
    m_shipped.clear();
    m_saved = text;
    m_isOther = false;
    watch();
    m_choice.setFile(path, file);
    settle(); // what was typed meanwhile is in force, and not saved
    Q_EMIT changedStateChanged();
    keep();
}

// After the disk has done what it was asked before: what the draft wrote itself is no surprise.
void PolicyDraft::look()
{
    watch(); // a file that was replaced is another one
    if (!m_open || m_path.isEmpty())
        return;
    m_disk.run([path = m_path] { return readPolicyText(path); }, this,
        [this, number = m_number](const Result<QByteArray>& now) {
            if (number != m_number)
                return;
            m_isOther = now && PolicyFile::lines(*now) != m_saved;
            if (m_isOther)
                Q_EMIT fileChanged();
        });
}

void PolicyDraft::watch()
{
    if (const QStringList files = m_watcher.files(); !files.isEmpty())
        m_watcher.removePaths(files);
    if (m_open && !m_path.isEmpty())
        m_watcher.addPath(m_path);
}

} // namespace proofreel
