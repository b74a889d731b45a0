package org.jiamenkou.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.AreaTree;
import org.jiamenkou.network.rules.DivisionCodes;
import org.jiamenkou.network.store.DivisionStore;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The tree of divisions, kept in memory until it changes. Codes are data: a division found today by one code keeps
 * resolving by it after a later edition gave it another.
 */
@Service
public class Divisions implements AreaTree {
    private final PublicReads reads;
    private final DivisionStore store;
    private final Kept<Copy> kept;

    Divisions(PublicReads reads, DivisionStore store, ChangeVersions versions) {
        this.reads = reads;
        this.store = store;
        this.kept = new Kept<>(versions, this::refresh);
    }

    /** One state of the tree. */
    private record Copy(
            long stamp,
            Map<UUID, Division> byId,
            Map<String, Division> byCode,
            Map<UUID, List<Division>> children,
            Map<String, UUID> retiredCodes,
            Map<UUID, List<UUID>> successors) {}

    /** @throws NoSuchElementException when there is and was no such division */
    public Division get(DivisionId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no division " + id));
    }

    /** Retired divisions are found too: what referred to one keeps referring to it. */
    public Optional<Division> find(DivisionId id) {
        return Optional.ofNullable(copy().byId().get(id.value()));
    }

    /** By a code of 12, 9 or 6 digits that holds today. */
    public Optional<Division> find(String code) {
        return DivisionCodes.normalise(code).map(twelve -> copy().byCode().get(twelve));
    }

    /** What a code of 12, 9 or 6 digits stands for, or why it does not. */
    public DivisionAnswer resolve(String code) {
        Optional<String> twelve = DivisionCodes.normalise(code);
        if (twelve.isEmpty()) {
            return new DivisionAnswer.Malformed(code);
        }
        Copy copy = copy();
        Division today = copy.byCode().get(twelve.get());
        if (today != null) {
            return new DivisionAnswer.Current(today);
        }
        UUID old = copy.retiredCodes().get(twelve.get());
        Division former = old == null ? null : copy.byId().get(old);
        if (former == null) {
            return new DivisionAnswer.Unknown(code);
        }
        return new DivisionAnswer.Retired(former, former.retired() ? successorsOf(copy, former) : List.of(former));
    }

    /** Successors that hold today, however many editions lie between. */
    private static List<Division> successorsOf(Copy copy, Division former) {
        Set<UUID> seen = new LinkedHashSet<>(List.of(former.id().value()));
        List<UUID> open = new ArrayList<>(seen);
        List<Division> today = new ArrayList<>();
        while (!open.isEmpty()) {
            for (UUID next : copy.successors().getOrDefault(open.removeFirst(), List.of())) {
                Division successor = copy.byId().get(next);
                if (successor == null || !seen.add(next)) {
                    continue;
                }
                if (successor.retired()) {
                    open.add(next);
                } else {
                    today.add(successor);
                }
            }
        }
        return today;
    }

    public Division city() {
        return find(DivisionCodes.CITY).orElseThrow(() -> new NoSuchElementException("no divisions are loaded yet"));
    }

    public List<Division> listDistricts() {
        return list(DivisionKind.DISTRICT);
    }

    /** Divisions of a level that hold today, by code. */
    public List<Division> list(DivisionKind kind) {
        return copy().byId().values().stream()
                .filter(division -> division.kind() == kind && !division.retired())
                .sorted(java.util.Comparator.comparing(Division::code))
                .toList();
    }

    /** The divisions directly below that hold today, by code. */
    public List<Division> children(DivisionId parent) {
        return copy().children().getOrDefault(parent.value(), List.of());
    }

    /** From the city down to the division itself. */
    public List<Division> path(DivisionId id) {
        List<Division> path = new ArrayList<>();
        for (DivisionId at = id; at != null; at = path.getFirst().parent()) {
            path.addFirst(get(at));
        }
        return List.copyOf(path);
    }

    /** The district a division lies in; itself for a district. Empty for the city. */
    public Optional<Division> districtOf(DivisionId id) {
        return path(id).stream()
                .filter(division -> division.kind() == DivisionKind.DISTRICT)
                .findFirst();
    }

    /** The subdistrict whose public codes begin with these two characters. */
    public Optional<Division> findByCodePrefix(String prefix) {
        return copy().byId().values().stream()
                .filter(division -> Objects.equals(division.codePrefix(), prefix))
                .findFirst();
    }

    @Override
    public Set<UUID> reach(UUID areaId) {
        Division area = copy().byId().get(areaId);
        if (area == null || area.kind() != DivisionKind.DISTRICT) {
            return Set.of(areaId);
        }
        Set<UUID> reach = new LinkedHashSet<>(List.of(areaId));
        for (Division any : copy().byId().values()) {
            if (any.kind() == DivisionKind.SUBDISTRICT && area.id().equals(any.parent())) {
                reach.add(any.id().value());
            }
        }
        return reach;
    }

    @Override
    public boolean isCity(UUID areaId) {
        Division area = copy().byId().get(areaId);
        return area != null && area.kind() == DivisionKind.CITY;
    }

    @Override
    public Optional<Place> findByCode(String divisionCode) {
        return find(divisionCode).map(Division::place);
    }

    @Override
    public Optional<AreaTree.Area> findArea(UUID areaId) {
        return Optional.ofNullable(copy().byId().get(areaId)).map(this::named);
    }

    @Override
    public List<AreaTree.Area> listMeant(String words, int most) {
        Optional<Division> byCode = find(words);
        if (byCode.isPresent()) {
            return List.of(named(byCode.get()));
        }
        List<Division> alike = copy().byId().values().stream()
                .filter(division -> !division.retired() && division.kind().compareTo(DivisionKind.ESTATE) < 0)
                .filter(division -> division.name().zh().contains(words))
                .sorted(java.util.Comparator.comparing(Division::kind).thenComparing(Division::code))
                .toList();
        List<Division> exact = alike.stream()
                .filter(division -> division.name().zh().equals(words))
                .toList();
        return (exact.isEmpty() ? alike : exact)
                .stream().limit(most).map(this::named).toList();
    }

    private AreaTree.Area named(Division division) {
        List<Division> path = path(division.id());
        List<Division> shown = path.size() > 1 ? path.subList(1, path.size()) : path;
        String zh = String.join(" ", shown.stream().map(one -> one.name().zh()).toList());
        String en = division.name().en();
        return new AreaTree.Area(division.id().value(), division.code(), new LocalText(zh, en), division.place());
    }

    private Copy copy() {
        return kept.get();
    }

    private Copy refresh(@Nullable Copy before) {
        return reads.read(() -> {
            long stamp = store.stamp();
            return before != null && before.stamp() == stamp ? before : load(stamp);
        });
    }

    private Copy load(long stamp) {
        Map<UUID, Division> byId = new HashMap<>();
        Map<String, Division> byCode = new HashMap<>();
        Map<UUID, List<Division>> children = new HashMap<>();
        for (Division division : store.listDivisions()) {
            byId.put(division.id().value(), division);
            if (!division.retired()) {
                byCode.put(division.code(), division);
                if (division.parent() != null) {
                    children.computeIfAbsent(division.parent().value(), id -> new ArrayList<>())
                            .add(division);
                }
            }
        }
        children.replaceAll((id, below) -> List.copyOf(below));
        return new Copy(stamp, byId, byCode, children, store.listRetiredCodes(), store.listSuccessions());
    }
}
