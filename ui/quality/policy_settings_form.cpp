// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/policy_settings_form.h"

#include "quality/policy_fields.h"
#include "quality/policy_literals.h"
#include "quality/policy_model.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "ui/quality/policy_undo.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QStringList parts(const QString& text)
{
    static const QRegularExpression comma(u"\\s*[,，;；、]\\s*"_s);
    return text.simplified().split(comma, Qt::SkipEmptyParts);
}

QString unitOf(const QString& key)
{
    if (key.endsWith("_lufs"_L1))
        return u"LUFS"_s;
    if (key.endsWith("_dbtp"_L1))
        return u"dBTP"_s;
    if (key.endsWith("_times"_L1))
        return u"×"_s;
    return key.endsWith("_ms"_L1) ? u"ms"_s : u"s"_s;
}

} // namespace

PolicySettingsForm::PolicySettingsForm(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(u"policySettings"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    setWidget(page);
    m_form = new QFormLayout(page);
    m_form->setContentsMargins(Theme::kSpace, Theme::kSpace / 2, Theme::kSpace, Theme::kSpace);
    m_form->setSpacing(Theme::kSpace / 2);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_problem = new QLabel(page);
    m_problem->setObjectName(u"policyValueProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    addTop();
    addHead(tr("Ladder"));
    addLadder();
    addHead(tr("Sound"));
    addNames(tr("Codecs"), u"audio"_s, u"aac, mp3"_s);
    addChannels();
    addNumber(tr("Loudness"), u"audio"_s, u"loudness_lufs"_s);
    addNumber(tr("True peak, at most"), u"audio"_s, u"true_peak_dbtp"_s);
    addHead(tr("Picture"));
    addNames(tr("Codecs"), u"video"_s, u"h264, hevc"_s);
    addNumber(tr("Key frames, at most every"), u"video"_s, u"key_frame_interval_s"_s);
    addHead(tr("Found from this length on"));
    addNumber(tr("Black picture"), u"signal"_s, u"black_ms"_s);
    addNumber(tr("Frozen picture"), u"signal"_s, u"freeze_ms"_s);
    addNumber(tr("Silence"), u"signal"_s, u"silence_ms"_s);
    addHead(tr("Links"));
    addNumber(tr("Live at least"), u"links"_s, u"live_s"_s);
    addHead(tr("Deep check of a rendition may take"));
    addNumber(tr("At least"), u"deep"_s, u"limit_s"_s);
    addNumber(tr("Times its length"), u"deep"_s, u"limit_times"_s);
    addHead(tr("Overrides"));
    m_overrides = new QToolButton(page);
    m_overrides->setObjectName(u"policyOverrides"_s);
    m_overrides->setFocusPolicy(Qt::TabFocus);
    m_overrides->setIcon(icon(u"code"_s, Theme::Tone::Secondary));
    m_overrides->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_overrides->setToolTip(
        tr("Other settings for some media types or tags are edited as TOML; this form keeps them."));
    connect(m_overrides, &QAbstractButton::clicked, this, &PolicySettingsForm::overridesAsked);
    m_form->addRow(m_overrides);
}

void PolicySettingsForm::addHead(const QString& title)
{
    auto* head = new QLabel(title, widget());
    head->setFont(scaled(font(), 1.0, QFont::DemiBold));
    head->setContentsMargins(0, Theme::kSpace, 0, 0);
    m_form->addRow(head);
}

void PolicySettingsForm::addInput(const QString& title, QWidget* input, const QString& tip)
{
    input->setToolTip(plainTip(tip));
    input->setAccessibleName(title);
    input->setMinimumWidth(letterWidth(fontMetrics()) * 8); // else its longest value may be wider than the zone
    m_form->addRow(title, input);
}

void PolicySettingsForm::ask(QWidget* input, const QString& table, const QString& key, const QString& literal)
{
    if (m_filling)
        return;
    m_asked = input;
    Q_EMIT valueAsked(table, key, literal);
}

void PolicySettingsForm::addTop()
{
    auto* name = new QLineEdit(widget());
    name->setObjectName(u"policyName"_s);
    name->setMaxLength(200);
    leaveUndoToEditor(name);
    addInput(tr("Name"), name, tr("How reports call this policy"));
    connect(name, &QLineEdit::editingFinished, this, [this, name] {
        if (name->isModified())
            ask(name, {}, u"name"_s, name->text().isEmpty() ? QString() : tomlText(name->text()));
        name->setModified(false);
    });
    m_fill.append([name](const Policy& policy) { name->setText(policy.name()); });

    auto* failAt = new QComboBox(widget());
    failAt->setObjectName(u"policyFailAt"_s);
    for (const Severity severity : { Severity::Info, Severity::Warning, Severity::Error })
        failAt->addItem(severityText(severity), int(severity));
    addInput(tr("An asset fails from"), failAt, tr("A finding of this severity or above fails the asset"));
    connect(failAt, &QComboBox::currentIndexChanged, this, [this, failAt] {
        ask(failAt, {}, u"fail_at"_s, tomlText(severityName(static_cast<Severity>(failAt->currentData().toInt()))));
    });
    m_fill.append([failAt](const Policy& policy) { failAt->setCurrentIndex(failAt->findData(int(policy.failAt()))); });
}

void PolicySettingsForm::addLadder()
{
    auto* steps = new QLineEdit(widget());
    steps->setObjectName(u"policyLadder"_s);
    steps->setPlaceholderText(tr("Any"));
    leaveUndoToEditor(steps);
    addInput(tr("Expected steps"), steps,
        tr("Steps that must be there, between commas: Definition, Format and HDRType as the service writes them, like:")
            + u"\nHD mp4, SD m3u8, FHD mp4 HDR10"_s);
    connect(steps, &QLineEdit::editingFinished, this, [this, steps] {
        if (steps->isModified())
            ask(steps, u"ladder"_s, u"expected"_s, tomlNames(parts(steps->text())));
    });
    m_fill.append([steps](const Policy& policy) {
        QStringList texts;
        for (const LadderStep& step : policy.base().ladder)
            texts.append(stepText(step));
        steps->setText(texts.join(u", "_s));
    });
}

void PolicySettingsForm::addNames(const QString& title, const QString& table, const QString& example)
{
    auto* names = new QLineEdit(widget());
    names->setObjectName(u"policy_"_s + table + u"_codecs"_s);
    names->setPlaceholderText(tr("Any"));
    leaveUndoToEditor(names);
    addInput(title, names, tr("Those that are allowed, between commas, as FFmpeg calls them, like: %1").arg(example));
    connect(names, &QLineEdit::editingFinished, this, [this, names, table] {
        if (names->isModified())
            ask(names, table, u"codecs"_s, tomlNames(parts(names->text())));
    });
    const auto member = table == "audio"_L1 ? &PolicySettings::audioCodecs : &PolicySettings::videoCodecs;
    m_fill.append([names, member](const Policy& policy) { names->setText((policy.base().*member).join(u", "_s)); });
}

void PolicySettingsForm::addChannels()
{
    auto* channels = new QSpinBox(widget());
    channels->setObjectName(u"policyChannels"_s);
    channels->setRange(0, kMostChannels);
    channels->setSpecialValueText(tr("Any"));
    channels->setKeyboardTracking(false);
    leaveUndoToEditor(channels);
    addInput(tr("Channels"), channels, tr("How many channels sound has; 0: any number"));
    connect(channels, &QSpinBox::valueChanged, this, [this, channels](int value) {
        ask(channels, u"audio"_s, u"channels"_s, value == 0 ? QString() : tomlNumber(value));
    });
    m_fill.append([channels](const Policy& policy) { channels->setValue(policy.base().audioChannels.value_or(0)); });
}

void PolicySettingsForm::addNumber(const QString& title, const QString& table, const QString& key)
{
    for (const PolicyNumber& number : policyNumbers()) {
        if (table != QLatin1StringView(number.table) || key != QLatin1StringView(number.key))
            continue;
        auto* spin = new QDoubleSpinBox(widget());
        spin->setObjectName(u"policy_"_s + key);
        spin->setRange(number.least, number.most);
        spin->setDecimals(number.least == 1 ? 0 : 2);
        spin->setStepType(
            number.least < 0 ? QAbstractSpinBox::DefaultStepType : QAbstractSpinBox::AdaptiveDecimalStepType);
        spin->setSuffix(QChar(0x202f) + unitOf(key));
        spin->setKeyboardTracking(false);
        leaveUndoToEditor(spin);
        const double own = PolicySettings().*number.member / number.factor;
        addInput(title, spin,
            tr("From %1 to %2; by itself %3")
                .arg(toleranceText(number.least, {}), toleranceText(number.most, {}), toleranceText(own, unitOf(key))));
        connect(spin, &QDoubleSpinBox::valueChanged, this,
            [this, spin, table, key](double value) { ask(spin, table, key, tomlNumber(value)); });
        m_fill.append(
            [spin, &number](const Policy& policy) { spin->setValue(policy.base().*number.member / number.factor); });
    }
}

void PolicySettingsForm::show(const Policy& policy, int overrides)
{
    const QScopedValueRollback filling(m_filling, true);
    for (const auto& fill : m_fill)
        fill(policy);
    setProblem(std::nullopt);
    m_overrides->setText(
        overrides == 0 ? tr("None. Add one as TOML") : tr("%n overrides, in TOML", nullptr, overrides));
}

void PolicySettingsForm::setProblem(const std::optional<Error>& problem)
{
    if (m_form->indexOf(m_problem) >= 0)
        delete m_form->takeRow(m_problem).fieldItem;
    m_problem->setVisible(problem && m_asked);
    if (!problem || !m_asked)
        return;
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, Theme::color(Theme::Tone::Failure));
    m_problem->setPalette(palette);
    m_problem->setText(u"✕ "_s + problem->message);
    int row = 0;
    QFormLayout::ItemRole role {};
    m_form->getWidgetPosition(m_asked, &row, &role);
    m_form->insertRow(row + 1, m_problem);
    ensureWidgetVisible(m_problem);
}

} // namespace proofreel
