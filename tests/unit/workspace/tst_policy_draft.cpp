// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/policy_draft.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestPolicyDraft final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<PolicyChoice> m_choice;
    std::unique_ptr<PolicyDraft> m_draft;

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    static void write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void restart()
    {
        m_draft.reset();
        m_choice.reset();
        m_settings = std::make_unique<QSettings>(path(u"settings.ini"_s), QSettings::IniFormat);
        m_choice = std::make_unique<PolicyChoice>(*m_settings);
        m_draft = std::make_unique<PolicyDraft>(*m_choice, *m_settings);
    }
    void edit(const QByteArray& text)
    {
        write(path(u"mine.toml"_s), text);
        QVERIFY(choose(path(u"mine.toml"_s)));
        m_draft->open();
        QCOMPARE(m_draft->text().toUtf8(), QByteArray(text).replace("\r\n", "\n"));
    }
    using Done = std::function<void(Result<void>)>;
    //! What came of something that ends later.
    [[nodiscard]] Result<void> wait(const std::function<void(const Done&)>& begin)
    {
        std::optional<Result<void>> result;
        begin([&result](const Result<void>& end) { result = end; });
        const bool ended = QTest::qWaitFor([&result] { return result.has_value(); });
        return ended ? *result : fail({ .kind = ErrorKind::Timeout });
    }
    [[nodiscard]] Result<void> choose(const QString& path)
    {
        return wait([&](const Done& done) { m_choice->chooseFile(path, this, done); });
    }
    [[nodiscard]] Result<void> save(bool overwrite = false)
    {
        return wait([&](const Done& done) { m_draft->save(overwrite, this, done); });
    }
    [[nodiscard]] Result<void> saveAs(const QString& path)
    {
        return wait([&](const Done& done) { m_draft->saveAs(path, this, done); });
    }
    [[nodiscard]] Result<void> reload()
    {
        return wait([&](const Done& done) { m_draft->reload(this, done); });
    }
    [[nodiscard]] Severity inForce() const { return m_choice->policy().base().setting(u"ladder.aspect"_s).severity; }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        restart();
    }
    void cleanup()
    {
        m_draft.reset();
        m_choice.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void whatIsTypedIsInForceOnceItIsValid()
    {
        QVERIFY(!m_draft->isOpen());
        m_draft->open();
        QVERIFY(m_draft->isOpen());
        QVERIFY(!m_draft->isChanged());
        QVERIFY(!m_choice->isPreview());
        QSignalSpy settled(m_draft.get(), &PolicyDraft::settled);
        m_draft->setText(u"[rules]\n\"ladder.aspect\" = \"off\"\n"_s);
        QVERIFY(settled.isEmpty()); // not with every key
        QTRY_COMPARE(inForce(), Severity::Off);
        QVERIFY(m_draft->isChanged());
        QCOMPARE(m_choice->text(), m_draft->text().toUtf8());
        m_draft->setTextNow(u"[rules]\n\"ladder.aspect\" = \"loud\"\n"_s);
        QVERIFY(m_draft->problem());
        QCOMPARE(m_draft->problem()->code, u"2:19"_s);
        QCOMPARE(inForce(), Severity::Off); // the last valid one
        m_draft->setTextNow(m_draft->savedText());
        QVERIFY(!m_draft->problem());
        QVERIFY(!m_choice->isPreview());
        QCOMPARE(inForce(), Severity::Warning);
    }

    void closingDropsTheDraft()
    {
        m_draft->open();
        m_draft->setTextNow(u"[rules]\n\"ladder.aspect\" = \"off\"\n"_s);
        m_draft->close();
        QCOMPARE(inForce(), Severity::Warning);
        restart();
        QVERIFY(!m_draft->isOpen());
    }

    void aDraftOutlivesTheProgram()
    {
        edit("# mine\n");
        m_draft->setTextNow(u"# mine\n[rules]\n\"ladder.aspect\" = \"off\"\n"_s);
        m_draft->setText(u"# mine\n[rules]\n\"ladder.aspect\" = \"info\"\n# not settled yet"_s);
        const QString text = m_draft->text();
        restart();
        QVERIFY(m_draft->isOpen());
        QVERIFY(m_draft->isChanged());
        QCOMPARE(m_draft->text(), text);
        QCOMPARE(m_draft->path(), path(u"mine.toml"_s));
        QCOMPARE(inForce(), Severity::Info);
        QVERIFY(save());
        QCOMPARE(read(path(u"mine.toml"_s)), text.toUtf8());
        restart();
        QVERIFY(!m_draft->isOpen());
        QVERIFY(m_choice->isReading());
        QTRY_COMPARE(inForce(), Severity::Info);
        QCOMPARE(m_choice->path(), path(u"mine.toml"_s));
    }

    void aShippedOneNeedsAFile()
    {
        m_choice->chooseShipped(u"strict-vod"_s);
        m_draft->open();
        m_draft->setTextNow(m_draft->text() + u"# mine\n"_s);
        QCOMPARE(save().error().kind, ErrorKind::InvalidRequest);
        QVERIFY(saveAs(path(u"new.toml"_s)));
        QCOMPARE(m_draft->title(), u"new.toml"_s);
        QVERIFY(!m_draft->isChanged());
        QCOMPARE(m_choice->path(), path(u"new.toml"_s));
        QCOMPARE(m_choice->policy(), *Policy::load(path(u"new.toml"_s)));
        QVERIFY(!m_choice->isPreview());
    }

    void lineEndsStay()
    {
        edit("# a\r\nname = \"x\"\r\n");
        m_draft->setTextNow(m_draft->text() + u"fail_at = \"info\"\n"_s);
        QVERIFY(save());
        QCOMPARE(read(path(u"mine.toml"_s)), QByteArray("# a\r\nname = \"x\"\r\nfail_at = \"info\"\r\n"));
    }

    void whatAnotherProgramWroteIsNotOverwritten()
    {
        edit("# a\n");
        m_draft->setTextNow(u"# b\n"_s);
        QSignalSpy noticed(m_draft.get(), &PolicyDraft::fileChanged);
        write(path(u"mine.toml"_s), "# c\n");
        QTRY_VERIFY(!noticed.isEmpty());
        QCOMPARE(save().error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(read(path(u"mine.toml"_s)), QByteArray("# c\n"));
        QVERIFY(save(true));
        QCOMPARE(read(path(u"mine.toml"_s)), QByteArray("# b\n"));
        QVERIFY(save()); // what it wrote itself is no surprise
        write(path(u"mine.toml"_s), "[rules]\n\"ladder.aspect\" = \"off\"\n");
        QVERIFY(reload());
        QCOMPARE(inForce(), Severity::Off);
        QVERIFY(!m_draft->isChanged());
    }

    void whatCannotBeWrittenStays()
    {
        edit("# a\n");
        m_draft->setTextNow(u"[rules]\n\"ladder.aspect\" = \"off\"\n"_s);
        for (const QString& where : { path(u"no/such/folder.toml"_s), m_folder->path() }) {
            const auto saved = saveAs(where);
            QVERIFY2(!saved, qPrintable(where));
            QCOMPARE(saved.error().kind, ErrorKind::Io);
            QVERIFY(saved.error().message.contains(where));
        }
        QVERIFY(m_draft->isChanged());
        QCOMPARE(m_draft->path(), path(u"mine.toml"_s));
        QCOMPARE(inForce(), Severity::Off);
        QCOMPARE(read(path(u"mine.toml"_s)), QByteArray("# a\n"));
    }

    void aWrongOneIsNotSaved()
    {
        edit("# a\n");
        m_draft->setText(u"[rules\n"_s);
        QCOMPARE(save().error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(read(path(u"mine.toml"_s)), QByteArray("# a\n"));
    }

    void aSlowDiskKeepsNobodyWaiting()
    {
        // A pipe that nobody writes to stands for a disk that does not answer.
        const QString slow = path(u"slow.toml"_s);
        QCOMPARE(mkfifo(qPrintable(slow), 0600), 0);
        m_choice->chooseFile(slow, this, [](const Result<void>&) { QFAIL("another one was chosen meanwhile"); });
        QVERIFY(m_choice->isReading());
        QCOMPARE(m_choice->shippedName(), u"default"_s); // in force until then
        QSignalSpy ended(m_choice.get(), &PolicyChoice::readingEnded);
        m_choice->chooseShipped(u"strict-vod"_s);
        QVERIFY(!m_choice->isReading());
        QCOMPARE(ended.size(), 1);
        write(slow, "[rules]\n\"ladder.aspect\" = \"off\"\n"); // it answers after all
        m_choice.reset();
        restart();
        QCOMPARE(m_choice->shippedName(), u"strict-vod"_s);
    }

    void whatIsTypedWhileItIsSavedIsNotSavedYet()
    {
        edit("# a\n");
        m_draft->setTextNow(u"# b\n"_s);
        std::optional<Result<void>> result;
        m_draft->save(false, this, [&result](const Result<void>& end) { result = end; });
        m_draft->setTextNow(u"# c\n[rules]\n\"ladder.aspect\" = \"off\"\n"_s);
        QTRY_VERIFY(result);
        QVERIFY(*result);
        QCOMPARE(read(path(u"mine.toml"_s)), QByteArray("# b\n"));
        QVERIFY(m_draft->isChanged());
        QCOMPARE(m_draft->savedText(), u"# b\n"_s);
        QCOMPARE(inForce(), Severity::Off);
        QCOMPARE(m_choice->saved().base().setting(u"ladder.aspect"_s).severity, Severity::Warning);
    }

    void whatIsSavedWhileItIsClosedIsWritten()
    {
        edit("# a\n");
        m_draft->setTextNow(u"# b\n"_s);
        m_draft->save(false, this, [](const Result<void>&) {});
        m_draft.reset(); // the program ends
        QCOMPARE(read(path(u"mine.toml"_s)), QByteArray("# b\n"));
    }

    void aFileThatIsGoneIsSaid()
    {
        edit("# a\n");
        m_draft->close();
        QVERIFY(QFile::remove(path(u"mine.toml"_s)));
        restart();
        QTRY_VERIFY(m_choice->problem());
        QCOMPARE(m_choice->problem()->kind, ErrorKind::Io);
        QCOMPARE(m_choice->shippedName(), u"default"_s);
    }

    void anotherChoiceIsFollowedUnlessSomethingIsUnsaved()
    {
        m_draft->open();
        m_choice->chooseShipped(u"strict-vod"_s);
        QCOMPARE(m_draft->title(), u"strict-vod"_s);
        QCOMPARE(m_draft->policy().name(), u"strict-vod"_s);
        m_draft->setTextNow(u"# mine\n"_s);
        m_choice->chooseShipped(u"default"_s);
        QCOMPARE(m_draft->text(), u"# mine\n"_s);
        QVERIFY(m_draft->isChanged());
    }
};

QTEST_GUILESS_MAIN(TestPolicyDraft)
#include "tst_policy_draft.moc"
