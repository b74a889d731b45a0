package org.jiamenkou.access.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiamenkou.access.AuditLine;
import org.jiamenkou.access.Device;
import org.jiamenkou.platform.web.Page;
import org.springframework.stereotype.Component;

/**
 * The trail in words. Names stand in the bundle {@code audit}, where each module adds those of its own actions, subjects
 * and fields; {@code AuditWordsTest} looks for what is missing.
 */
@Component
public final class AuditWords {
    private static final String ACTION = "audit.action.";
    private static final String SUBJECT = "audit.subject.";
    private static final String FIELD = "audit.field.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ResourceBundle known = ResourceBundle.getBundle(
            "messages.audit",
            Locale.SIMPLIFIED_CHINESE,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    AuditWords() {}

    /** The codes of all actions that have a name, for the list to choose from. */
    public List<String> actions() {
        return known.keySet().stream()
                .filter(key -> key.startsWith(ACTION) && !key.equals(ACTION + "other"))
                .map(key -> key.substring(ACTION.length()))
                .sorted()
                .toList();
    }

    public String action(Page page, String action) {
        return named(page, ACTION, action);
    }

    public String subjectType(Page page, String type) {
        return named(page, SUBJECT, type);
    }

    /** Who acted; the system itself where it was a job. */
    public String actor(Page page, AuditLine line) {
        String actor = line.actor();
        if (actor == null) {
            return page.t("audit.system");
        }
        if (actor.equals("public")) {
            return page.t("audit.public");
        }
        if (actor.startsWith(Device.ACTOR)) {
            return page.t("audit.device", end(actor));
        }
        return ID.matcher(actor).matches() ? page.t("audit.someone", end(actor)) : actor;
    }

    /** What it was done to; of an id without a name the end, by which two are told apart. */
    public String subject(Page page, AuditLine line) {
        String subject = page.text(line.subject());
        return ID.matcher(subject).matches() ? "…" + end(subject) : subject;
    }

    private static String end(String id) {
        return id.substring(id.length() - 6);
    }

    public String fields(Page page, AuditLine line) {
        return line.fields().stream()
                .map(field -> named(page, FIELD, field))
                .distinct()
                .collect(Collectors.joining(page.t("audit.comma")));
    }

    public String time(Instant at) {
        return LocalDateTime.ofInstant(at, SHANGHAI).format(TIME);
    }

    private String named(Page page, Object kind, String code) {
        String key = kind + code;
        return page.t(known.containsKey(key) ? key : kind + "other");
    }
}
