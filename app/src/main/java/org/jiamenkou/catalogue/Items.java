package org.jiamenkou.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.catalogue.store.ItemStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service items in force, and their history. Outside demo mode items with invented particulars (示例) do not exist.
 * Today's list is kept on the node until the catalogue changes or the day turns.
 */
@Service
public class Items {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private static final Set<String> MODULES = Set.of("catalogue");

    private final Scoped scoped;
    private final CatalogueReads reads;
    private final ItemStore items;
    private final Settings settings;
    private final Changes changes;
    private final ChangeVersions versions;
    private final ContentRules rules;
    private final Ids ids;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    Items(
            Scoped scoped,
            CatalogueReads reads,
            ItemStore items,
            Settings settings,
            Changes changes,
            ChangeVersions versions,
            ContentRules rules,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.reads = reads;
        this.items = items;
        this.settings = settings;
        this.changes = changes;
        this.versions = versions;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    private record Kept(
            long version,
            LocalDate day,
            List<ServiceItem> all,
            Map<String, ServiceItem> bySlug,
            Map<ItemId, ServiceItem> byId) {}

    /** The item in force today. */
    public Optional<ServiceItem> findBySlug(String slug) {
        return Optional.ofNullable(today().bySlug().get(slug));
    }

    public Optional<ServiceItem> find(ItemId id) {
        return Optional.ofNullable(today().byId().get(id));
    }

    /** All items in force today, by class and slug. */
    public List<ServiceItem> listAll() {
        return today().all();
    }

    /** How many items in force each class has; classes without items are absent. */
    public Map<String, Integer> countsByClass() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        today().all().forEach(item -> counts.merge(item.serviceClass(), 1, Integer::sum));
        return counts;
    }

    /** Every version of an item, newest first; empty when there never was one. */
    public List<ServiceItem> history(String slug) {
        return reads.read(() -> items.listVersions(slug)).stream()
                .filter(this::isShown)
                .toList();
    }

    /**
     * Publishes a version in the transaction of the given scope; it must write everywhere.
     *
     * @param validFrom first day in force; the version before ends the day before
     */
    public PublishOutcome publish(Scope scope, ItemContent content, LocalDate validFrom, @Nullable LocalDate validTo) {
        List<GuideRefusal> refusals = new ArrayList<>(rules.refusals(content));
        if (validTo != null && validTo.isBefore(validFrom)) {
            refusals.add(new GuideRefusal.ValidityOutOfOrder());
        }
        if (!refusals.isEmpty()) {
            return new PublishOutcome.Refused(content.slug(), refusals);
        }
        return scoped.transaction(scope, () -> add(content, validFrom, validTo));
    }

    private PublishOutcome add(ItemContent content, LocalDate validFrom, @Nullable LocalDate validTo) {
        String hash = hashOf(content);
        Optional<ItemStore.Newest> newest = items.lockNewest(content.slug());
        if (newest.isPresent()
                && newest.get().contentHash().equals(hash)
                && newest.get().validTo() == null
                && validTo == null) {
            return new PublishOutcome.SameAsNewest(content.slug());
        }
        ItemId id = newest.map(ItemStore.Newest::id).orElseGet(() -> new ItemId(ids.next()));
        if (newest.isEmpty()) {
            items.addItem(id, content.slug());
        } else {
            items.end(id, validFrom, null);
        }
        ServiceItem item = new ServiceItem(
                id,
                content,
                newest.map(one -> one.version() + 1).orElse(1),
                validFrom,
                validTo,
                validFrom.plusYears(1));
        items.addVersion(new ItemStore.NewVersion(item, hash, Scoped.current().actorKey(), clock.instant()));
        changes.publish(new Change("catalogue", "ItemPublished", content.slug(), null));
        return new PublishOutcome.Published(item);
    }

    /** Takes an item out of force from this day on; its history stays. Nothing happens to an unknown slug. */
    public void withdraw(Scope scope, Withdrawal withdrawal) {
        scoped.transaction(scope, () -> {
            items.lockNewest(withdrawal.slug()).ifPresent(newest -> {
                items.end(newest.id(), withdrawal.firstDayWithout(), withdrawal.reason());
                changes.publish(new Change("catalogue", "ItemWithdrawn", withdrawal.slug(), null));
            });
        });
    }

    /** @param firstDayWithout the item is in force up to the day before */
    public record Withdrawal(String slug, LocalDate firstDayWithout, String reason) {}

    private boolean isShown(ServiceItem item) {
        return settings.demo() || !item.sample();
    }

    private Kept today() {
        LocalDate day = LocalDate.now(clock);
        long version = versions.of(MODULES);
        Kept current = kept;
        if (current == null || current.version() != version || !current.day().equals(day)) {
            current = read(version, day);
            kept = current;
        }
        return current;
    }

    private Kept read(long version, LocalDate day) {
        List<ServiceItem> found = reads.read(() -> items.listInForce(day)).stream()
                .filter(this::isShown)
                .sorted(Comparator.comparing(ServiceItem::serviceClass).thenComparing(ServiceItem::slug))
                .toList();
        Map<String, ServiceItem> bySlug = new LinkedHashMap<>();
        Map<ItemId, ServiceItem> byId = new LinkedHashMap<>();
        found.forEach(item -> {
            bySlug.put(item.slug(), item);
            byId.put(item.id(), item);
        });
        return new Kept(version, day, found, bySlug, byId);
    }

    /** The same content has the same hash, in whatever order a file or the database keeps it. */
    static String hashOf(ItemContent content) {
        return HexFormat.of().formatHex(Sm3.hash(CANONICAL.writeValueAsBytes(content)));
    }
}
