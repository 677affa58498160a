// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accounts/account_test_view.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QLabel* makeText(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AccountTestView::AccountTestView(Http& http, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_http(http)
    , m_clock(clock)
    , m_test(new QPushButton(tr("Test &connection"), this))
    , m_cancel(new QPushButton(tr("Stop"), this))
    , m_progress(new QProgressBar(this))
    , m_icon(new QLabel(this))
    , m_text(makeText(this, u"accountTestText"_s))
    , m_advice(makeText(this, u"accountTestAdvice"_s))
    , m_copy(new QToolButton(this))
{
    m_test->setObjectName(u"accountTest"_s);
    m_test->setToolTip(tr("Asks the service for one asset and its play info. Nothing is changed there."));
    m_cancel->setObjectName(u"accountTestCancel"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_copy->setObjectName(u"accountTestCopy"_s);
    m_copy->setText(tr("Copy details"));
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setIconSize({ fontMetrics().height(), fontMetrics().height() });
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    QPalette faint = m_advice->palette();
    faint.setColor(QPalette::WindowText, Theme::color(Theme::Tone::Secondary));
    m_advice->setPalette(faint);
    m_advice->setFont(scaled(font(), kSecondarySize));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::kSpace);
    buttons->addWidget(m_test);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_advice);
    words->addWidget(m_copy, 0, Qt::AlignLeft);
    auto* result = new QHBoxLayout;
    result->setSpacing(Theme::kSpace);
    result->addWidget(m_icon, 0, Qt::AlignTop);
    result->addLayout(words, 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Theme::kSpace);
    rows->addLayout(buttons);
    rows->addLayout(result);

    connect(m_test, &QPushButton::clicked, this, &AccountTestView::requested);
    connect(m_cancel, &QPushButton::clicked, this, &AccountTestView::cancel);
    connect(m_copy, &QToolButton::clicked, this, [this] { copyToClipboard(m_details, m_copy); });
    clear();
}

void AccountTestView::start(const ImsAccount& account)
{
    clear();
    setRunning(true);
    m_text->setText(tr("Asking %1…").arg(account.endpoint.authority()));
    m_text->show();
    m_call = testAccount(m_http, m_clock, account, this, [this](const Result<AccountTestReport>& report) {
        setRunning(false);
        if (report)
            showReport(*report);
        else
            showFailure(report.error());
    });
}

void AccountTestView::clear()
{
    m_call.abort();
    setRunning(false);
    m_details.clear();
    for (QWidget* part : std::initializer_list<QWidget*> { m_icon, m_text, m_advice, m_copy })
        part->hide();
}

void AccountTestView::cancel()
{
    clear();
    m_text->setText(tr("Stopped."));
    m_text->show();
    m_test->setFocus();
}

void AccountTestView::setRunning(bool running)
{
    m_test->setEnabled(!running);
    m_cancel->setVisible(running);
    m_progress->setVisible(running);
}

void AccountTestView::showReport(const AccountTestReport& report)
{
    const QLocale locale;
    QStringList notes;
    if (report.clockOffsetMs != 0)
        notes << tr("This PC's clock is off by %1 s. Proofreel allows for that.")
                     .arg(locale.toString(qAbs(report.clockOffsetMs) / 1000));
    if (report.works()) {
        m_details = tr("RequestId: %1").arg(report.requestId);
        notes << m_details;
        const QString assets = report.assetCount ? tr("%n asset(s) in the library", nullptr, int(*report.assetCount))
                                                 : tr("The library can be listed");
        present(u"check"_s, Theme::Tone::Pass,
            tr("It works. %1, answered in %2 ms.").arg(assets, locale.toString(report.elapsedMs)), notes.join(u'\n'));
        return;
    }
    const Error& error = report.playInfo ? *report.playInfo : *report.listing;
    QString text;
    if (report.playInfo && report.listing)
        text = tr("The key is good, but it may neither list the library nor get play info.");
    else if (report.playInfo)
        text = tr("The library can be listed, but GetPlayInfo failed: nothing will play.");
    else
        text = tr(
            "GetPlayInfo works, but the library cannot be listed. You can still open assets by MediaId or InputURL.");
    notes << error.message << error.advice;
    notes.removeAll(QString());
    m_details = error.details();
    present(u"warning"_s, Theme::Tone::Warning, text, notes.join(u'\n'));
}

void AccountTestView::showFailure(const Error& error)
{
    QStringList facts;
    if (!error.code.isEmpty())
        facts << error.code;
    if (error.httpStatus != 0)
        facts << tr("HTTP %1").arg(error.httpStatus);
    if (!error.requestId.isEmpty())
        facts << tr("RequestId %1").arg(error.requestId);
    QStringList notes { error.advice, facts.join(u" · "_s) };
    notes.removeAll(QString());
    m_details = error.details();
    present(u"error"_s, Theme::Tone::Failure, error.message, notes.join(u'\n'));
}

void AccountTestView::present(const QString& iconName, Theme::Tone tone, const QString& text, const QString& advice)
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon(iconName, tone).pixmap(side, side));
    m_icon->show();
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_text->show();
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_copy->setVisible(!m_details.isEmpty());
    Q_EMIT answered();
}

} // namespace proofreel
