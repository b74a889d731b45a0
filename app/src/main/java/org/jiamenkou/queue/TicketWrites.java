package org.jiamenkou.queue;

import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.queue.store.TicketStore;
import org.springframework.stereotype.Component;

/** Decides about a ticket in one transaction; a refusal rolls it back, the used key with it. */
@Component
class TicketWrites {
    private final Scoped scoped;
    private final TicketStore store;
    private final Idempotency idempotency;

    TicketWrites(Scoped scoped, TicketStore store, Idempotency idempotency) {
        this.scoped = scoped;
        this.store = store;
        this.idempotency = idempotency;
    }

    /** Carries a refusal out of a transaction. */
    static final class Refusing extends RuntimeException {
        private final transient QueueRefusal refusal;

        Refusing(QueueRefusal refusal) {
            super(refusal.messageKey(), null, false, false);
            this.refusal = refusal;
        }

        QueueRefusal refusal() {
            return refusal;
        }
    }

    /** Does the write once per key of this actor; the same key again is answered with the same ticket, as it is now. */
    TicketOutcome once(Scope scope, String key, Supplier<Ticket> write) {
        return decide(scope, () -> {
            String[] id = idempotency
                    .once(key, () -> {
                        TicketId made = write.get().id();
                        return made.subdistrictId() + "/" + made.id();
                    })
                    .split("/");
            return store.find(new TicketId(UUID.fromString(id[0]), UUID.fromString(id[1])))
                    .orElseThrow();
        });
    }

    TicketOutcome decide(Scope scope, Supplier<Ticket> write) {
        try {
            return new TicketOutcome.Done(scoped.transaction(scope, write));
        } catch (Refusing refusing) {
            return new TicketOutcome.Refused(refusing.refusal);
        } catch (TicketLog.MovedMeanwhile meanwhile) {
            return new TicketOutcome.Refused(new QueueRefusal.MovedMeanwhile());
        }
    }
}
