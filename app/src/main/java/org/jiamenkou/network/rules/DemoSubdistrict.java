package org.jiamenkou.network.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jiamenkou.network.Division;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What one real subdistrict has beside a station for each committee, to show everything once: points (1+X), parks, clusters,
 * estates with blocks and building groups, advisers of every role. All of it invented.
 */
public final class DemoSubdistrict {
    private static final int FIRST_PARK = 200;
    private static final int FIRST_POINT = 300;
    private static final List<String> SUBDISTRICT_ROLES = List.of(
            "charity-adviser",
            "disability-officer",
            "community-planner",
            "health-coach",
            "political-worker",
            "rehab-aids-consultant",
            "family-education-guide",
            "elder-care-adviser",
            "relief-adviser");

    private final SubdistrictSheet base;
    private final Sheet sheet;
    private final SampleWords words;
    private final SampleWords.Demo demo;
    private final Division subdistrict;
    private final Shape shape;

    public DemoSubdistrict(SubdistrictSheet base, Shape shape) {
        this.base = base;
        this.sheet = base.sheet();
        this.words = base.setting().words();
        this.demo = words.demo();
        this.subdistrict = base.setting().subdistrict();
        this.shape = shape;
    }

    /** A committee's station and where it lies. */
    public record Home(Division committee, UUID station, double[] place) {}

    public void add(List<Home> homes) {
        addPoints(homes);
        addParks(homes);
        addClusters(homes);
        addDivisions(homes);
        addAdvisers();
    }

    /** Every third station has two points, of kinds in turn. */
    private void addPoints(List<Home> homes) {
        List<Map.Entry<String, SampleWords.Text>> kinds =
                new ArrayList<>(demo.points().entrySet());
        kinds.sort(Map.Entry.comparingByKey());
        int number = 0;
        for (int i = 0; i < homes.size(); i += 3) {
            for (int n = 0; n < 2; n++) {
                Home home = homes.get(i);
                Map.Entry<String, SampleWords.Text> kind = kinds.get(number % kinds.size());
                LocalText word = kind.getValue().toLocal();
                LocalText of = home.committee().name();
                LocalText name =
                        new LocalText(of.zh() + word.zh(), of.en() == null ? null : of.en() + ", " + word.en());
                UUID id = base.setting().ids().get();
                Sheet.Row row = base.station(home.committee(), id, FIRST_POINT + number)
                        .set("type", "service-point")
                        .set("point_kind", kind.getKey())
                        .set("parent_id", home.station());
                SubdistrictSheet.name(row, name);
                place(row, near(home.place(), number));
                row.set("phone", "021-5550 %04d".formatted(9_000 + number)).opens("village-point");
                base.serves(home.committee(), id);
                number++;
            }
        }
    }

    private void addParks(List<Home> homes) {
        int number = 0;
        for (SampleWords.Named park : demo.parks()) {
            LocalText name = new LocalText(Objects.requireNonNull(park.zh()), park.en());
            addPark(homes, number++, new Park("service-park", "specialist-park", park.unit(), name));
        }
        for (int n = 1; n <= demo.parks().size(); n++) {
            LocalText name = demo.generalPark().with("{n}", n);
            addPark(homes, number++, new Park("general-park", "general-park", null, name));
        }
    }

    private record Park(
            Type type, String template, @Nullable String unit, LocalText name) {
        Park(String type, String template, @Nullable String unit, LocalText name) {
            this(new Type(type), template, unit, name);
        }
    }

    private record Type(String code) {}

    /** A park serves the committees around it. */
    private void addPark(List<Home> homes, int number, Park park) {
        UUID id = base.setting().ids().get();
        Home home = homes.get(number * 3 % homes.size());
        Sheet.Row row = base.station(subdistrict, id, FIRST_PARK + number)
                .set("type", park.type().code());
        SubdistrictSheet.name(row, park.name());
        for (int i = 0; i < 3; i++) {
            base.serves(homes.get((number * 3 + i) % homes.size()).committee(), id);
        }
        base.sample()
                .fill(
                        row.set("template", park.template()),
                        new SampleStation.Plan(id, subdistrict, park.template(), true, true),
                        near(home.place(), 50 + number));
        if (park.unit() != null) {
            sheet.add(Sheet.Table.rooms)
                    .set("subdistrict_id", subdistrict.id().value())
                    .set("id", base.setting().ids().get())
                    .set("station_id", id)
                    .set("area_id", subdistrict.id().value())
                    .set("position", 10)
                    .set("purpose", "activity")
                    .set("unit", park.unit())
                    .set("square_metres", 120)
                    .set("resident_use", true)
                    .set("sample", true);
        }
    }

    private void addClusters(List<Home> homes) {
        int count = demo.clusters().size();
        for (int c = 0; c < count; c++) {
            UUID id = base.setting().ids().get();
            SubdistrictSheet.name(
                    here(Sheet.Table.clusters).set("id", id),
                    demo.clusters().get(c).toLocal());
            for (int i = c * homes.size() / count; i < (c + 1) * homes.size() / count; i++) {
                sheet.add(Sheet.Table.cluster_committees)
                        .set("subdistrict_id", subdistrict.id().value())
                        .set("cluster_id", id)
                        .set("committee_id", homes.get(i).committee().id().value())
                        .set("area_id", subdistrict.id().value());
            }
        }
    }

    /** Estates below the first committees, with a block and building groups each. */
    private void addDivisions(List<Home> homes) {
        for (Home home : homes.subList(0, Math.min(6, homes.size()))) {
            Division committee = home.committee();
            for (int n = 1; n <= 2; n++) {
                String code = committee.code() + "-E" + n;
                UUID estate = below(
                        new Below("ESTATE", code, committee.id().value()),
                        demo.estate().with("{committee}", committee.name()).zh().replace("{n}", "" + n));
                String blockCode = code + "-B1";
                UUID block = below(new Below("BLOCK", blockCode, estate), numbered(demo.block(), 1));
                for (int g = 1; g <= 3; g++) {
                    below(new Below("BUILDING_GROUP", blockCode + "-G" + g, block), numbered(demo.group(), g));
                }
            }
        }
    }

    private static String numbered(SampleWords.Text pattern, int number) {
        return pattern.with("{n}", number).zh();
    }

    private record Below(Kind kind, String code, UUID parent) {
        Below(String kind, String code, UUID parent) {
            this(new Kind(kind), code, parent);
        }
    }

    private record Kind(String name) {}

    private UUID below(Below below, String name) {
        UUID id = base.setting().ids().get();
        sheet.add(Sheet.Table.divisions)
                .set("id", id)
                .set("kind", below.kind().name())
                .set("form", "BELOW")
                .set("name_zh", name)
                .set("parent_id", below.parent())
                .set("subdistrict_id", subdistrict.id().value())
                .set("area_types", List.of())
                .set("bilingual", false)
                .set("sample", true)
                .set("valid_from", base.setting().today());
        sheet.add(Sheet.Table.division_codes)
                .set("code", below.code())
                .set("division_id", id)
                .set("valid_from", base.setting().today());
        return id;
    }

    /** Advisers of the whole subdistrict; those of the committees stand on the boards of their stations. */
    private void addAdvisers() {
        SplittableRandom random = new SplittableRandom(SUBDISTRICT_ROLES.size());
        SamplePeople people = new SamplePeople(
                sheet, words, base.setting().ids(), base.setting().today());
        int line = 0;
        for (String role : SUBDISTRICT_ROLES) {
            SamplePeople.At at =
                    new SamplePeople.At(subdistrict, subdistrict, null, "021-5550 %04d".formatted(9_900 + line));
            UUID person = people.person(at, random);
            people.post(at, person, new SamplePeople.Duty("community-worker", role, "adviser", line++));
        }
    }

    private Sheet.Row here(Sheet.Table table) {
        return sheet.add(table)
                .set("subdistrict_id", subdistrict.id().value())
                .set("area_id", subdistrict.id().value())
                .set("sample", true);
    }

    private static void place(Sheet.Row row, double[] place) {
        row.set("longitude", place[0]).set("latitude", place[1]).set("coordinate_system", "WGS84");
    }

    /** Some hundred metres away, still inside the district. */
    private double[] near(double[] place, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            double longitude = Math.round((place[0] + (random.nextDouble() - 0.5) * 0.006) * 1e5) / 1e5;
            double latitude = Math.round((place[1] + (random.nextDouble() - 0.5) * 0.006) * 1e5) / 1e5;
            if (shape.contains(longitude, latitude)) {
                return new double[] {longitude, latitude};
            }
        }
        return place;
    }
}
