package org.jiamenkou.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.store.PhoneCodeStore;
import org.jiamenkou.access.store.ResidentStore;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.stereotype.Service;

/** Residents who are signed in, asked anew for each request, so that a closed account is out at once. */
@Service
public class Residents {
    private static final SystemScope SCOPE = new SystemScope("access.residents");
    private static final int MOST_TRACES = 20;

    private final Scoped scoped;
    private final ResidentStore store;
    private final PhoneCodeStore codes;
    private final Ciphers ciphers;
    private final Clock clock;

    Residents(Scoped scoped, ResidentStore store, PhoneCodeStore codes, Ciphers ciphers, Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.codes = codes;
        this.ciphers = ciphers;
        this.clock = clock;
    }

    /** Empty when there is no such account or it was closed. */
    public Optional<Resident> find(UUID id) {
        return scoped.read(SCOPE, () -> store.findActive(id))
                .map(row -> new Resident(
                        row.id(),
                        row.name(),
                        new Phone(ciphers.decrypt(PhoneSignIn.PHONE, row.phone())),
                        row.createdAt()));
    }

    /** How long a resident may do nothing before they are signed out. */
    public Duration idle() {
        return Duration.ofMinutes(
                scoped.read(SCOPE, () -> codes.rules(LocalDate.now(clock))).sessionMinutes());
    }

    /**
     * Something done with a resident's account.
     *
     * @param byThemselves false when a member of staff did it
     * @param action as in the audit trail
     */
    public record Trace(LocalDateTime at, boolean byThemselves, String action) {
        public String messageKey() {
            return switch (action) {
                case "resident.signed-in" -> "access.trace.signedIn";
                case "resident.account-made" -> "access.trace.made";
                default -> "access.trace.other";
            };
        }
    }

    /** @param noticeVersion version of the privacy notice agreed to */
    public record Agreed(String noticeVersion, LocalDateTime at) {}

    /** What a resident sees of themselves. */
    public record Own(List<Trace> traces, List<Agreed> agreed) {}

    /** Read as the resident: the database shows them their own rows and no others. */
    public Own own(Resident resident) {
        return scoped.read(
                resident,
                () -> new Own(
                        store.listTraces(resident.id(), MOST_TRACES).stream()
                                .map(trace -> new Trace(
                                        LocalDateTime.ofInstant(trace.at(), clock.getZone())
                                                .withNano(0),
                                        trace.actor().startsWith("system:access.")
                                                || trace.actor().equals(resident.actorKey()),
                                        trace.action()))
                                .toList(),
                        store.listConsents(resident.id()).stream()
                                .map(consent -> new Agreed(
                                        consent.version(),
                                        LocalDateTime.ofInstant(consent.at(), clock.getZone())
                                                .withNano(0)))
                                .toList()));
    }
}
