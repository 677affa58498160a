// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../integration/quality/batch_fixture.h"
#include "streams/asset_session.h"
#include "ui/quality/findings_view.h"
#include "ui/quality/reference_menu.h"
#include "workspace/check_session.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <mutex>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

//! What a person chooses of a check: the reference, and private hosts that may be asked.
class TestCheckChoices final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;

    [[nodiscard]] static QStringList checkedOf(ReferenceMenu& menu)
    {
        Q_EMIT menu.aboutToShow();
        QStringList names;
        const QList<QAction*> actions = menu.actions();
        for (const QAction* action : actions) {
            if (action->isChecked())
                names << action->objectName();
        }
        return names;
    }
    static void choose(ReferenceMenu& menu, const QString& name)
    {
        Q_EMIT menu.aboutToShow();
        auto* action = menu.findChild<QAction*>(name);
        QVERIFY2(action, qPrintable(name));
        action->trigger();
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_settings->clear();
    }

    void theReferenceIsRemembered()
    {
        QFile file(m_folder.filePath(u"master.mp4"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        {
            ReferenceMenu menu(*m_settings, nullptr);
            QCOMPARE(menu.reference().kind, Reference::Kind::None);
            QCOMPARE(checkedOf(menu), QStringList { u"reference_none"_s });
            QSignalSpy changed(&menu, &ReferenceMenu::referenceChanged);
            choose(menu, u"reference_original"_s);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(menu.reference().kind, Reference::Kind::Original);
            choose(menu, u"reference_source"_s);
            QCOMPARE(checkedOf(menu), QStringList { u"reference_source"_s });
        }
        ReferenceMenu again(*m_settings, nullptr);
        QCOMPARE(again.reference().kind, Reference::Kind::Source);
        m_settings->setValue(u"check/reference"_s, file.fileName());
        QCOMPARE(ReferenceMenu(*m_settings, nullptr).reference().location, QUrl::fromLocalFile(file.fileName()));
        QVERIFY(file.remove()); // its disk may come back
        ReferenceMenu gone(*m_settings, nullptr);
        QCOMPARE(gone.reference().location, QUrl::fromLocalFile(file.fileName()));
        QCOMPARE(checkedOf(gone), QStringList { u"reference_file"_s });
        m_settings->setValue(u"check/reference"_s, u"what is this"_s);
        QCOMPARE(ReferenceMenu(*m_settings, nullptr).reference().kind, Reference::Kind::None);
    }

    void aPrivateHostIsAskedForFirst()
    {
        sandbox::Server server(sandbox::Options { .assets = 40 });
        QVERIFY(!server.start());
        BatchFixture fixture(server);
        std::mutex mutex;
        QStringList contacted; // asset and host
        AssetCheck check(fixture.client, fixture.pool,
            [&](const QString& id, const StreamKey& key, const PlayInfo& info, const MeasureOptions& options,
                const std::stop_token&, const std::function<void(double)>&) {
                StreamSheet sheet { .key = key.toString(), .label = u"HD m3u8"_s, .info = info };
                sheet.container = MediaFacts {};
                sheet.hls = HlsFacts {};
                for (const QString& host : { u"10.0.0.5"_s, u"10.0.0.6"_s }) {
                    if (options.allowPrivateHosts.allows(QUrl(u"http://%1/a.ts"_s.arg(host)))) {
                        const std::scoped_lock lock(mutex);
                        contacted << id.right(4) + u' ' + host;
                    } else {
                        sheet.hls->refused = u"It points to %1."_s.arg(host);
                        sheet.hls->refusedHost = host;
                        break;
                    }
                }
                return sheet;
            });
        AssetSession asset(fixture.client, fixture.clock);
        PolicyChoice policy(*m_settings);
        CheckSession session(asset, check, policy, fixture.clock);
        FindingsView view(session);
        connect(&view, &FindingsView::hostAllowed, &session, [&session](const QString& host) {
            session.allowHost(host);
            session.start(session.isDeep());
        });
        view.resize(420, 500);
        view.show();
        const auto* strip = view.findChild<QWidget*>(u"privateHostStrip"_s);
        const auto button = [strip]() -> QAbstractButton* {
            const QList<QAbstractButton*> buttons = strip->findChildren<QAbstractButton*>();
            for (QAbstractButton* one : buttons) {
                if (one->text().contains(u"10.0.0."_s))
                    return one;
            }
            return nullptr;
        };
        const auto run = [&] {
            return QTest::qWaitFor([&] { return session.state() == CheckSession::State::Checked; }, 20'000);
        };
        const QString city = u"86434e152b7d4f20be480574439fe001"_s, harbour = u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s;
        asset.open({ .mediaId = city });
        QTRY_COMPARE(asset.state(), AssetSession::State::Ready);
        QVERIFY(strip->isHidden());
        session.start(false);
        QVERIFY(run());
        QVERIFY(contacted.isEmpty());
        QVERIFY(strip->isVisible());
        QVERIFY(button() && button()->text().contains(u"10.0.0.5"_s)); // says who will be contacted
        button()->click();
        QVERIFY(run());
        QCOMPARE(session.refusedHosts(), QStringList { u"10.0.0.6"_s }); // the next one is asked for by itself
        contacted.removeDuplicates();
        QCOMPARE(contacted, QStringList { u"e001 10.0.0.5"_s });
        QVERIFY(button() && button()->text().contains(u"10.0.0.6"_s));
        button()->click();
        QVERIFY(run());
        QVERIFY(session.refusedHosts().isEmpty());
        QVERIFY(strip->isHidden());
        // Another asset is another question.
        contacted.clear();
        asset.open({ .mediaId = harbour });
        QTRY_COMPARE(session.state(), CheckSession::State::NotChecked);
        session.start(false);
        QVERIFY(run());
        QVERIFY(contacted.isEmpty());
        QVERIFY(strip->isVisible());
    }
};

QTEST_MAIN(TestCheckChoices)
#include "tst_check_choices.moc"
