package org.jiamenkou.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail as people read it.
 *
 * @param actor who acted: a name, null for the system itself
 * @param action code of the action; its name is {@code audit.action.<code>}
 * @param subjectType its name is {@code audit.subject.<type>}
 * @param subject what it was done to, by name where one is known
 * @param fields codes of the fields read or changed; their names are {@code audit.field.<code>}
 */
public record AuditLine(
        UUID id,
        Instant at,
        @Nullable String actor,
        String action,
        String subjectType,
        LocalText subject,
        List<String> fields) {}
