package org.jiamenkou.catalogue.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.catalogue.EntryApplication;
import org.jiamenkou.catalogue.EntryApproval;
import org.jiamenkou.catalogue.Guide;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What was typed into the application for an entry approval, and what is wrong with it field by field. */
public final class EntryForm {
    private static final int LONGEST = 500;
    private static final int MOST_HOURS = 744;
    private static final int MOST_YUAN = 100_000_000;
    private static final int FEN = 100;
    private static final int MOST_OPINIONS = 20;

    private final Map<String, String> typed;

    EntryForm(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    public String get(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Field to message; only what can be seen without the database. */
    Map<String, String> errors(Page page) {
        Map<String, String> errors = new LinkedHashMap<>();
        typed.forEach((field, value) -> {
            if (value.length() > LONGEST) {
                errors.put(field, page.t("catalogue.entry.error.long", LONGEST));
            }
        });
        if (kind().isEmpty()) {
            errors.put("kind", page.t("catalogue.entry.error.kind"));
        }
        if (!get("hours").isEmpty() && number("hours", MOST_HOURS) == null) {
            errors.put("hours", page.t("catalogue.entry.error.hours", MOST_HOURS));
        }
        if (!get("yuan").isEmpty() && number("yuan", MOST_YUAN) == null) {
            errors.put("yuan", page.t("catalogue.entry.error.yuan"));
        }
        if (get("decider").isEmpty()) {
            errors.put("decider", page.t("catalogue.entry.error.decider"));
        }
        if (lines().stream().anyMatch(line -> !isOpinion(line))) {
            errors.put("opinions", page.t("catalogue.entry.error.opinions"));
        }
        return errors;
    }

    Optional<EntryApproval.Kind> kind() {
        return Arrays.stream(EntryApproval.Kind.values())
                .filter(kind -> kind.name().equals(get("kind")))
                .findFirst();
    }

    /** Only when {@link #errors} is empty. */
    EntryApplication toApplication() {
        Integer yuan = number("yuan", MOST_YUAN);
        return new EntryApplication(
                get("area"),
                kind().orElseThrow(),
                new EntryApplication.Subject(get("name"), get("necessity")),
                new EntryApplication.Line(get("line"), get("decider")),
                get("law").isEmpty()
                        ? null
                        : new Guide.Basis(get("law"), get("clause").isEmpty() ? null : get("clause")),
                number("hours", MOST_HOURS),
                get("staff").isEmpty()
                        ? null
                        : new EntryApproval.Support(
                                yuan == null ? null : (long) yuan * FEN, LocalText.of(get("staff"))),
                opinions(),
                get("item").isEmpty() ? null : get("item"));
    }

    private List<EntryApproval.Opinion> opinions() {
        List<EntryApproval.Opinion> opinions = new ArrayList<>();
        for (String line : lines()) {
            int at = colon(line);
            opinions.add(new EntryApproval.Opinion(
                    LocalText.of(line.substring(0, at).strip()),
                    LocalText.of(line.substring(at + 1).strip())));
        }
        return opinions;
    }

    /** One opinion a line: who, a colon, what they said. */
    private List<String> lines() {
        return get("opinions")
                .lines()
                .filter(line -> !line.isBlank())
                .limit(MOST_OPINIONS)
                .toList();
    }

    private static boolean isOpinion(String line) {
        int at = colon(line);
        return at > 0
                && !line.substring(0, at).isBlank()
                && !line.substring(at + 1).isBlank();
    }

    private static int colon(String line) {
        int wide = line.indexOf('\uff1a');
        int narrow = line.indexOf(':');
        return wide < 0 || narrow < 0 ? Math.max(wide, narrow) : Math.min(wide, narrow);
    }

    private @Nullable Integer number(String field, int most) {
        String value = get(field);
        if (!value.matches("\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(value);
        return number <= most ? number : null;
    }
}
