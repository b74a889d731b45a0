package org.jiamenkou.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jiamenkou.catalogue.store.EntryStore;
import org.jiamenkou.catalogue.store.ListStore;
import org.jiamenkou.catalogue.store.OfferingStore;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Loads the entry approvals and lists that ship; what is there already stays as it is. */
@Component
class ApprovalData implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("catalogue.approvals");
    private static final String CITY = "city";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Scoped scoped;
    private final EntryStore store;
    private final ListStore listStore;
    private final Divisions divisions;
    private final Settings settings;
    private final Ids ids;

    ApprovalData(
            Scoped scoped, EntryStore store, ListStore listStore, Divisions divisions, Settings settings, Ids ids) {
        this.scoped = scoped;
        this.store = store;
        this.listStore = listStore;
        this.divisions = divisions;
        this.settings = settings;
        this.ids = ids;
    }

    @Override
    public int floor() {
        return 4;
    }

    @Override
    public String nameKey() {
        return "catalogue.task.approvals";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        scoped.transaction(SCOPE, () -> {
            for (EntryApproval approval : approvals()) {
                if (settings.demo() || !approval.sample()) {
                    area(approval.area())
                            .ifPresent(area -> store.add(new EntryRecord(ids.next(), new Place(area, null), approval)));
                }
            }
            for (PositiveList list : lists()) {
                if (settings.demo() || !list.sample()) {
                    area(list.area()).ifPresent(area -> listStore.addVersion(area, new ListVersion(ids.next(), list)));
                }
            }
        });
    }

    /** The nil UUID for the city; empty when no district has the name. */
    private Optional<UUID> area(String name) {
        return name.equals(CITY)
                ? Optional.of(OfferingStore.NIL)
                : divisions.listDistricts().stream()
                        .filter(district -> district.name().zh().equals(name))
                        .map(district -> district.id().value())
                        .findFirst();
    }

    static List<EntryApproval> approvals() {
        List<ApprovalFile> files = read("entry-approvals.yaml", new TypeReference<>() {});
        return files.stream().map(ApprovalFile::toApproval).toList();
    }

    static List<PositiveList> lists() {
        List<ListFile> files = read("lists.yaml", new TypeReference<>() {});
        return files.stream().map(ListFile::toList).toList();
    }

    private record ListFile(
            String list,
            String area,
            String version,
            LocalText name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            boolean sample,
            List<EntryFile> entries) {
        PositiveList toList() {
            return new PositiveList(
                    list,
                    area,
                    version,
                    name,
                    validFrom,
                    validTo,
                    source,
                    sample,
                    entries.stream().map(EntryFile::toEntry).toList());
        }
    }

    private record EntryFile(
            int no,
            String zh,
            String en,
            Guide.@Nullable Basis basis,
            @Nullable LocalText note,
            @Nullable LocalText instead) {
        PositiveList.Entry toEntry() {
            return new PositiveList.Entry(no, new LocalText(zh, en), basis, note, instead);
        }
    }

    private static <T> List<T> read(String file, TypeReference<List<T>> type) {
        try (InputStream in = ApprovalData.class.getResourceAsStream("/data/catalogue/" + file)) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
