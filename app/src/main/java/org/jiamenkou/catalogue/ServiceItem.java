package org.jiamenkou.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A service item (事项) in one version. On a day the highest version whose validity covers the day is in force.
 *
 * @param version 1 for the first
 * @param validFrom first day in force
 * @param validTo last day in force, null when open
 * @param reviewBy the day by which somebody must look at it again
 */
public record ServiceItem(
        ItemId id,
        ItemContent content,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        LocalDate reviewBy) {
    public String slug() {
        return content.slug();
    }

    public LocalText name() {
        return content.name();
    }

    public List<String> aliases() {
        return content.aliases();
    }

    /** Code of the canonical set {@code service-class}. */
    public String serviceClass() {
        return content.serviceClass();
    }

    /** Code of the set {@code functional-line}. */
    public String line() {
        return content.line();
    }

    /** Code of the set {@code scene}. */
    public String scene() {
        return content.scene();
    }

    public Set<String> focus() {
        return content.focus();
    }

    public boolean cityWide() {
        return content.cityWide();
    }

    public boolean fullyOnline() {
        return content.fullyOnline();
    }

    public boolean selfService() {
        return content.selfService();
    }

    public boolean yangtzeDelta() {
        return content.yangtzeDelta();
    }

    public boolean medicalGroup() {
        return content.medicalGroup();
    }

    /** A kind of centre, {@code committee} or {@code department}. */
    public String decidedBy() {
        return content.decidedBy();
    }

    public Set<String> deliveredAt() {
        return content.deliveredAt();
    }

    public Set<Way> ways() {
        return content.ways();
    }

    public boolean sample() {
        return content.sample();
    }

    public String source() {
        return content.source();
    }

    public Guide guide() {
        return content.guide();
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
