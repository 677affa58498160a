// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/check_progress.h"

#include "ui/common/elided_label.h"
#include "ui/common/theme.h"
#include "workspace/check_session.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace proofreel {

QString workLeftText(std::optional<qint64> ms)
{
    if (!ms)
        return {};
    const int seconds = int(std::min<qint64>((*ms + 999) / 1000, 1'000'000));
    if (seconds < 120)
        return QCoreApplication::translate("CheckProgress", "%n s left", nullptr, seconds);
    return QCoreApplication::translate("CheckProgress", "%n min left", nullptr, (seconds + 30) / 60);
}

CheckProgress::CheckProgress(CheckSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"checkProgress"_s);
    m_text->setObjectName(u"checkProgressText"_s);
    m_cancel->setObjectName(u"cancelCheck"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(Theme::kSpace / 2);
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(tr("Progress of the check"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace);
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, &session, &CheckSession::cancel);
    connect(&session, &CheckSession::progressChanged, this, &CheckProgress::refresh);
    refresh();
}

void CheckProgress::refresh()
{
    setVisible(m_session.state() == CheckSession::State::Running);
    const CheckSession::Progress progress = m_session.progress();
    QString text = tr("Asking for the renditions…");
    if (progress.total > 0) {
        text =
            m_session.isDeep() ? tr("Decoding %1 of %2 renditions · %3 %") : tr("Checking %1 of %2 renditions · %3 %");
        text = text.arg(std::min(progress.done + 1, progress.total)).arg(progress.total).arg(int(progress.part * 100));
        if (const QString left = workLeftText(progress.msLeft); !left.isEmpty())
            text += u" · "_s + left;
    }
    m_text->setText(text);
    m_bar->setValue(int(progress.part * 1000));
}

} // namespace proofreel
