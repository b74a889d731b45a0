package org.jiamenkou.access.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiamenkou.platform.web.Page;

/** What was typed into the conditions of the audit page, as typed. */
public record AuditTyped(Map<String, String> fields) {
    private static final int LONGEST = 100;
    private static final List<String> NAMES = List.of("person", "subject", "action", "from", "to");

    public String get(String name) {
        String text = fields.getOrDefault(name, "").strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** The same conditions as a query, for the next page and the export. */
    public String query(Page page) {
        return NAMES.stream()
                .filter(name -> !get(name).isEmpty())
                .map(name -> name + "=" + page.encode(get(name)))
                .collect(Collectors.joining("&"));
    }
}
