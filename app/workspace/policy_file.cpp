// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/policy_file.h"

#include "core/write_whole.h"
#include "quality/policy_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace proofreel {

Result<PolicyFile> readPolicyFile(const QString& path)
{
    const auto text = readPolicyText(path);
    if (!text)
        return fail(text.error());
    const auto policy = Policy::parse(*text, QFileInfo(path).fileName());
    if (!policy)
        return fail(policy.error());
    return PolicyFile { *text, *policy };
}

Result<void> writePolicyFile(const QString& path, const QByteArray& text)
{
    const auto refuse = [&path](const QString& why) {
        return fail({ .kind = ErrorKind::Io,
            .message = QCoreApplication::translate("PolicyFile", "%1 cannot be written: %2").arg(path, why),
            .advice = QCoreApplication::translate(
                "PolicyFile", "Nothing is lost: your changes stay here. Save them to another place.") });
    };
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return refuse(QCoreApplication::translate("PolicyFile", "it is not a file."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || !writeWhole(file, text) || !file.commit())
        return refuse(file.errorString());
    return {};
}

} // namespace proofreel
