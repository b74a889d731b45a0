package org.jiamenkou.access;

import java.time.Instant;
import java.util.UUID;

/** A row of the audit trail after which a page begins. */
public record AuditPosition(Instant at, UUID id) {}
