// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../common/clipping.h"
#include "../common/text_look.h"
#include "check_hand.h"
#include "ui/common/elided_label.h"

using namespace proofreel;
using namespace Qt::StringLiterals;

//! No text of the check is cut off without an ellipsis, in English and Chinese, at the usual size and at twice that, in
//! a large window and (usual size) in the smallest one.
class TestCheckTexts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsClipped_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const QString& language : { u"en"_s, u"zh_CN"_s }) {
            for (const auto& [name, scale, size] : { std::tuple("usual", 1.0, QSize(1440, 900)),
                     std::tuple("smallest", 1.0, QSize(1024, 640)), std::tuple("200 %", 2.0, QSize(1920, 1200)) })
                QTest::newRow(qPrintable(language + u' ' + QString::fromLatin1(name))) << scale << size << language;
        }
    }

    void nothingIsClipped()
    {
        QFETCH(const double, scale);
        QFETCH(const QSize, size);
        QFETCH(const QString, language);
        const TextLook look(language, scale);
        CheckHand hand;
        hand.window().resize(size);
        QVERIFY(hand.check(u"Bitrate half of what Size says"_s));
        const auto fits = [&hand](const QWidget* page) {
            (void)QTest::qWaitFor([page] { return clippedTexts(page).isEmpty(); }, 1000);
            return clippedTexts(page);
        };
        for (const char* page : { "checkPanel", "curvesPanel", "batchPanel" }) {
            const auto* shown = hand.show<QWidget>("lowerZone", page);
            QVERIFY(shown);
            QVERIFY2(fits(shown).isEmpty(), qPrintable(fits(shown).join(u'\n')));
        }
        hand.key(Qt::Key_P);
        auto* editor = hand.find<QWidget>("policyEditor");
        QTRY_VERIFY(editor && editor->isVisible());
        auto* views = hand.find<QTabWidget>("policyViews");
        for (int view = 0; view < views->count(); ++view) {
            views->setCurrentIndex(view);
            QVERIFY2(fits(editor).isEmpty(), qPrintable(fits(editor).join(u'\n')));
        }
        for (const char* page : { "ledgerView", "findingsView" }) {
            const auto* shown = hand.show<QWidget>("detailsPanel", page);
            QVERIFY(shown);
            QVERIFY2(fits(shown).isEmpty(), qPrintable(fits(shown).join(u'\n')));
        }
        QVERIFY2(
            fits(hand.find<QWidget>("topBar")).isEmpty(), qPrintable(fits(hand.find<QWidget>("topBar")).join(u'\n')));
        QVERIFY(hand.show<QWidget>("lowerZone", "checkPanel"));
        if (size.width() >= 1440) // the verdict is what one looks for first
            QVERIFY2(!hand.find<ElidedLabel>("checkVerdict")->isElided(),
                qPrintable(hand.find<ElidedLabel>("checkVerdict")->text()));
    }
};

QTEST_MAIN(TestCheckTexts)
#include "tst_check_texts.moc"
