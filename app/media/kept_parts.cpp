// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/kept_parts.h"

namespace proofreel {

bool KeptParts::keep(const QUrl& url, qint64 offset, const QByteArray& bytes)
{
    const std::pair part(url, offset);
    if (bytes.isEmpty() || bytes.size() > m_mostBytes - m_size || m_places.contains(part))
        return false;
    if ((!m_file.isOpen() && !m_file.open()) || !m_file.seek(m_size) || m_file.write(bytes) != bytes.size()
        || !m_file.flush())
        return false;
    m_places.insert(part, { m_size, bytes.size() });
    m_size += bytes.size();
    return true;
}

std::optional<QByteArray> KeptParts::find(const QUrl& url, qint64 offset, qint64 length)
{
    const auto place = m_places.constFind({ url, offset });
    if (place == m_places.cend() || (length >= 0 && length != place->length) || !m_file.seek(place->at))
        return std::nullopt;
    const QByteArray bytes = m_file.read(place->length);
    return bytes.size() == place->length ? std::optional(bytes) : std::nullopt;
}

} // namespace proofreel
