// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzz.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

//! Runs a fuzz target on its corpus, and on cuts, flips and splices of it that are the same in every run.
class Replay final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void corpus_data();
    void corpus();

private:
    static void run(const QByteArray& input)
    {
        LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.constData()), static_cast<size_t>(input.size()));
    }
};

void Replay::corpus_data()
{
    QTest::addColumn<QByteArray>("input");
    const auto files = QDir(QStringLiteral(FUZZ_CORPUS)).entryInfoList(QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo& info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(info.fileName())) << file.readAll();
    }
}

void Replay::corpus()
{
    QFETCH(const QByteArray, input);
    run(input);
    run({});
    QRandomGenerator random(4711);
    for (int i = 0; i < 300; ++i) {
        QByteArray changed = input;
        for (int flips = random.bounded(1, 6); flips > 0 && !changed.isEmpty(); --flips) {
            const auto at = random.bounded(static_cast<int>(changed.size()));
            switch (random.bounded(4)) {
            case 0:
                changed[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                changed.truncate(at);
                break;
            case 2:
                changed.insert(at, input.mid(random.bounded(static_cast<int>(input.size()) + 1), 40));
                break;
            default:
                changed.remove(at, random.bounded(10));
            }
        }
        run(changed);
    }
}

QTEST_APPLESS_MAIN(Replay)
#include "replay.moc"
