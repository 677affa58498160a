// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_mark.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("CheckMark", text);
}

} // namespace

CheckMark markOf(Severity severity)
{
    switch (severity) {
    case Severity::Off:
        return CheckMark::None;
    case Severity::Info:
        return CheckMark::Info;
    case Severity::Warning:
        return CheckMark::Warning;
    case Severity::Error:
        break;
    }
    return CheckMark::Fail;
}

QString markSign(CheckMark mark)
{
    switch (mark) {
    case CheckMark::None:
        break;
    case CheckMark::NotMeasured:
        return u"…"_s;
    case CheckMark::Pass:
        return u"✓"_s;
    case CheckMark::Info:
        return u"i"_s;
    case CheckMark::Warning:
        return u"⚠"_s;
    case CheckMark::Fail:
        return u"✕"_s;
    }
    return u"–"_s;
}

QString markText(CheckMark mark)
{
    switch (mark) {
    case CheckMark::None:
        break;
    case CheckMark::NotMeasured:
        return say(QT_TRANSLATE_NOOP("CheckMark", "Not measured: needs a deep check"));
    case CheckMark::Pass:
        return say(QT_TRANSLATE_NOOP("CheckMark", "Passed"));
    case CheckMark::Info:
        return say(QT_TRANSLATE_NOOP("CheckMark", "To note"));
    case CheckMark::Warning:
        return say(QT_TRANSLATE_NOOP("CheckMark", "Warning"));
    case CheckMark::Fail:
        return say(QT_TRANSLATE_NOOP("CheckMark", "Failed"));
    }
    return say(QT_TRANSLATE_NOOP("CheckMark", "Not asked of it"));
}

CheckMark streamMark(const Judgement& judgement, const QString& key)
{
    CheckMark worst = judgement.judged.value(key).isEmpty() ? CheckMark::None : CheckMark::Pass;
    for (const Finding& finding : judgement.findings) {
        if (finding.stream == key)
            worst = std::max(worst, markOf(finding.severity));
    }
    return worst;
}

QString verdictClause(Verdict verdict)
{
    QString text = verdictText(verdict);
    return text.replace(0, 1, text.first(1).toLower());
}

QString momentText(std::optional<double> atMs)
{
    if (!atMs)
        return {};
    const int ms = int(std::lround(std::clamp(*atMs, 0.0, 86'399'999.0)));
    return QTime::fromMSecsSinceStartOfDay(ms).toString(ms < 3'600'000 ? u"m:ss.zzz"_s : u"h:mm:ss.zzz"_s);
}

QString verdictText(Verdict verdict)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("CheckLook", text); };
    switch (verdict) {
    case Verdict::Pass:
        return say(QT_TRANSLATE_NOOP("CheckLook", "Passed"));
    case Verdict::Warn:
        return say(QT_TRANSLATE_NOOP("CheckLook", "Passed with warnings"));
    case Verdict::Fail:
        return say(QT_TRANSLATE_NOOP("CheckLook", "Failed"));
    case Verdict::Error:
        break;
    }
    return say(QT_TRANSLATE_NOOP("CheckLook", "Could not be checked"));
}

CheckMark verdictMark(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return CheckMark::Pass;
    case Verdict::Warn:
        return CheckMark::Warning;
    case Verdict::Fail:
    case Verdict::Error:
        break;
    }
    return CheckMark::Fail;
}

QString checkTimeText(const QDateTime& at)
{
    const QDateTime local = at.toLocalTime();
    // As QLocale::toString() takes them.
    const QString format = local.date().year() == QDate::currentDate().year()
        ? say(QT_TRANSLATE_NOOP("CheckMark", "d MMM HH:mm"))
        : say(QT_TRANSLATE_NOOP("CheckMark", "d MMM yyyy HH:mm"));
    return QLocale().toString(local, format);
}

} // namespace proofreel
