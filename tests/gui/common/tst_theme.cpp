// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/palette.h"
#include "ui/common/style_sheet.h"
#include "ui/common/system_scheme.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QDBusVariant>
#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor& color)
{
    const auto channel = [](float value) {
        return value <= 0.03928F ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

} // namespace

class TestTheme final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textKeepsItsContrast_data()
    {
        using Tone = Theme::Tone;
        QTest::addColumn<Theme::Tone>("tone");
        QTest::addColumn<bool>("dark");
        for (const bool dark : { false, true }) {
            for (const auto tone :
                { Tone::Text, Tone::Secondary, Tone::Accent, Tone::Pass, Tone::Warning, Tone::Failure, Tone::Neutral })
                QTest::addRow("%s %d", dark ? "dark" : "light", int(tone)) << tone << dark;
        }
    }

    void textKeepsItsContrast()
    {
        QFETCH(const Theme::Tone, tone);
        QFETCH(const bool, dark);
        const QPalette palette = paletteFor(dark);
        const QColor color = toneColor(tone, dark);
        for (const auto ground : { palette.color(QPalette::Base), toneColor(Theme::Tone::Sunken, dark),
                 toneColor(Theme::Tone::Raised, dark) })
            QVERIFY2(contrast(color, ground) >= 4.5, qPrintable(color.name() + u" on "_s + ground.name()));
    }

    void buttonsAndSelectionKeepTheirContrast()
    {
        for (const bool dark : { false, true }) {
            QCOMPARE_GE(contrast(Qt::white, primaryFill(dark)), 4.5);
            const QPalette palette = paletteFor(dark);
            QCOMPARE_GE(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)), 4.5);
            QCOMPARE_GE(contrast(toneColor(Theme::Tone::Secondary, dark), palette.color(QPalette::Highlight)), 3.0);
        }
    }

    void styleSheetHasNoUnfilledColour()
    {
        for (const bool dark : { false, true })
            QVERIFY2(!styleSheetFor(dark).contains(u'@'), qPrintable(styleSheetFor(dark)));
    }

    void schemeIsRememberedAndChangesLive()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        {
            Theme theme(*qApp, settings);
            QSignalSpy changed(&theme, &Theme::changed);
            theme.setScheme(Theme::Scheme::Dark);
            QVERIFY(theme.isDark());
            const QColor dark = Theme::color(Theme::Tone::Text);
            theme.setScheme(Theme::Scheme::Light);
            QVERIFY(!theme.isDark());
            QCOMPARE(changed.size(), 2);
            QVERIFY(dark != Theme::color(Theme::Tone::Text));
            theme.setScheme(Theme::Scheme::Dark);
        }
        Theme again(*qApp, settings);
        QCOMPARE(again.scheme(), Theme::Scheme::Dark);
        QVERIFY(again.isDark());
    }

    void nonsenseInSettingsMeansSystem()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        settings.setValue(u"theme/scheme"_s, u"Plaid"_s);
        QCOMPARE(Theme(*qApp, settings).scheme(), Theme::Scheme::System);
    }

    void portalAnswers_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<int>("expected"); // -1: no preference
        const auto wrapped = [](const QVariant& value) { return QVariant::fromValue(QDBusVariant(value)); };
        QTest::newRow("dark") << QVariant(1U) << 1;
        QTest::newRow("light") << QVariant(2U) << 0;
        QTest::newRow("none") << QVariant(0U) << -1;
        QTest::newRow("nested dark") << wrapped(wrapped(1U)) << 1;
        QTest::newRow("later number") << QVariant(17U) << -1;
        QTest::newRow("text") << QVariant(u"dark"_s) << -1;
    }

    void portalAnswers()
    {
        QFETCH(const QVariant, value);
        QFETCH(const int, expected);
        const auto dark = SystemScheme::fromPortal(value);
        QCOMPARE(dark ? int(*dark) : -1, expected);
    }

    void gtkTheme()
    {
        QCOMPARE(SystemScheme::fromGtkTheme({}), std::nullopt);
        QCOMPARE(SystemScheme::fromGtkTheme(u"Adwaita:dark"_s), std::optional(true));
        QCOMPARE(SystemScheme::fromGtkTheme(u"Yaru-dark"_s), std::optional(true));
        QCOMPARE(SystemScheme::fromGtkTheme(u"Adwaita"_s), std::optional(false));
    }

    void everyIconDraws()
    {
        const auto names = QDir(u":/icons"_s).entryList({ u"*.svg"_s }, QDir::Files);
        QVERIFY2(names.size() > 30, qPrintable(QString::number(names.size())));
        for (QString name : names) {
            const QIcon picture = icon(name.chopped(4));
            QVERIFY(!picture.isNull());
            const QImage image = picture.pixmap(24, 24).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    inked += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
            }
            QVERIFY2(inked >= 8 && inked < 300, qPrintable(name + u' ' + QString::number(inked)));
        }
        QVERIFY(icon(u"no such icon"_s).isNull());
    }

    void iconsFollowTheTheme()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        Theme theme(*qApp, settings);
        const QIcon picture = icon(u"stop"_s); // a filled square
        for (const auto scheme : { Theme::Scheme::Light, Theme::Scheme::Dark }) {
            theme.setScheme(scheme);
            QCOMPARE(
                picture.pixmap(24, 24).toImage().pixelColor(12, 12).name(), Theme::color(Theme::Tone::Text).name());
        }
        const QColor disabled = picture.pixmap(24, 24, QIcon::Disabled).toImage().pixelColor(12, 12);
        QVERIFY(disabled.alpha() < 128 && disabled.alpha() > 0);
    }

    void fontIsAtLeastThirteenPixelsAndGrows()
    {
        QFont small(u"DejaVu Sans"_s);
        small.setPointSizeF(8);
        QCOMPARE(applicationFont(small).pointSizeF(), 9.75);
        QFont large(u"Cantarell"_s);
        large.setPointSizeF(20);
        QCOMPARE(applicationFont(large).pointSizeF(), 20.0);
        QCOMPARE(applicationFont(large).family(), u"Cantarell"_s);
        QCOMPARE(monospace(large).pointSizeF(), 20.0);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
