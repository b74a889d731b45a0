package org.jiamenkou.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.directory.hsds.HsdsPage;
import org.jiamenkou.directory.hsds.HsdsQuery;
import org.jiamenkou.directory.hsds.HsdsRecords;
import org.jiamenkou.directory.hsds.HsdsWords;
import org.jiamenkou.directory.hsds.Terms;
import org.jiamenkou.directory.store.OfferedStore;
import org.jiamenkou.elements.Code;
import org.jiamenkou.elements.CodeSet;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Service;

/** Services, organisations, taxonomies and terms of the directory as HSDS 3.0 has them; all from memory. */
@Service
public class HsdsLists {
    private final HsdsSnapshots snapshots;
    private final Divisions divisions;

    HsdsLists(HsdsSnapshots snapshots, Divisions divisions) {
        this.snapshots = snapshots;
        this.divisions = divisions;
    }

    /** Changes whenever an answer may; for conditional requests. */
    public String state() {
        HsdsSnapshots.Snapshot now = snapshots.current();
        return now.version() + "/" + now.day() + "/" + System.identityHashCode(now);
    }

    private static HsdsPage cut(HsdsQuery query, List<Map<String, Object>> all) {
        long from = Math.min(all.size(), (query.page() - 1L) * query.perPage());
        long to = Math.min(all.size(), from + query.perPage());
        return HsdsPage.of(all.size(), query, all.subList((int) from, (int) to));
    }

    public HsdsPage listServices(HsdsQuery query, HsdsWords words) {
        HsdsSnapshots.Snapshot now = snapshots.current();
        HsdsRecords records = new HsdsRecords(words, now.terms());
        Instant modified = now.changes().city();
        UUID organisation = query.organisation();
        List<ServiceItem> among = organisation == null || organisation.equals(HsdsRecords.NETWORK)
                ? now.index().items()
                : now.index().itemsAt(operatedBy(organisation, now));
        List<Map<String, Object>> found = new ArrayList<>();
        for (ServiceItem item : among) {
            if (isWanted(item, query) && (query.modifiedAfter() == null || !modified.isBefore(query.modifiedAfter()))) {
                Map<String, Object> service =
                        query.full() ? records.serviceInFull(item, modified) : records.service(item, modified);
                found.add(query.minimal() ? minimal(service) : service);
            }
        }
        return cut(query, found);
    }

    private static Map<String, Object> minimal(Map<String, Object> service) {
        Map<String, Object> least = new LinkedHashMap<>();
        for (String field : List.of("id", "name", "status", "last_modified")) {
            least.put(field, service.get(field));
        }
        return least;
    }

    private static boolean isWanted(ServiceItem item, HsdsQuery query) {
        UUID term = query.taxonomyTerm();
        UUID taxonomy = query.taxonomy();
        for (String word : query.search().split("\\s+")) {
            if (!HsdsDirectory.mentions(item, word)) {
                return false;
            }
        }
        return (term == null || Terms.has(item, term))
                && (taxonomy == null
                        || Terms.of(item).keySet().stream()
                                .anyMatch(set -> Terms.taxonomy(set).equals(taxonomy)));
    }

    public Optional<Map<String, Object>> findService(UUID id, HsdsWords words) {
        HsdsSnapshots.Snapshot now = snapshots.current();
        return now.index()
                .findItem(id)
                .map(item -> new HsdsRecords(words, now.terms())
                        .serviceInFull(item, now.changes().city()));
    }

    private static List<Station> operatedBy(UUID organisation, HsdsSnapshots.Snapshot now) {
        return now.index().stations().stream()
                .filter(station -> organisation.equals(now.operators().get(station.id())))
                .toList();
    }

    public HsdsPage listOrganisations(HsdsQuery query, HsdsWords words) {
        HsdsSnapshots.Snapshot now = snapshots.current();
        HsdsRecords records = new HsdsRecords(words, now.terms());
        List<Map<String, Object>> found = new ArrayList<>();
        add(found, records.network(), query);
        for (OfferedStore.OrganisationRow row : now.organisations().values()) {
            add(found, records.organisation(behind(row, now)), query);
        }
        HsdsPage page = cut(query, found);
        if (!query.full() && !query.fullService()) {
            return page;
        }
        List<Map<String, Object>> nested = new ArrayList<>();
        for (Map<String, Object> one : page.contents()) {
            nested.add(
                    one.get("id") instanceof UUID id
                            ? inFull(id, query.fullService(), words).orElse(one)
                            : one);
        }
        return HsdsPage.of(found.size(), query, nested);
    }

    private static void add(List<Map<String, Object>> found, Map<String, Object> organisation, HsdsQuery query) {
        String text = (organisation.get("name") + " " + organisation.get("alternate_name")).toLowerCase(Locale.ROOT);
        for (String word : query.search().split("\\s+")) {
            if (!text.contains(word)) {
                return;
            }
        }
        found.add(organisation);
    }

    private HsdsRecords.Behind behind(OfferedStore.OrganisationRow row, HsdsSnapshots.Snapshot now) {
        String area = divisions
                .find(new DivisionId(row.area()))
                .map(one -> one.name().zh())
                .orElse(null);
        UUID parent = row.parent() != null && now.organisations().containsKey(row.parent()) ? row.parent() : null;
        return new HsdsRecords.Behind(
                row.id(), new LocalText(row.nameZh(), row.nameEn()), area, parent, row.phone(), row.sample());
    }

    public Optional<Map<String, Object>> findOrganisation(UUID id, boolean fullService, HsdsWords words) {
        return inFull(id, fullService, words);
    }

    private Optional<Map<String, Object>> inFull(UUID id, boolean fullService, HsdsWords words) {
        HsdsSnapshots.Snapshot now = snapshots.current();
        HsdsRecords records = new HsdsRecords(words, now.terms());
        if (id.equals(HsdsRecords.NETWORK)) {
            Map<String, Object> network = records.network();
            network.put("services", services(now.index().items(), fullService, records, now));
            return Optional.of(network);
        }
        OfferedStore.OrganisationRow row = now.organisations().get(id);
        if (row == null) {
            return Optional.empty();
        }
        List<Station> operated = operatedBy(id, now);
        Map<String, Object> organisation = records.organisation(behind(row, now));
        organisation.put("phones", records.phones(row.phone(), id, "organization_id"));
        organisation.put("locations", operated.stream().map(records::location).toList());
        organisation.put("services", services(now.index().itemsAt(operated), fullService, records, now));
        return Optional.of(organisation);
    }

    private static List<Map<String, Object>> services(
            List<ServiceItem> items, boolean full, HsdsRecords records, HsdsSnapshots.Snapshot now) {
        return items.stream()
                .map(item -> full
                        ? records.serviceInFull(item, now.changes().city())
                        : minimal(records.service(item, now.changes().city())))
                .toList();
    }

    public HsdsPage listTaxonomies(HsdsQuery query, HsdsWords words) {
        Terms terms = snapshots.current().terms();
        HsdsRecords records = new HsdsRecords(words, terms);
        List<Map<String, Object>> found = new ArrayList<>();
        terms.sets().forEach(set -> add(found, records.taxonomy(set), query));
        return cut(query, found);
    }

    public Optional<Map<String, Object>> findTaxonomy(UUID id, HsdsWords words) {
        Terms terms = snapshots.current().terms();
        return terms.sets().stream()
                .filter(set -> Terms.taxonomy(set.code()).equals(id))
                .map(new HsdsRecords(words, terms)::taxonomy)
                .findFirst();
    }

    public HsdsPage listTerms(HsdsQuery query, HsdsWords words) {
        Terms terms = snapshots.current().terms();
        HsdsRecords records = new HsdsRecords(words, terms);
        Map<UUID, Boolean> parents = new HashMap<>();
        for (Code code : terms.codes()) {
            if (code.parent() != null) {
                parents.put(Terms.term(code.set(), code.parent()), true);
            }
        }
        List<Map<String, Object>> found = new ArrayList<>();
        for (Code code : terms.codes()) {
            Map<String, Object> term = records.term(terms.setOf(code), code);
            boolean wanted = (query.taxonomy() == null || query.taxonomy().equals(term.get("taxonomy_id")))
                    && (query.parent() == null || query.parent().equals(term.get("parent_id")))
                    && (!query.topOnly() || !parents.containsKey(term.get("id")));
            if (wanted) {
                add(found, term, query);
            }
        }
        return cut(query, found);
    }

    public Optional<Map<String, Object>> findTerm(UUID id, HsdsWords words) {
        Terms terms = snapshots.current().terms();
        HsdsRecords records = new HsdsRecords(words, terms);
        for (CodeSet set : terms.sets()) {
            for (Code code : set.codes()) {
                if (Terms.term(set.code(), code.code()).equals(id)) {
                    Map<String, Object> term = records.term(set, code);
                    term.put("taxonomy_detail", records.taxonomy(set));
                    return Optional.of(term);
                }
            }
        }
        return Optional.empty();
    }
}
