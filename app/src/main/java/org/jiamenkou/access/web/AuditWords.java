package org.jiamenkou.access.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jiamenkou.access.AuditLine;
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
        return line.actor() == null ? page.t("audit.system") : line.actor();
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
