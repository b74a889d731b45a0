package org.jiamenkou.access.web;

import java.util.Map;
import org.jiamenkou.access.AccountRefusal;
import org.jiamenkou.platform.web.Page;

/** Refusals in the reader's words. */
final class RefusalWords {
    private RefusalWords() {}

    /** The message by the field it concerns, for the error summary. */
    static Map<String, String> errors(Page page, AccountRefusal refusal) {
        return Map.of(refusal.field(), text(page, refusal));
    }

    private static String text(Page page, AccountRefusal refusal) {
        return switch (refusal) {
            case AccountRefusal.AdministratorsExclude(String role) -> page.t(refusal.messageKey(), role(page, role));
            case AccountRefusal.LastAdministrator(String role) -> page.t(refusal.messageKey(), role(page, role));
            default -> page.t(refusal.messageKey(), refusal.args());
        };
    }

    private static String role(Page page, String code) {
        return page.t("access.role." + code);
    }
}
