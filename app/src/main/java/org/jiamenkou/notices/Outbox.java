package org.jiamenkou.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiamenkou.access.Phone;
import org.jiamenkou.notices.rules.Texts;
import org.jiamenkou.notices.store.OutboxStore;
import org.jiamenkou.notices.store.TemplateStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Lang;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Messages on their way out; see {@link Delivery} for how they leave. */
@Service
public class Outbox {
    static final String RECIPIENT = "notices.recipient";
    static final String BODY = "notices.body";

    private static final SystemScope SCOPE = new SystemScope("notices.outbox");
    private static final int MOST_SHOWN = 100;

    private final Scoped scoped;
    private final TemplateStore templates;
    private final OutboxStore store;
    private final Ciphers ciphers;
    private final Ids ids;
    private final Clock clock;
    private final Settings settings;
    private final DeliveryBell bell;

    Outbox(
            Scoped scoped,
            TemplateStore templates,
            OutboxStore store,
            Ciphers ciphers,
            Ids ids,
            Clock clock,
            Settings settings,
            DeliveryBell bell) {
        this.scoped = scoped;
        this.templates = templates;
        this.store = store;
        this.ciphers = ciphers;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.bell = bell;
    }

    /**
     * What is to be said to whom.
     *
     * @param template code of a text
     * @param values for the names in the text
     */
    public record NewMessage(String template, Lang lang, Phone phone, Map<String, String> values) {
        @Override
        public String toString() {
            return "NewMessage " + template;
        }
    }

    /**
     * Puts a message in, in the running transaction of a system actor: it leaves when that commits, and not otherwise.
     *
     * @throws IllegalArgumentException when there is no such text, or the values do not fill it
     */
    public UUID add(NewMessage message) {
        Instant now = clock.instant();
        Template template = templates
                .find(message.template(), message.lang().parameter(), LocalDate.now(clock))
                .orElseThrow(() -> new IllegalArgumentException("no text " + message.template()));
        String text = Texts.fill(template.body(), message.values());
        UUID id = ids.next();
        Integer useful = template.usefulMinutes();
        store.add(new OutboxStore.NewRow(
                id,
                template.code(),
                ciphers.encrypt(RECIPIENT, message.phone().digits()),
                ciphers.encrypt(BODY, text),
                now,
                useful == null ? null : now.plus(Duration.ofMinutes(useful)),
                now.plus(Duration.ofDays(template.keepDays()))));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
        return id;
    }

    /** A message as the outbox page of a demo shows it. */
    public record Shown(String maskedPhone, String text, MessageState state, int attempts, LocalDateTime madeAt) {}

    /**
     * The newest messages with their text, codes included.
     *
     * @throws AccessRefusedException except in demo mode on loopback, where all people are invented
     */
    public List<Shown> listInDemo() {
        if (!settings.demoAccounts()) {
            throw new AccessRefusedException("the outbox is shown in a demo only");
        }
        return scoped.read(SCOPE, () -> store.listNewest(MOST_SHOWN)).stream()
                .map(row -> new Shown(
                        new Phone(ciphers.decrypt(RECIPIENT, row.recipient())).masked(),
                        ciphers.decrypt(BODY, row.body()),
                        row.state(),
                        row.attempts(),
                        LocalDateTime.ofInstant(row.madeAt(), clock.getZone()).withNano(0)))
                .toList();
    }
}
