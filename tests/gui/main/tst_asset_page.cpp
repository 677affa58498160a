// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/asset_details.h"
#include "ui/player/picture_view.h"
#include "ui/player/player_stage.h"
#include "ui/streams/details_panel.h"
#include "ui/streams/value_row.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! What the window shows of an asset beside its streams: its files, and itself if it is a picture.
class TestAssetPage final : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] AssetDetails& details() const { return m_fixture->workspace().details(); }
    [[nodiscard]] QWidget* openFilesTab() const
    {
        auto* panel = m_fixture->find<DetailsPanel>(u"detailsPanel"_s);
        auto* files = m_fixture->find<QWidget>(u"filesView"_s);
        m_fixture->find<QDockWidget>(u"detailsDock"_s)->show(); // a small screen begins without it
        panel->setCurrentWidget(files);
        return files;
    }
    [[nodiscard]] static QStringList headings(const QWidget* files)
    {
        QStringList texts;
        const QList<QLabel*> labels = files->findChildren<QLabel*>();
        for (const QLabel* label : labels)
            texts.append(label->text());
        return texts;
    }
    [[nodiscard]] static QString valueOf(const QWidget* files, const QString& name)
    {
        const auto* row = files->findChild<ValueRow*>(u"value_"_s + name);
        return row ? row->value() : QString();
    }
    [[nodiscard]] qsizetype asked() const { return m_fixture->server().requestLog().filter(u"GetMediaInfo"_s).size(); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void filesComeWhenTheyAreLookedAt()
    {
        QVERIFY(m_fixture->openAsset(u"City night drive"_s));
        QCOMPARE(details().state(), AssetDetails::State::Empty);
        QCOMPARE(asked(), 0);
        const QWidget* files = openFilesTab();
        QTRY_COMPARE(details().state(), AssetDetails::State::Ready);
        QCOMPARE(valueOf(files, u"Title"_s), u"City night drive"_s);
        QVERIFY(!valueOf(files, u"FileSize"_s).isEmpty());
        QVERIFY(headings(files).filter(u"Source file"_s).size() == 1);
        QVERIFY(headings(files).filter(u"Video stream"_s).size() >= 1);
        QVERIFY(details().details().files.size() > 2); // its renditions stand beside the source
        QVERIFY(headings(files).filter(u"File"_s).size() >= 2);
        // A signed address is shown without what makes it a key.
        QVERIFY(!valueOf(files, u"FileUrl"_s).contains(u"Signature"_s + u'=' + u"A"_s));

        QVERIFY(m_fixture->openAsset(u"Harbour at dawn"_s)); // the tab is open: asked at once
        QTRY_COMPARE(valueOf(files, u"Title"_s), u"Harbour at dawn"_s);
        QCOMPARE(asked(), 2);
    }

    void filesThatDoNotCome()
    {
        QVERIFY(m_fixture->openAsset(u"City night drive"_s));
        sandbox::Faults faults;
        faults.forbidden = true;
        m_fixture->setFaults(faults);
        const QWidget* files = openFilesTab();
        QTRY_COMPARE(details().state(), AssetDetails::State::Failed);
        auto* again = files->findChild<QAbstractButton*>(u"stateAction"_s);
        QVERIFY(again && again->isVisible());
        m_fixture->setFaults({});
        again->click();
        QTRY_COMPARE(valueOf(files, u"Title"_s), u"City night drive"_s);
    }

    void aPictureShowsItself()
    {
        QVERIFY(m_fixture->openAsset(u"Tea festival poster"_s));
        auto* stage = m_fixture->find<PlayerStage>(u"playerStage"_s);
        QTRY_COMPARE(stage->view(), PlayerStage::View::Picture);
        const QImage image = stage->picture->picture();
        QVERIFY(!image.isNull());
        QVERIFY(image.width() >= 640); // the file itself, not its cover
        QVERIFY(m_fixture->openAsset(u"City night drive"_s));
        QTRY_VERIFY(stage->view() != PlayerStage::View::Picture);
        QVERIFY(stage->picture->picture().isNull());
    }

    void aTextSaysThatItIsNone()
    {
        QVERIFY(m_fixture->openAsset(u"City night drive, subtitles"_s));
        auto* stage = m_fixture->find<PlayerStage>(u"playerStage"_s);
        const auto* title = stage->findChild<QLabel*>(u"stateTitle"_s);
        QTRY_VERIFY(title->text().contains(u"text"_s));
        QVERIFY(m_fixture->openAsset(u"City night drive"_s));
        QTRY_VERIFY(!title->text().contains(u"text"_s));
    }
};

QTEST_MAIN(TestAssetPage)
#include "tst_asset_page.moc"
