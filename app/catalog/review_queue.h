// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/queue_table.h"
#include "core/call.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>

namespace proofreel {

class LocalStore;

//! Titles of some assets, and those that the service does not know.
struct QueueTitles {
    QHash<QString, QString> titles; //!< by MediaId
    QStringList unknown; //!< MediaIds
};

//! The assets that a reviewer works through: which one is open, which are done, which failed and why. Every change is
//! written at once, so that it survives the end of the program at any moment. At most 10,000 entries. GUI thread.
class ReviewQueue final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewQueue)
public:
    enum class Shown { Waiting, Current, Done, Failed }; //!< Current: open, and neither done nor failed
    enum Role {
        IdRole = Qt::UserRole, //!< what next() and the like call it: the MediaId, or the address without its query
        TitleRole, //!< may be empty
        StateRole, //!< int(Shown)
        ReasonRole, //!< why it failed; translated
        CurrentRole, //!< bool: this one is open, whatever its state
    };
    struct Counts {
        int waiting = 0; //!< including the current one
        int done = 0;
        int failed = 0;
    };
    static constexpr qsizetype kMost = 10'000;

    //! Asks for at most 100 titles, as BatchGetMediaInfos does.
    using LookUp = std::function<CallHandle(
        const QStringList& mediaIds, QObject* context, std::function<void(Result<QueueTitles>)> callback)>;

    explicit ReviewQueue(LocalStore& store, QObject* parent = nullptr);
    ~ReviewQueue() override;

    void setAccount(const QString& account); //!< loads its entries; empty: none
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    //! Where titles come from; null: from nowhere. Asked 100 at a time, one request at a time.
    void setLookUp(LookUp lookUp);

    //! At the end, without those that are there. Returns how many are new. Before isLoaded() they are added once it is.
    int add(const QList<OpenTarget>& targets);
    bool next(); //!< the next waiting entry after the current one, else the first waiting; false: none
    bool previous(); //!< the entry before the current one, whatever its state; false: none
    bool setCurrent(const QString& id); //!< false: no such entry; before isLoaded() it is done once it is
    void markDone(const QString& id);
    void markFailed(const QString& id, const QString& reason);
    void markWaiting(const QString& id); //!< takes back either
    void setTitle(const QString& id, const QString& title);
    void remove(const QString& id); //!< the current one: none is current then, next() goes on behind it
    QueueContents clear(); //!< what was there, for restore()
    void restore(const QueueContents& contents); //!< what is there is replaced

    [[nodiscard]] QString currentId() const { return m_current; } //!< empty: none
    [[nodiscard]] OpenTarget target(const QString& id) const; //!< the entry must be there
    [[nodiscard]] QStringList mediaIds(const QStringList& ids) const; //!< of those that are assets and not URLs
    [[nodiscard]] int rowOf(const QString& id) const; //!< -1: not in it
    [[nodiscard]] const QueueEntry& at(int row) const { return m_rows.at(row); }
    [[nodiscard]] Counts counts() const { return m_counts; }
    [[nodiscard]] bool isWritten() const { return m_writes == 0; } //!< all changes are on disk, or their failure told

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void loaded();
    void currentChanged(const QString& id); //!< open it; empty: none
    void countsChanged();
    void written(); //!< isWritten() has become true

private:
    void show(const QueueContents& contents);
    void mark(const QString& id, QueueEntry::State state, const QString& reason);
    void moveTo(int row);
    void changed(int row);
    void indexRows();
    void count();
    void write(std::function<Result<void>(LocalDb&)> change);
    void askTitles();
    void titlesCame(const QStringList& asked, const Result<QueueTitles>& answer);

    LocalStore& m_store;
    QString m_account;
    QList<QueueEntry> m_rows;
    QHash<QString, int> m_rowOf;
    QString m_current;
    int m_goOnAt = 0; //!< row after which next() looks while nothing is current
    QList<OpenTarget> m_early; //!< added before the entries were here
    QString m_earlyCurrent;
    Counts m_counts;
    LookUp m_lookUp;
    CallHandle m_load;
    CallHandle m_titles;
    QSet<QString> m_asked; //!< MediaIds whose titles came, also empty ones
    bool m_asking = false;
    bool m_loaded = false;
    int m_writes = 0; //!< under way
};

} // namespace proofreel
