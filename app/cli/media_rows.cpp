// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/media_rows.h"

#include "cli/command.h"
#include "cli/seen_recently.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

constexpr int kMaxEmptyPages = 50; // in succession, before we believe that no more will come
constexpr int kEmptyPagesAtEnd = 3; // of a search whose tokens do not end

QJsonObject rowOf(const MediaBasicInfo& media)
{
    QJsonObject row {
        { u"MediaId"_s, media.mediaId },
        { u"Title"_s, media.title },
        { u"MediaType"_s, media.mediaType },
        { u"Status"_s, media.status },
        { u"CoverURL"_s, media.coverUrl },
        { u"CreateTime"_s, media.createTime.isValid() ? media.createTime.toString(Qt::ISODate) : QString() },
    };
    // Absent is null, so that every row has the same keys.
    row.insert(u"CateId"_s, media.cateId ? QJsonValue(*media.cateId) : QJsonValue());
    row.insert(u"Duration"_s, media.duration ? QJsonValue(*media.duration) : QJsonValue());
    return row;
}

Error notComplete(const MediaPage& page, const QString& why)
{
    return { .kind = ErrorKind::Protocol,
        .message = why,
        .advice = Cli::tr("Try again. If it happens again, give the RequestId to Alibaba Cloud's support."),
        .requestId = page.info.requestId,
        .host = page.info.host };
}

class Walk {
public:
    Walk(const MediaPages& pages, RowWriter& writer)
        : m_pages(pages)
        , m_writer(writer)
        , m_size(int(std::min<qint64>(pages.pageSize, pages.limit)))
        , m_left(pages.limit)
    {
    }

    int run()
    {
        ask({});
        while (m_call) {
            Result<MediaPage> page = m_call->wait();
            m_call.reset();
            if (!page)
                return report(page.error());
            const auto loop = examine(*page);
            if (!loop && m_left > m_fresh.size() && !atEnd(*page))
                ask(page->nextToken);
            write(*page);
            if (!m_writer.flush())
                return m_writer.failure();
            if (loop)
                return report(*loop);
        }
        return Done;
    }

private:
    void ask(const QString& token)
    {
        ++m_page;
        m_asked = token;
        m_call.emplace([&](QObject* context, MediaPages::Done done) {
            return m_pages.ask(token, m_page, m_size, context, std::move(done));
        });
    }

    //! Finds the rows that are new, and whether the service leads round in circles.
    std::optional<Error> examine(const MediaPage& page)
    {
        m_fresh.clear();
        QString all;
        for (qsizetype i = 0; i < page.medias.size(); ++i) {
            const QString& id = page.medias.at(i).mediaId;
            all += id + u'\n';
            if (id.isEmpty() || !m_rowsSeen.add(id))
                m_fresh << i;
        }
        m_found += m_fresh.size();
        m_emptyPages = page.medias.isEmpty() ? m_emptyPages + 1 : 0;
        if (m_emptyPages > kMaxEmptyPages)
            return notComplete(page, Cli::tr("The service sends empty pages without end; the list is not complete."));
        const bool samePage = !page.medias.isEmpty() && m_pagesSeen.add(all) && !isComplete(page);
        const bool samePlace = m_pages.tokenIsPlace && !page.nextToken.isEmpty() && m_tokensSeen.add(page.nextToken);
        if (samePage || samePlace)
            return notComplete(page, Cli::tr("The service repeats the same page; the list is not complete."));
        return std::nullopt;
    }

    [[nodiscard]] bool isComplete(const MediaPage& page) const
    {
        return page.totalCount && m_found >= *page.totalCount;
    }

    [[nodiscard]] bool atEnd(const MediaPage& page) const
    {
        if (m_pages.tokenIsPlace)
            return page.nextToken.isEmpty();
        if (isComplete(page) && m_fresh.isEmpty())
            return true;
        return page.medias.isEmpty()
            && (page.nextToken.isEmpty() || page.nextToken == m_asked || m_emptyPages >= kEmptyPagesAtEnd);
    }

    void write(const MediaPage& page)
    {
        for (const qsizetype index : std::as_const(m_fresh)) {
            if (m_left-- <= 0)
                return;
            m_writer.write(rowOf(page.medias.at(index)));
        }
    }

    const MediaPages& m_pages;
    RowWriter& m_writer;
    const int m_size; // the same for all pages: they are also counted
    qint64 m_left;
    int m_page = 0;
    QString m_asked;
    qint64 m_found = 0; // different assets
    int m_emptyPages = 0;
    QList<qsizetype> m_fresh; // rows of the page at hand
    SeenRecently m_rowsSeen, m_pagesSeen, m_tokensSeen;
    std::optional<Pending<MediaPage>> m_call;
};

} // namespace

int printMedias(const MediaPages& pages, const std::string& format)
{
    RowWriter writer(RowWriter::formatFrom(format),
        { { u"MediaId"_s, 32 }, { u"Title"_s, 36 }, { u"MediaType"_s, 9 }, { u"Status"_s, 11 }, { u"CateId"_s, -8 },
            { u"Duration"_s, -10 }, { u"CreateTime"_s, 25 }, { u"CoverURL"_s, 0 } });
    return Walk(pages, writer).run();
}

} // namespace proofreel::cli
