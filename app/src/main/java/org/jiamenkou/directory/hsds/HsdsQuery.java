package org.jiamenkou.directory.hsds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a list, checked. A value that cannot be read is refused and named; parameters nobody knows are left
 * alone, as HSDS lets servers add their own.
 */
public final class HsdsQuery {
    public static final int MOST_PER_PAGE = 2000;
    public static final int MOST_NESTED_PER_PAGE = 100;
    private static final int USUAL_PER_PAGE = 50;

    private final Map<String, String> given;

    public HsdsQuery(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** A parameter with a value that cannot be read. */
    public static final class BadParameter extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String parameter;
        private final String messageKey;

        BadParameter(String parameter, String messageKey) {
            super(parameter);
            this.parameter = parameter;
            this.messageKey = messageKey;
        }

        public String parameter() {
            return parameter;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    private @Nullable String text(String name) {
        String value = given.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Words in lower case, blank when nothing is searched for. */
    public String search() {
        String words = text("search");
        return words == null ? "" : words.toLowerCase(Locale.ROOT);
    }

    public int page() {
        return number("page", 1, Integer.MAX_VALUE, 1);
    }

    public int perPage() {
        return number("per_page", 1, full() ? MOST_NESTED_PER_PAGE : MOST_PER_PAGE, USUAL_PER_PAGE);
    }

    private int number(String name, int least, int most, int usual) {
        String value = text(name);
        if (value == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        throw new BadParameter(name, "directory.hsds.bad.number");
    }

    public boolean full() {
        return flag("full");
    }

    public boolean minimal() {
        return flag("minimal");
    }

    public boolean fullService() {
        return flag("full_service");
    }

    public boolean topOnly() {
        return flag("top_only");
    }

    private boolean flag(String name) {
        String value = text(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw new BadParameter(name, "directory.hsds.bad.flag");
    }

    public @Nullable UUID taxonomyTerm() {
        return id("taxonomy_term_id");
    }

    public @Nullable UUID taxonomy() {
        return id("taxonomy_id");
    }

    public @Nullable UUID organisation() {
        return id("organization_id");
    }

    public @Nullable UUID parent() {
        return id("parent_id");
    }

    private @Nullable UUID id(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        UUID id = idOf(value);
        if (id == null) {
            throw new BadParameter(name, "directory.hsds.bad.id");
        }
        return id;
    }

    /** Null when the text is no UUID in its usual form. */
    public static @Nullable UUID idOf(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
    }

    /** A day, or a moment with its zone (RFC 3339). */
    public @Nullable Instant modifiedAfter() {
        String value = text("modified_after");
        if (value == null) {
            return null;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value)
                            .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                            .toInstant()
                    : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException notAMoment) {
            throw new BadParameter("modified_after", "directory.hsds.bad.moment");
        }
    }

    /** Whether all results are wanted as lines, without pages. */
    public boolean lines() {
        String value = text("format");
        if (value == null || value.equals("json")) {
            return false;
        }
        if (value.equals("ndjson")) {
            return true;
        }
        throw new BadParameter("format", "directory.hsds.bad.format");
    }

    /** We know no postcodes: an empty list would say that there is nothing, which is not known. */
    public void refusePostcodes() {
        for (String name : new String[] {"postcode", "proximity"}) {
            if (text(name) != null) {
                throw new BadParameter(name, "directory.hsds.bad.postcode");
            }
        }
    }
}
