package org.jiamenkou.access.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiamenkou.access.AccountReads;
import org.jiamenkou.access.Grant;
import org.jiamenkou.access.HistoryLine;
import org.jiamenkou.access.RoleDescription;
import org.jiamenkou.platform.web.Page;

/**
 * One account as its page shows it.
 *
 * @param typed what was typed into the form that was refused
 */
public record AccountView(
        AccountReads.Details details,
        AccountReads reads,
        List<RoleDescription> roles,
        LocalDate today,
        Map<String, String> typed) {
    private static final Set<String> ACTIONS = Set.of(
            "account.made",
            "account.moved",
            "account.left",
            "account.reset",
            "account.role-given",
            "account.role-ended",
            "account.restore-asked",
            "account.restore-confirmed",
            "account.restored",
            "account.wrong-restore-code",
            "account.signed-in",
            "account.switched-in",
            "account.wrong-password",
            "account.wrong-code",
            "account.wrong-pin",
            "account.pin-locked",
            "account.locked",
            "account.password-changed",
            "account.totp-set",
            "account.pin-set",
            "account.card-set",
            "account.card-removed");
    private static final Set<String> FIELDS = Set.of(
            "area",
            "browsers",
            "card",
            "failures",
            "from",
            "grants",
            "lines",
            "login",
            "name",
            "password",
            "pin",
            "restore",
            "role",
            "sessions",
            "state",
            "totp",
            "until",
            "wishedRole");
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** What was typed into a field, or what stands in it at first. */
    public String value(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    public String area(Grant grant) {
        return reads.nameOf(grant.place());
    }

    /** In the reader's words; an action of another module stands as it is. */
    public String action(Page page, String action) {
        return ACTIONS.contains(action) ? page.t("access.audit." + action) : action;
    }

    /** Names of fields in the reader's words. */
    public String fields(Page page, HistoryLine line) {
        return line.fields().stream()
                .map(field -> FIELDS.contains(field) ? page.t("access.fieldName." + field) : field)
                .collect(Collectors.joining(page.english() ? ", " : page.t("access.fieldName.comma")));
    }

    /** Twelve digits of the account's own area, the likeliest place of a grant. */
    public String areaCode() {
        return reads.codeOf(details.account().place());
    }

    public String time(Instant at) {
        return MINUTES.format(at);
    }

    public List<Grant> open() {
        return details.grants().stream().filter(grant -> grant.isOpen(today)).toList();
    }

    public List<Grant> over() {
        return details.grants().stream().filter(grant -> !grant.isOpen(today)).toList();
    }

    /** The last day, or the day it was ended at once. */
    public String lastDay(Grant grant) {
        if (grant.endedAt() != null) {
            return time(grant.endedAt());
        }
        return grant.validTo() == null ? "" : grant.validTo().toString();
    }

    /** Role that was asked for and waits for somebody else to grant it. */
    public String wished() {
        String wished = details.account().wishedRole();
        return wished == null ? "" : wished;
    }
}
