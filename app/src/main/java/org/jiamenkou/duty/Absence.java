package org.jiamenkou.duty;

import java.time.LocalDate;
import java.util.UUID;

/** Days on which a worker is away, both included. */
public record Absence(UUID worker, AbsenceKind kind, LocalDate first, LocalDate last) {
    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
