package org.jiamenkou.notices;

import java.util.UUID;
import org.jiamenkou.access.Phone;

/**
 * A short message, ready to leave.
 *
 * @param id the same at each attempt, for gateways that refuse doubles
 */
public record Sms(UUID id, Phone phone, Text text) {
    /** What it says; not shown in logs. */
    public record Text(String value) {
        @Override
        public String toString() {
            return "Text";
        }
    }

    @Override
    public String toString() {
        return "Sms " + id;
    }
}
