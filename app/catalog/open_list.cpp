// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/open_list.h"

#include "catalog/separated_text.h"
#include "core/delivery.h"
#include "core/redaction.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kShown = 5; // lines that were not understood
constexpr qsizetype kShownLength = 80;

struct ListText {
    Q_DECLARE_TR_FUNCTIONS(OpenList)
};

//! In a table there are other long words than MediaIds; every MediaId that was seen has a digit.
std::optional<OpenTarget> targetOf(const QString& field)
{
    if (field.isEmpty() || field.contains(u' ') || field.contains(QChar(QChar::ReplacementCharacter)))
        return std::nullopt;
    const auto target = parseOpenTarget(field);
    if (!target)
        return std::nullopt;
    const auto* query = std::get_if<PlayInfoQuery>(&*target);
    const bool isWord = query && !query->mediaId.isEmpty()
        && std::none_of(field.cbegin(), field.cend(), [](QChar c) { return c.isDigit(); });
    return isWord ? std::nullopt : std::optional(*target);
}

//! 0 is best: a MediaId (also in a link), an InputURL, a PlayURL.
int kindOf(const OpenTarget& target)
{
    if (const auto* query = std::get_if<PlayInfoQuery>(&target))
        return query->mediaId.isEmpty() ? 1 : 0;
    return std::holds_alternative<AssetLink>(target) ? 0 : 2;
}

//! What a row names.
QList<OpenTarget> targetsOf(const QStringList& fields)
{
    QList<OpenTarget> best;
    bool isPure = true;
    for (const QString& field : fields) {
        const auto target = targetOf(field);
        if (!target) {
            isPure = isPure && field.isEmpty();
            continue;
        }
        if (!best.isEmpty() && kindOf(*target) != kindOf(best.constFirst()))
            isPure = false;
        if (!best.isEmpty() && kindOf(*target) < kindOf(best.constFirst()))
            best.clear();
        if (best.isEmpty() || kindOf(*target) == kindOf(best.constFirst()))
            best.append(*target);
    }
    if (!isPure && best.size() > 1)
        best.resize(1);
    return best;
}

qsizetype mediaIdColumn(const QStringList& header)
{
    const auto found = std::find_if(header.cbegin(), header.cend(), [](const QString& name) {
        const QString plain = name.toLower().remove(u' ').remove(u'_').remove(u'-');
        return plain == "mediaid"_L1 || plain == u"媒资id" || plain == u"媒体id";
    });
    return found == header.cend() ? -1 : found - header.cbegin();
}

Result<QByteArray> contentsOf(const QString& path)
{
    const QString name = QFileInfo(path).fileName().left(kShownLength);
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail({ .kind = ErrorKind::Io,
            .message = ListText::tr("“%1” cannot be read.").arg(name),
            .advice = ListText::tr("Choose a text or CSV file with MediaIds or URLs.") });
    const QByteArray bytes = file.read(OpenList::kMostBytes + 1);
    if (bytes.size() > OpenList::kMostBytes)
        return fail({ .kind = ErrorKind::TooLarge,
            .message = ListText::tr("“%1” is larger than 4 MiB.").arg(name),
            .advice = ListText::tr("Choose a text or CSV file with MediaIds or URLs.") });
    if (textOfBytes(bytes).isNull() && !bytes.isEmpty())
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = ListText::tr("“%1” is not a text file.").arg(name),
            .advice = ListText::tr("Choose a text or CSV file with MediaIds or URLs.") });
    return bytes;
}

//! Empty: the word names no file.
QString fileOf(const QString& word)
{
    if (word.contains(u'\n'))
        return {};
    const QUrl url(word);
    if (url.scheme() == "file"_L1)
        return url.toLocalFile();
    return word.contains("://"_L1) || !QFileInfo::exists(word) ? QString() : word;
}

} // namespace

bool OpenList::add(const OpenTarget& target)
{
    const QString id = targetId(target);
    if (m_ids.contains(id)) {
        ++m_duplicates;
        return false;
    }
    if (m_targets.size() >= kMost) {
        ++m_leftOut;
        return false;
    }
    m_ids.insert(id);
    m_targets.append(target);
    return true;
}

void OpenList::addNotUnderstood(const QString& line)
{
    ++m_notUnderstood;
    if (m_firstNotUnderstood.size() < kShown) {
        const QString plain = redact(line.left(4 * kShownLength)).simplified();
        m_firstNotUnderstood += plain.size() > kShownLength ? plain.left(kShownLength - 1) + u'…' : plain;
    }
}

void OpenList::addText(const QByteArray& bytes)
{
    bool isFirst = true;
    qsizetype column = -1;
    eachRow(textOfBytes(bytes), [&](const QStringList& fields) {
        if (fields.constFirst().startsWith(u'#'))
            return true;
        const bool mayBeHeader = std::exchange(isFirst, false) && fields.size() > 1;
        if (mayBeHeader || fields.size() == 1) {
            if (const qsizetype headed = mediaIdColumn(fields); headed >= 0) {
                column = headed;
                return true;
            }
        }
        QList<OpenTarget> found;
        if (const auto id = targetOf(column >= 0 ? fields.value(column) : QString()))
            found = { *id };
        else
            found = targetsOf(fields);
        for (const OpenTarget& target : std::as_const(found))
            add(target);
        if (found.isEmpty() && !mayBeHeader)
            addNotUnderstood(fields.join(u' '));
        return true;
    });
}

QString OpenList::report() const
{
    QStringList lines;
    for (const Error& error : m_errors)
        lines += error.message;
    if (m_notUnderstood > 0)
        lines += ListText::tr("%n line(s) were not understood, for example “%1”.", nullptr, m_notUnderstood)
                     .arg(m_firstNotUnderstood.constFirst());
    if (m_leftOut > 0)
        lines += ListText::tr("%n more were left out: a list holds at most 10,000.", nullptr, m_leftOut);
    return lines.join(u' ');
}

OpenList gatherNow(const QStringList& words)
{
    OpenList list;
    for (const QString& word : words) {
        const QString trimmed = word.trimmed();
        const bool isOneWord = std::none_of(trimmed.cbegin(), trimmed.cend(), [](QChar c) { return c.isSpace(); });
        const auto target = isOneWord ? parseOpenTarget(trimmed) : Result<OpenTarget>(fail(Error {}));
        if (target) {
            list.add(*target);
        } else if (const QString path = fileOf(trimmed); !path.isEmpty()) {
            if (const auto bytes = contentsOf(path))
                list.addText(*bytes);
            else
                list.m_errors.append(bytes.error());
        } else {
            list.addText(word.left(OpenList::kMostBytes / 4).toUtf8());
        }
    }
    return list;
}

CallHandle gatherTargets(const QStringList& words, QObject* context, std::function<void(OpenList)> callback)
{
    const auto answer = Delivery<OpenList>::to(context, std::move(callback));
    (void)QtConcurrent::run([answer, words] {
        if (answer->isOpen())
            answer->deliver(gatherNow(words));
    });
    return CallHandle([answer] { answer->cancel(); });
}

} // namespace proofreel
