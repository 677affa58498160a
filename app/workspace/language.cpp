// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! Installed as a child of the application under a name, so that a later choice can find and replace it.
bool install(const QLocale& locale, const QString& name, const QString& folder)
{
    for (auto* old : qApp->findChildren<QTranslator*>(name, Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    auto* translator = new QTranslator(qApp);
    translator->setObjectName(name);
    if (translator->load(locale, name, u"_"_s, folder))
        return QCoreApplication::installTranslator(translator);
    delete translator;
    return false;
}

} // namespace

QStringList availableLanguages()
{
    return { u"en"_s, u"zh_CN"_s };
}

void setLanguage(const QLocale& locale)
{
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (install(locale, u"proofreel"_s, u":/i18n"_s))
        return;
    // Whoever reads any Chinese reads the one that is there. All others get English, whose plural forms are a
    // translation.
    const bool chinese = locale.language() == QLocale::Chinese;
    install(chinese ? QLocale(u"zh_CN"_s) : QLocale(u"en"_s), u"proofreel"_s, u":/i18n"_s);
}

} // namespace proofreel
