// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window_menu.h"

#include "ui/common/icons.h"
#include "ui/window_layout.h"
#include "workspace/language.h"

#include <QActionGroup>
#include <QLocale>
#include <QMetaEnum>
#include <QSettings>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kLanguageKey = "ui/language"_L1;

} // namespace

QString chosenLanguage(const QSettings& settings)
{
    return settings.value(kLanguageKey).toString();
}

WindowMenu::WindowMenu(Theme& theme, QSettings& settings, QWidget* parent)
    : QMenu(parent)
{
    setObjectName(u"windowMenu"_s);
    const auto add = [this](const QString& name, const QString& text, auto signal) {
        QAction* action = addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, signal);
        return action;
    };
    add(u"menuAddAccount"_s, tr("Add account…"), &WindowMenu::addAccountRequested)->setIcon(proofreel::icon(u"add"_s));
    add(u"menuDemo"_s, tr("Open the demo"), &WindowMenu::demoRequested)->setIcon(proofreel::icon(u"play"_s));
    addSeparator();
    m_panels = addMenu(tr("Panels"));
    addThemes(theme);
    addLanguages(settings);
    addSeparator();
    m_keys = add(u"menuKeys"_s, tr("Keyboard"), &WindowMenu::keysRequested);
    m_keys->setIcon(proofreel::icon(u"keyboard"_s));
    m_keys->setShortcut(Qt::Key_Question);
    add(u"menuAbout"_s, tr("About Proofreel"), &WindowMenu::aboutRequested)->setIcon(proofreel::icon(u"info"_s));
    m_quit = add(u"menuQuit"_s, tr("Quit"), &WindowMenu::quitRequested);
    m_quit->setShortcut(QKeySequence::Quit);
}

void WindowMenu::addOpening(const QList<QAction*>& actions)
{
    QAction* top = this->actions().constFirst();
    insertActions(top, actions);
    insertSeparator(top);
}

void WindowMenu::addLayout(WindowLayout& layout)
{
    m_panels->addActions({ layout.libraryAction(), layout.streamsAction(), layout.detailsAction() });
    m_panels->addSeparator();
    connect(m_panels->addAction(tr("Reset layout")), &QAction::triggered, &layout, &WindowLayout::reset);
}

void WindowMenu::addThemes(Theme& theme)
{
    auto* menu = addMenu(tr("Theme"));
    auto* group = new QActionGroup(menu);
    const std::pair<Theme::Scheme, QString> schemes[] { { Theme::Scheme::System, tr("Like the system") },
        { Theme::Scheme::Light, tr("Light") }, { Theme::Scheme::Dark, tr("Dark") } };
    for (const auto& [scheme, text] : schemes) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setObjectName(
            u"theme%1"_s.arg(QString::fromLatin1(QMetaEnum::fromType<Theme::Scheme>().valueToKey(int(scheme)))));
        action->setCheckable(true);
        action->setChecked(theme.scheme() == scheme);
        connect(action, &QAction::triggered, &theme, [&theme, scheme = scheme] { theme.setScheme(scheme); });
    }
}

void WindowMenu::addLanguages(QSettings& settings)
{
    auto* menu = addMenu(tr("Language"));
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& locale, const QString& text) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(chosenLanguage(settings) == locale);
        connect(action, &QAction::triggered, this, [this, &settings, locale] {
            settings.setValue(kLanguageKey, locale);
            Q_EMIT languageChanged();
        });
    };
    add({}, tr("Like the system"));
    for (const QString& name : availableLanguages())
        add(name, QLocale(name).nativeLanguageName());
}

} // namespace proofreel
