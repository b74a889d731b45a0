package org.jiamenkou.queue.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.queue.BookedFor;
import org.jiamenkou.queue.BookingRefusal;
import org.jiamenkou.queue.FreeSlot;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.registry.PersonId;
import org.jiamenkou.registry.RelationKind;

/** What forms of booking send, read. */
public final class BookingForms {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_KEY = 60;

    private BookingForms() {}

    /**
     * What a form must say to whoever filled it in.
     *
     * @param field the id the error leads to
     * @param nearest what can be had instead
     */
    public record Problem(String field, String text, List<FreeSlot> nearest) {
        static Problem of(Page page, BookingRefusal why) {
            return new Problem("times", page.t(why.messageKey(), why.args()), why.nearest());
        }

        static Problem of(String field, String text) {
            return new Problem(field, text, List.of());
        }
    }

    /** What was chosen and typed so far. */
    public record Typed(String slot, String whom, Helped helped, String priority) {
        static final Typed NOTHING = new Typed("", "", new Helped("", ""), "NONE");
    }

    /** Somebody a resident books for. */
    public record Helped(String name, String relation) {}

    static Optional<UUID> uuid(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** The key of a form; whatever came, the same key is the same key. */
    static UUID key(String typed) {
        String plain = typed.length() > LONGEST_KEY ? typed.substring(0, LONGEST_KEY) : typed;
        return uuid(plain).orElseGet(() -> UUID.nameUUIDFromBytes(plain.getBytes(StandardCharsets.UTF_8)));
    }

    static PriorityGroup priority(String typed) {
        for (PriorityGroup group : PriorityGroup.values()) {
            if (group.name().equals(typed)) {
                return group;
            }
        }
        return PriorityGroup.NONE;
    }

    /** A name as it is kept, empty when it is none. */
    static String name(String typed) {
        String plain = typed.strip().replaceAll("\\p{C}", "").replaceAll("\\s+", " ");
        return plain.length() <= LONGEST_NAME && plain.codePoints().anyMatch(Character::isLetter) ? plain : "";
    }

    /** Empty when somebody new has no name or no relation. */
    static Optional<BookedFor> whom(String whom, String name, String relation) {
        if (whom.isEmpty() || whom.equals("me")) {
            return Optional.of(new BookedFor.Themselves());
        }
        if (!whom.equals("new")) {
            return uuid(whom).map(id -> new BookedFor.Helped(new PersonId(id)));
        }
        for (RelationKind kind : RelationKind.values()) {
            if (kind.name().equals(relation) && !name(name).isEmpty()) {
                return Optional.of(new BookedFor.NewHelped(name(name), kind));
            }
        }
        return Optional.empty();
    }
}
