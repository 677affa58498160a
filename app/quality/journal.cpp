// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/journal.h"

#include "core/write_whole.h"
#include "quality/result_json.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

constexpr auto kAgainKey = "again"_L1;
constexpr auto kMagic = "{\"journal\":\"proofreel check 1\",";
constexpr qint64 kLongestLine = 256LL * 1024 * 1024;
constexpr qint64 kPieceOfLine = 64 * 1024;

//! Evidence for reports, so that a check that is resumed ends with the same ones.
QJsonObject picturesToJson(const QHash<QString, QByteArray>& thumbnails)
{
    QStringList keys = thumbnails.keys();
    keys.sort();
    QJsonObject json;
    qsizetype bytes = 0;
    for (const QString& key : std::as_const(keys)) {
        const QByteArray& picture = *thumbnails.constFind(key);
        bytes += picture.size();
        if (bytes > AssetResult::kMostPictureBytes)
            break;
        json.insert(key, QString::fromLatin1(picture.toBase64()));
    }
    return json;
}

AssetResult resultFromLine(const QByteArray& line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    AssetResult result = resultFromJson(json);
    const QJsonObject pictures = json.value(u"pictures"_s).toObject();
    for (auto picture = pictures.constBegin(); picture != pictures.constEnd(); ++picture)
        result.thumbnails.insert(picture.key(), QByteArray::fromBase64(picture.value().toString().toLatin1()));
    return result;
}

//! The asset itself has answered or does not exist; anything else may be otherwise at the next try.
bool isSettled(const AssetResult& result)
{
    if (!result.sheet.error)
        return true;
    switch (result.sheet.error->kind) {
    case ErrorKind::NotFound:
    case ErrorKind::InvalidRequest:
    case ErrorKind::Media:
        return true;
    default:
        return false;
    }
}

QByteArray headerFor(const JournalQuestion& question)
{
    return QByteArray(kMagic) + "\"policy\":\""
        + QCryptographicHash::hash(question.policyText, QCryptographicHash::Sha256).toHex() + "\",\"deep\":"
        + (question.deep ? "true" : "false")
        // What was not asked for is not there, as in journals of older programs. A path may be private: its hash tells.
        + (question.reference.isEmpty() ? QByteArray()
                                        : ",\"reference\":\""
                    + QCryptographicHash::hash(question.reference.toUtf8(), QCryptographicHash::Sha256).toHex() + '"')
        + (question.allowPrivateHosts ? ",\"privateHosts\":true" : "") + "}\n";
}

//! readLine() makes room for the longest that it may read, each time: so by pieces.
QByteArray lineOf(QIODevice& in)
{
    QByteArray line, piece;
    do
        line += piece = in.readLine(kPieceOfLine);
    while (!piece.isEmpty() && !piece.endsWith('\n') && line.size() < kLongestLine);
    return line;
}

} // namespace

Journal::Journal(QString path, const JournalQuestion& question)
    : m_path(std::move(path))
    , m_header(headerFor(question))
    , m_lock(m_path + u".lock"_s)
    , m_out(m_path)
    , m_in(m_path)
{
    m_lock.setStaleLockTime(0); // a check may take days; a lock whose process is gone is not held
}

Result<std::unique_ptr<Journal>> Journal::open(
    const QString& path, const JournalQuestion& question, std::function<void(const AssetResult&)> seen)
{
    std::unique_ptr<Journal> journal(new Journal(path, question));
    // A moment, for the last jobs of a batch that was cancelled in this process.
    if (!journal->m_lock.tryLock(1000)) {
        if (journal->m_lock.error() == QLockFile::LockFailedError)
            return fail(journal->wrongFile(JournalText::tr("Another check is writing to it.")));
        return fail(journal->cannot(JournalText::tr("its folder cannot be written to")));
    }
    // Unbuffered: what a full disk refuses must not come back later out of a buffer.
    if (!journal->m_out.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fail(journal->cannot(journal->m_out.errorString()));
    if (!journal->m_in.open(QIODevice::ReadOnly))
        return fail(journal->cannot(journal->m_in.errorString()));
    if (const auto done = journal->goOn(seen); !done)
        return fail(done.error());
    return journal;
}

Result<void> Journal::goOn(const std::function<void(const AssetResult&)>& seen)
{
    const QByteArray first = m_in.readLine(m_header.size() + 1);
    if (!first.endsWith('\n')) {
        // Cut off while it was made: whoever made it had not begun.
        if (first.size() >= m_header.size() || !m_header.startsWith(first.first(qMin<qsizetype>(first.size(), 24))))
            return fail(wrongFile(JournalText::tr("It is no journal of a check.")));
        if (!m_out.resize(0))
            return fail(cannot(m_out.errorString()));
        return write(m_header);
    }
    if (!first.startsWith(kMagic))
        return fail(wrongFile(JournalText::tr("It is no journal of a check.")));
    if (first != m_header)
        return fail(wrongFile(JournalText::tr("It was made with another policy, depth or reference.")));
    qint64 end = m_in.pos();
    while (!m_in.atEnd()) {
        const qint64 start = m_in.pos();
        const QByteArray line = lineOf(m_in);
        if (!line.endsWith('\n'))
            break;
        end = m_in.pos();
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        for (const QJsonValue& id : json.value(kAgainKey).toArray())
            drop(id.toString());
        const AssetResult result = resultFromJson(json);
        if (result.sheet.mediaId.isEmpty())
            continue;
        note(result, start);
        if (seen)
            seen(result);
    }
    if (m_out.size() != end && !m_out.resize(end))
        return fail(cannot(m_out.errorString()));
    m_out.seek(end);
    return {};
}

Result<AssetResult> Journal::read(const QString& mediaId)
{
    QByteArray line;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_in.seek(m_lines.value(mediaId, { .at = -1 }).at))
            return fail(cannot(m_in.errorString()));
        line = lineOf(m_in);
    }
    AssetResult result = resultFromLine(line);
    if (result.sheet.mediaId != mediaId)
        return fail(cannot(JournalText::tr("somebody else has changed it")));
    return result;
}

Result<void> Journal::append(const AssetResult& result)
{
    QJsonObject json = resultToJson(result);
    if (!result.thumbnails.isEmpty())
        json.insert(u"pictures"_s, picturesToJson(result.thumbnails));
    const QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    const QMutexLocker lock(&m_mutex);
    const qint64 at = m_out.pos();
    const auto written = write(line);
    if (written)
        note(result, at);
    return written;
}

Result<void> Journal::forget(const QStringList& mediaIds)
{
    const QJsonObject json { { kAgainKey, QJsonArray::fromStringList(mediaIds) } };
    const QMutexLocker lock(&m_mutex);
    const auto written = write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    if (written) {
        for (const QString& id : mediaIds)
            drop(id);
    }
    return written;
}

bool Journal::has(const QString& mediaId) const
{
    const QMutexLocker lock(&m_mutex);
    return m_lines.value(mediaId).isSettled;
}

bool Journal::knows(const QString& mediaId) const
{
    const QMutexLocker lock(&m_mutex);
    return m_lines.contains(mediaId);
}

qsizetype Journal::count() const
{
    const QMutexLocker lock(&m_mutex);
    return m_settled;
}

void Journal::drop(const QString& mediaId)
{
    m_settled -= m_lines.take(mediaId).isSettled ? 1 : 0;
}

void Journal::note(const AssetResult& result, qint64 at)
{
    drop(result.sheet.mediaId);
    const Line line { at, isSettled(result) };
    m_settled += line.isSettled ? 1 : 0;
    m_lines.insert(result.sheet.mediaId, line);
}

Result<void> Journal::write(const QByteArray& line)
{
    const qint64 before = m_out.pos();
    const bool isWhole = writeWhole(m_out, line);
    if (isWhole && ::fdatasync(m_out.handle()) == 0)
        return {};
    const Error error = cannot(isWhole ? qt_error_string() : m_out.errorString());
    m_out.resize(before);
    m_out.seek(before);
    return fail(error);
}

Error Journal::cannot(const QString& why) const
{
    return { .kind = ErrorKind::Io,
        .message = JournalText::tr("The journal %1 cannot be written: %2").arg(QDir::toNativeSeparators(m_path), why),
        .advice =
            JournalText::tr("Nothing that is in it is lost. Make room or check the rights, then resume from it.") };
}

Error Journal::wrongFile(const QString& what) const
{
    return { .kind = ErrorKind::InvalidRequest,
        .message = JournalText::tr("The check cannot go on in %1.").arg(QDir::toNativeSeparators(m_path)) + u' ' + what,
        .advice = JournalText::tr("Name another file, or ask the same question again.") };
}

} // namespace proofreel
