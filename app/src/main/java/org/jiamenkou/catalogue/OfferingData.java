package org.jiamenkou.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.catalogue.store.ExceptionStore;
import org.jiamenkou.catalogue.store.OfferingStore;
import org.jiamenkou.catalogue.store.OfferingStore.NewRule;
import org.jiamenkou.catalogue.store.OfferingStore.RuleText;
import org.jiamenkou.network.DistrictProfiles;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the rules that follow from the items themselves (where and how each is delivered), from the districts' profiles
 * (stations that do no government services) and, in demo mode, a few samples. Only what differs from the rules already
 * there is written: a rule that no longer follows ends, a new one begins; rules that staff made are left alone.
 */
@Component
class OfferingData {
    static final String FROM_ITEM = "item";
    static final String FROM_PROFILE = "district-profile";
    static final String SAMPLE = "sample";
    private static final Set<String> SOURCES = Set.of(FROM_ITEM, FROM_PROFILE, SAMPLE);
    private static final String CENTRE = "centre";
    private static final String AFFAIRS = "affairs";
    private static final Set<String> NO_CENTRE = Set.of("committee", "department");

    private final OfferingStore store;
    private final ExceptionStore exceptions;
    private final Divisions divisions;
    private final DistrictProfiles profiles;
    private final Stations stations;
    private final Settings settings;
    private final Ids ids;
    private final Clock clock;
    private final CatalogueDefaults defaults = CatalogueDefaults.read();

    OfferingData(
            OfferingStore store,
            ExceptionStore exceptions,
            Divisions divisions,
            DistrictProfiles profiles,
            Stations stations,
            Settings settings,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.exceptions = exceptions;
        this.divisions = divisions;
        this.profiles = profiles;
        this.stations = stations;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Runs inside the transaction of the load. @return whether anything was written */
    boolean load(List<ServiceItem> items, LocalDate today) {
        List<NewRule> wanted = new ArrayList<>();
        for (ServiceItem item : items) {
            wanted.addAll(ofItem(item, today));
        }
        wanted.addAll(ofProfiles(items, today));
        Map<String, ServiceItem> bySlug = new HashMap<>();
        items.forEach(item -> bySlug.put(item.slug(), item));
        if (settings.demo()) {
            CatalogueDefaults.Samples samples = defaults.samples();
            sample(samples.districtRule(), bySlug, today).ifPresent(wanted::add);
            sample(samples.subdistrictRule(), bySlug, today).ifPresent(wanted::add);
        }
        boolean moved = bringTo(wanted, today);
        return (settings.demo() && addExceptions(bySlug, today)) | moved;
    }

    private List<NewRule> ofItem(ServiceItem item, LocalDate today) {
        List<NewRule> rules = new ArrayList<>();
        for (String where : item.deliveredAt()) {
            boolean centre = where.equals(CENTRE);
            String kind = NO_CENTRE.contains(item.decidedBy()) ? AFFAIRS : item.decidedBy();
            rules.add(new NewRule(
                    ids.next(),
                    null,
                    null,
                    item.id(),
                    centre ? null : where,
                    centre ? kind : null,
                    Readiness.AVAILABLE,
                    item.ways(),
                    patternFor(item.ways()),
                    null,
                    FROM_ITEM,
                    today,
                    null));
        }
        return rules;
    }

    private @Nullable String patternFor(Set<Way> ways) {
        return ways.contains(Way.VIDEO) ? defaults.videoPattern() : null;
    }

    /** False is a source's word; where no source says, the rule of the city holds. */
    private List<NewRule> ofProfiles(List<ServiceItem> items, LocalDate today) {
        List<NewRule> rules = new ArrayList<>();
        CatalogueDefaults.ResidentsOnly residentsOnly = defaults.residentsOnlyDistricts();
        for (Division district : divisions.listDistricts()) {
            boolean without = profiles.find(district.id())
                    .map(profile -> Boolean.FALSE.equals(profile.governmentServices()))
                    .orElse(false);
            for (ServiceItem item : items) {
                if (without && item.serviceClass().equals(residentsOnly.serviceClass())) {
                    rules.add(new NewRule(
                            ids.next(),
                            null,
                            district.id().value(),
                            item.id(),
                            null,
                            null,
                            Readiness.NOT_TAKEN_ON,
                            Set.of(),
                            null,
                            residentsOnly.reason(),
                            FROM_PROFILE,
                            today,
                            null));
                }
            }
        }
        return rules;
    }

    private Optional<NewRule> sample(
            CatalogueDefaults.SampleRule rule, Map<String, ServiceItem> bySlug, LocalDate today) {
        ServiceItem item = bySlug.get(rule.item());
        Optional<Division> area = divisions.find(rule.area());
        if (item == null || area.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewRule(
                ids.next(),
                area.get().subdistrictId(),
                area.get().id().value(),
                item.id(),
                null,
                null,
                rule.readiness(),
                rule.ways(),
                patternFor(rule.ways()),
                rule.reason(),
                SAMPLE,
                today,
                null));
    }

    private boolean bringTo(List<NewRule> wanted, LocalDate today) {
        Map<RuleText, UUID> current = store.currentRules(SOURCES, today);
        Map<RuleText, NewRule> missing = new HashMap<>();
        Set<RuleText> kept = new HashSet<>();
        for (NewRule rule : wanted) {
            if (current.containsKey(rule.text())) {
                kept.add(rule.text());
            } else {
                missing.put(rule.text(), rule);
            }
        }
        List<UUID> stale = current.entrySet().stream()
                .filter(rule -> !kept.contains(rule.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        store.endRules(stale, today);
        store.addRules(List.copyOf(missing.values()));
        return !stale.isEmpty() || !missing.isEmpty();
    }

    /** Samples stand only where nobody decided anything yet. */
    private boolean addExceptions(Map<String, ServiceItem> bySlug, LocalDate today) {
        boolean added = false;
        for (CatalogueDefaults.SampleException sample : defaults.samples().exceptions()) {
            ServiceItem item = bySlug.get(sample.item());
            Optional<Station> station = divisions.find(sample.committee()).flatMap(stations::of);
            if (item != null && station.isPresent()) {
                added |= exceptions.addSample(new ExceptionStore.NewException(
                        station.get().id(),
                        station.get().area().value(),
                        item.id(),
                        sample.readiness(),
                        sample.ways(),
                        patternFor(sample.ways()),
                        sample.hoursNote(),
                        sample.reason(),
                        true,
                        today,
                        clock.instant(),
                        Scoped.current().actorKey()));
            }
        }
        return added;
    }
}
