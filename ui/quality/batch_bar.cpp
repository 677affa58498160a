// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/batch_bar.h"

#include "ui/common/elided_label.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/quality/check_progress.h"
#include "workspace/batch_desk.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

using State = BatchDesk::State;

BatchBar::BatchBar(BatchDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_pause(new QPushButton(icon(u"pause"_s), tr("Pause"), this))
    , m_resume(new QPushButton(icon(u"play"_s), tr("Go on"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"batchBar"_s);
    m_text->setObjectName(u"batchText"_s);
    m_pause->setObjectName(u"batchPause"_s);
    m_resume->setObjectName(u"batchResume"_s);
    m_cancel->setObjectName(u"batchCancel"_s);
    m_cancel->setToolTip(tr("Stop here; what was checked stays, and it can go on later"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(Theme::kSpace / 2);
    m_bar->setMinimumWidth(5 * Theme::kSpace);
    m_bar->setAccessibleName(tr("Progress of the batch"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace);
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    for (QPushButton* button : { m_pause, m_resume, m_cancel }) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &BatchBar::refresh);
    connect(m_pause, &QPushButton::clicked, &desk, &BatchDesk::pause);
    connect(m_resume, &QPushButton::clicked, &desk, &BatchDesk::resume);
    connect(m_cancel, &QPushButton::clicked, &desk, &BatchDesk::cancel);
    connect(&desk, &BatchDesk::stateChanged, this, &BatchBar::refresh);
    connect(&desk, &BatchDesk::progressChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    refresh();
}

QString BatchBar::text() const
{
    const QLocale locale;
    const BatchProgress progress = m_desk.progress();
    if (m_desk.state() == State::Opening)
        return tr("Reading the journal…");
    QStringList parts;
    if (m_desk.state() == State::Remembered)
        parts.append(tr("%n assets, not finished", nullptr, int(progress.planned)));
    else
        parts.append(tr("%1 of %2 assets").arg(locale.toString(progress.done), locale.toString(progress.planned)));
    if (m_desk.state() == State::Paused)
        parts.append(m_desk.model().count(BatchModel::Kind::Checking) > 0 ? tr("pausing…") : tr("paused"));
    else if (m_desk.state() == State::Stopped)
        parts.append(tr("stopped"));
    if (m_desk.state() == State::Running && progress.assetsPerSecond > 0) {
        //: assets
        parts.append(tr("%1 a second").arg(locale.toString(progress.assetsPerSecond, 'f', 1)));
        if (progress.secondsLeft.value_or(0) > 0) // the last one may take longer than all others did
            parts.append(workLeftText(*progress.secondsLeft * 1000));
    }
    return parts.join(u" · "_s);
}

void BatchBar::refresh()
{
    const State state = m_desk.state();
    setVisible(m_desk.isUnfinished());
    m_text->setText(text());
    m_bar->setRange(0, std::max(1, int(m_desk.progress().planned)));
    m_bar->setValue(int(m_desk.progress().done));
    m_pause->setVisible(state == State::Running);
    m_resume->setVisible(state == State::Paused || state == State::Stopped || state == State::Remembered);
    m_cancel->setVisible(state == State::Running || state == State::Paused);
}

} // namespace proofreel
