package org.jiamenkou.catalogue.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Readiness;
import org.jiamenkou.catalogue.Way;
import org.jspecify.annotations.Nullable;

/**
 * Which rule holds for an item at a station: the plain definition of the view {@code catalogue.v_offerings}, which
 * PostgreSQL computes for lists. A property test holds both together.
 */
public final class OfferingRules {
    private OfferingRules() {}

    /** How far a rule reaches, from the most general. */
    public enum Level {
        CITY(Offering.Origin.CITY_RULE),
        DISTRICT(Offering.Origin.DISTRICT_RULE),
        SUBDISTRICT(Offering.Origin.SUBDISTRICT_RULE);

        private final Offering.Origin origin;

        Level(Offering.Origin origin) {
            this.origin = origin;
        }
    }

    /** Days on which something holds, both included; {@code to} null = open. */
    public record Validity(LocalDate from, @Nullable LocalDate to) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * @param area the district or subdistrict; not looked at for a rule of the city
     * @param stationType null for every type
     */
    public record Rule(
            UUID id,
            Level level,
            @Nullable UUID area,
            @Nullable String stationType,
            Readiness readiness,
            Set<Way> ways,
            Validity validity) {}

    public record Exception(Readiness readiness, Set<Way> ways, Validity validity) {}

    /** Where the station lies and what it is. */
    public record At(UUID district, UUID subdistrict, String stationType) {}

    public record Answer(Offering.Origin origin, Readiness readiness, Set<Way> ways) {}

    /** The answer for one item; empty when nothing is said about it here. */
    public static Optional<Answer> effective(
            At station, List<Rule> rulesOfItem, @Nullable Exception exception, LocalDate day) {
        if (exception != null && exception.validity().covers(day)) {
            return Optional.of(new Answer(Offering.Origin.STATION_EXCEPTION, exception.readiness(), exception.ways()));
        }
        return rulesOfItem.stream()
                .filter(rule -> rule.validity().covers(day) && reaches(rule, station))
                .max(Comparator.comparing(Rule::level)
                        .thenComparing(rule -> rule.stationType() != null)
                        .thenComparing(rule -> rule.validity().from())
                        .thenComparing(rule -> rule.id().toString()))
                .map(rule -> new Answer(rule.level().origin, rule.readiness(), rule.ways()));
    }

    private static boolean reaches(Rule rule, At station) {
        boolean here = switch (rule.level()) {
            case CITY -> true;
            case DISTRICT -> station.district().equals(rule.area());
            case SUBDISTRICT -> station.subdistrict().equals(rule.area());
        };
        return here && (rule.stationType() == null || rule.stationType().equals(station.stationType()));
    }
}
