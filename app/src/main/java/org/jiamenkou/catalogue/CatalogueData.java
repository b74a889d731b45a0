package org.jiamenkou.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jiamenkou.catalogue.store.ItemStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.stereotype.Component;

/**
 * Loads the items that ship. A changed file publishes new versions of what changed in it and leaves published versions
 * alone; an item that is in no file any more is withdrawn. Outside demo mode samples (示例) are left out.
 */
@Component
class CatalogueData implements StartupTask {
    static final SystemScope SCOPE = new SystemScope("catalogue.load");

    private final Scoped scoped;
    private final Items items;
    private final ItemStore store;
    private final OfferingData offerings;
    private final Settings settings;
    private final Changes changes;
    private final Clock clock;

    CatalogueData(
            Scoped scoped,
            Items items,
            ItemStore store,
            OfferingData offerings,
            Settings settings,
            Changes changes,
            Clock clock) {
        this.scoped = scoped;
        this.items = items;
        this.store = store;
        this.offerings = offerings;
        this.settings = settings;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public int floor() {
        return 4;
    }

    @Override
    public String nameKey() {
        return "catalogue.task.load";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        List<ItemFile> files = ItemFile.readAll();
        Map<String, String> hashes = new HashMap<>();
        files.forEach(file -> hashes.put("items/" + file.name(), file.hash()));
        hashes.put("demo", Boolean.toString(settings.demo()));
        boolean news = !scoped.read(SCOPE, store::loadedFiles).equals(hashes);
        scoped.transaction(SCOPE, () -> {
            LocalDate today = LocalDate.now(clock);
            if (news) {
                publish(files, today, progress);
                store.setLoadedFiles(hashes, clock.instant());
            }
            if (offerings.load(store.listInForce(today), today) || news) {
                changes.publish(new Change("catalogue", "CatalogueLoaded", "files", null));
            }
        });
    }

    private void publish(List<ItemFile> files, LocalDate today, BiConsumer<Integer, Integer> progress) {
        List<ItemContent> wanted = new ArrayList<>();
        files.forEach(file -> wanted.addAll(file.items()));
        wanted.removeIf(item -> item.sample() && !settings.demo());
        List<String> refused = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (ItemContent item : wanted) {
            if (!slugs.add(item.slug())) {
                refused.add(item.slug() + " stands twice");
            }
            if (items.publish(SCOPE, item, today, null) instanceof PublishOutcome.Refused no) {
                refused.add(no.slug() + ": " + no.refusals());
            }
            progress.accept(slugs.size(), wanted.size());
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("the items that ship break the rules:\n" + String.join("\n", refused));
        }
        store.newestBySlug().forEach((slug, newest) -> {
            if (newest.publishedBy().equals(SCOPE.actorKey()) && newest.validTo() == null && !slugs.contains(slug)) {
                items.withdraw(SCOPE, new Items.Withdrawal(slug, today, "no longer among the files that ship"));
            }
        });
    }
}
