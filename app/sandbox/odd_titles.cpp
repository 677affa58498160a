// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/odd_titles.h"

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar surrogateMark(0xE0F1); // private use: stands in no other text

} // namespace

QString oddTitle(const QString& title, qint64 place)
{
    static_assert(oddTitleKinds == 12);
    switch (place % oddTitleKinds) {
    case 0: // right-to-left override: "gpj.exe" that reads "exe.jpg"
        return title + u' ' + QChar(0x202E) + u"4pm.reel"_s;
    case 1: // isolates that are never closed, embeddings that are closed too often
        return QString(40, QChar(0x2067)) + title + QString(40, QChar(0x202C));
    case 2: // control characters, a bell and an escape sequence among them
        return u"\x01\x07\x1b[31m"_s + title + u"\x1b[0m\x7f\x85"_s;
    case 3:
        return title.left(4) + QChar(0) + title.mid(4);
    case 4:
        return title + u"\n\r\n\t"_s + title + QChar(0x2028) + title + QChar(0x2029);
    case 5: // combining marks piled up
        return title.left(1) + QString(2000, QChar(0x0336)) + title.mid(1);
    case 6: // a family of one glyph, a flag, skin tones
        return QString::fromUtf8("👨‍👩‍👧‍👦🇨🇳👍🏽") + title
            + QString::fromUtf8("🏳️‍🌈").repeated(30);
    case 7:
        return title + surrogateMark;
    case 8: // nothing that shows
        return QString(12, QChar(0x200B)) + QChar(0xFEFF);
    case 9: // looks like markup
        return u"<b>%1</b><img src=\"http://127.0.0.1:9/x\">&amp;"_s.arg(title);
    case 10: // Arabic and Hebrew between Latin
        return title + QString::fromUtf8(" مكتبة الوسائط (123) עברית ") + title;
    default: // a single word that no line can break
        return QString(4000, u'W');
    }
}

void breakSurrogates(QByteArray& json)
{
    json.replace(QString(surrogateMark).toUtf8(), "\\ud83d");
}

} // namespace proofreel::sandbox
