// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The official SDK talks to the sandbox. Its packages come from npm into the build folder; without node, npm or their
// registry the test is skipped (77) and says why.

#include "sandbox/server.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

int skip(const char* why)
{
    std::printf("skipped: %s\n", why);
    return 77;
}

int run(const QString& program, const QStringList& arguments, const QString& folder,
    const QProcessEnvironment& environment, int timeoutMs)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(timeoutMs);
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QString node = QStandardPaths::findExecutable(u"node"_s), npm = QStandardPaths::findExecutable(u"npm"_s);
    if (node.isEmpty() || npm.isEmpty())
        return skip("node and npm are not installed");
    const QDir folder(QStringLiteral(SDK_FOLDER));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // The person's own npm settings say where packages come from; nothing is written there.
    const QString settings = QStringLiteral(NPM_SETTINGS);
    if (QFile::exists(settings))
        environment.insert(u"NPM_CONFIG_USERCONFIG"_s, settings);
    if (!folder.exists(u"node_modules/.package-lock.json"_s)
        && run(npm, { u"install"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s, u"--silent"_s },
               folder.path(), environment, 240'000)
            != 0)
        return skip("the npm registry did not deliver the SDK");

    sandbox::Server server({});
    if (const auto problem = server.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(*problem));
        return 1;
    }
    environment.insert(u"SANDBOX"_s, QString::fromUtf8(server.readyLine()));
    environment.insert(u"SANDBOX_STS"_s,
        QString::fromUtf8(QJsonDocument(QJsonObject {
                                            { u"accessKeyId"_s, server.stsAccessKeyId() },
                                            { u"accessKeySecret"_s, server.stsAccessKeySecret() },
                                            { u"securityToken"_s, server.stsToken() },
                                        })
                              .toJson(QJsonDocument::Compact)));
    return run(node, { u"sdk_check.js"_s }, folder.path(), environment, 60'000);
}
