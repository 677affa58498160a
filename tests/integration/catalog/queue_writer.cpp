// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Works through a review queue as fast as it can until it is killed, and says on stdout what is written for certain:
// "ready", then "<entries added> <entries done>" each time.

#include "catalog/local_store.h"
#include "catalog/review_queue.h"

#include <QCoreApplication>

#include <cstdio>

using namespace proofreel;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    LocalStore store(QString::fromLocal8Bit(argv[1]));
    ReviewQueue queue(store);
    const auto step = [&queue] {
        const int size = queue.rowCount();
        if (size < ReviewQueue::kMost) {
            const QString id = u"86434e152b7d4f20be48%1"_s.arg(size, 12, 10, QChar(u'0'));
            queue.add({ PlayInfoQuery { .mediaId = id, .inputUrl = {}, .authTimeout = {} } });
        }
        // Killed between the two, the run before has left one open that is not done.
        const int open = queue.rowOf(queue.currentId());
        const bool goesOn = open >= 0 && queue.at(open).state == QueueEntry::State::Waiting;
        if (size % 2 == 1 && (goesOn || queue.next()))
            queue.markDone(queue.currentId());
    };
    QObject::connect(&queue, &ReviewQueue::written, &queue, [&queue, step] {
        std::printf("%d %d\n", queue.rowCount(), queue.counts().done);
        std::fflush(stdout);
        step();
    });
    QObject::connect(&queue, &ReviewQueue::loaded, &queue, [step] {
        std::printf("ready\n");
        std::fflush(stdout);
        step();
    });
    queue.setAccount(u"account-1"_s);
    return QCoreApplication::exec();
}
