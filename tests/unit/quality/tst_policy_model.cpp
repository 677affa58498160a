// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_filter.h"
#include "quality/policy_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestPolicyModel final : public QObject {
    Q_OBJECT

    static QStringList shown(const PolicyFilter& filter)
    {
        QStringList rules;
        for (int row = 0; row < filter.rowCount(); ++row) {
            const QModelIndex family = filter.index(row, 0);
            for (int child = 0; child < filter.rowCount(family); ++child)
                rules.append(filter.index(child, 0, family).data(PolicyModel::RuleRole).toString());
        }
        return rules;
    }

private Q_SLOTS:
    void everyRuleIsThere()
    {
        PolicyModel model;
        QAbstractItemModelTester tester(&model);
        QStringList rules;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex family = model.index(row, 0);
            QVERIFY(family.data(PolicyModel::IsFamilyRole).toBool());
            for (int child = 0; child < model.rowCount(family); ++child)
                rules.append(model.index(child, 0, family).data(PolicyModel::RuleRole).toString());
        }
        QStringList all;
        for (const Rule& rule : allRules())
            all.append(rule.id);
        QCOMPARE(rules, all);
        QVERIFY(!model.indexOf(u"no.such"_s).isValid());
    }

    void showsWhatThePolicySays()
    {
        PolicyModel model;
        QAbstractItemModelTester tester(&model);
        const QModelIndex index = model.indexOf(u"ladder.aspect"_s);
        QVERIFY(index.data(PolicyModel::IsOwnRole).toBool());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        Policy policy;
        policy.setRule(u"ladder.aspect"_s, { Severity::Error, 2.5 });
        model.setPolicy(policy);
        QVERIFY(!changed.isEmpty());
        QVERIFY(!index.data(PolicyModel::IsOwnRole).toBool());
        QVERIFY(!index.parent().data(PolicyModel::IsOwnRole).toBool());
        QCOMPARE(index.data(PolicyModel::SeverityRole).toInt(), int(Severity::Error));
        QCOMPARE(index.siblingAtColumn(PolicyModel::ToleranceColumn).data(Qt::EditRole).toDouble(), 2.5);
        QVERIFY(index.siblingAtColumn(PolicyModel::ToleranceColumn).data().toString().endsWith(u'%'));
        model.setFindings({ { u"ladder.aspect"_s, 3 }, { u"ladder.duration"_s, 2 } });
        QCOMPARE(index.data(PolicyModel::FindingsRole).toInt(), 3);
        QCOMPARE(index.parent().data(PolicyModel::FindingsRole).toInt(), 5);
    }

    void asksForChanges()
    {
        PolicyModel model;
        QSignalSpy asked(&model, &PolicyModel::settingAsked);
        const QModelIndex severity = model.indexOf(u"ladder.aspect"_s).siblingAtColumn(PolicyModel::SeverityColumn);
        const QModelIndex tolerance = severity.siblingAtColumn(PolicyModel::ToleranceColumn);
        QVERIFY(model.setData(severity, u"off"_s));
        QCOMPARE(asked.takeFirst().at(1).value<RuleSetting>(), (RuleSetting { Severity::Off, 1.0 }));
        QVERIFY(model.setData(severity, int(Severity::Error)));
        QCOMPARE(asked.takeFirst().at(1).value<RuleSetting>(), (RuleSetting { Severity::Error, 1.0 }));
        QVERIFY(model.setData(tolerance, 12));
        QCOMPARE(asked.takeFirst().at(1).value<RuleSetting>(), (RuleSetting { Severity::Warning, 12.0 }));
        QVERIFY(model.setData(severity, u"warning"_s)); // as it is
        QVERIFY(!model.setData(severity, u"loud"_s));
        QVERIFY(!model.setData(severity, 4));
        QVERIFY(!model.setData(tolerance, 1001));
        QVERIFY(!model.setData(tolerance, -1));
        QVERIFY(!model.setData(tolerance, std::nan("")));
        QVERIFY(!model.setData(model.index(0, PolicyModel::SeverityColumn), u"off"_s));
        const QModelIndex without = model.indexOf(u"signal.black"_s).siblingAtColumn(PolicyModel::ToleranceColumn);
        QVERIFY(!model.setData(without, 1));
        QVERIFY(!(without.flags() & Qt::ItemIsEditable));
        QVERIFY(asked.isEmpty());
    }

    void filters()
    {
        PolicyModel model;
        PolicyFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter);
        QCOMPARE(shown(filter).size(), allRules().size());
        filter.setText(u"  EXTINF "_s);
        QVERIFY(shown(filter).contains(u"hls.extinf"_s));
        QVERIFY(shown(filter).size() < 5);
        filter.setText(u"hls extinf"_s);
        QVERIFY(shown(filter).contains(u"hls.extinf"_s));
        filter.setText(u"no such thing"_s);
        QVERIFY(shown(filter).isEmpty());
        QCOMPARE(filter.rowCount(), 0);
        filter.setText({});
        filter.setOnlyChanged(true);
        QVERIFY(shown(filter).isEmpty());
        Policy policy;
        policy.setRule(u"ladder.aspect"_s, { Severity::Error, 1.0 });
        model.setPolicy(policy);
        QCOMPARE(shown(filter), QStringList { u"ladder.aspect"_s });
        model.setPolicy(Policy());
        QVERIFY(shown(filter).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPolicyModel)
#include "tst_policy_model.moc"
