package org.jiamenkou.network.rules;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.network.Division;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Makes the organisations of the city, of a district and of a subdistrict. */
public final class OrganisationSheet {
    private static final UUID CITY_WIDE = new UUID(0, 0);

    private final Sheet sheet;
    private final OrganisationPlans plans;
    private final OrganisationPlans.PartyNames party;
    private final NameForms forms;
    private final Supplier<UUID> ids;

    public OrganisationSheet(
            Sheet sheet,
            OrganisationPlans plans,
            OrganisationPlans.PartyNames party,
            NameForms forms,
            Supplier<UUID> ids) {
        this.sheet = sheet;
        this.plans = plans;
        this.party = party;
        this.forms = forms;
        this.ids = ids;
    }

    /** Departments and the upper party organisations; subdistricts follow one by one. */
    public void addCity(Division city, List<Division> districts, boolean demo) {
        UUID top = ids.get();
        add(city, "PARTY", "city")
                .set("id", top)
                .set("sample", false)
                .set("name_zh", party.city().zh())
                .set("name_en", party.city().en());
        for (Division district : districts) {
            for (OrganisationPlans.Plan plan : plans.departments()) {
                named(add(district, "DEPARTMENT", plan.code()), pattern(plan).with("{district}", district.name()))
                        .set("lines", Objects.requireNonNullElse(plan.lines(), List.of()))
                        .set("source", plan.source())
                        .set("sample", plan.sample());
            }
            named(add(district, "PARTY", "district"), party.district().with("{name}", district.name()))
                    .set("parent_id", top)
                    .set("sample", false);
        }
        if (demo) {
            for (OrganisationPlans.Plan plan : plans.operators()) {
                add(city, "OPERATOR", Objects.requireNonNull(plan.kind()))
                        .set("name_zh", plan.name())
                        .set("name_en", plan.nameEn())
                        .set("source", plan.source())
                        .set("sample", true);
            }
        }
    }

    /** The subdistrict's six centres, hubs and party organisations. */
    public void addSubdistrict(
            Division subdistrict, List<Division> committees, @Nullable UUID districtParty, @Nullable Demo demo) {
        for (int i = 0; i < plans.centreTemplates().size(); i++) {
            OrganisationPlans.Plan plan = plans.centreTemplates().get(i);
            Sheet.Row row = named(
                            add(subdistrict, "CENTRE", plan.code()),
                            pattern(plan).with("{subdistrict}", subdistrict.name()))
                    .set("source", plan.source())
                    .set("sample", demo != null);
            if (demo != null) {
                fill(row, subdistrict, demo, i);
            }
            if (plan.code().equals("affairs")) {
                row.opens("affairs-centre");
            }
        }
        for (OrganisationPlans.Plan plan : plans.hubs()) {
            named(add(subdistrict, "HUB", plan.code()), pattern(plan).with("{subdistrict}", subdistrict.name()))
                    .set("source", plan.source())
                    .set("sample", plan.sample());
        }
        addParty(subdistrict, committees, districtParty);
    }

    /** Where the centres of the sample network lie. */
    public record Demo(SampleWords words, double[] place) {}

    private void fill(Sheet.Row row, Division subdistrict, Demo demo, int number) {
        SplittableRandom random = new SplittableRandom(Long.parseLong(subdistrict.code()) + number);
        SampleWords.Text address = demo.words().address();
        LocalText filled = new LocalText(address.zh(), address.en());
        String house = "" + (1 + random.nextInt(999));
        row.set(
                        "address_zh",
                        filled.zh()
                                .replace("{subdistrict}", subdistrict.name().zh())
                                .replace("{number}", house))
                .set("longitude", demo.place()[0])
                .set("latitude", demo.place()[1])
                .set("phone", "021-5550 %04d".formatted(random.nextInt(10_000)));
        if (filled.en() != null && subdistrict.name().en() != null) {
            row.set(
                    "address_en",
                    filled.en()
                            .replace("{subdistrict}", subdistrict.name().en())
                            .replace("{number}", house));
        }
        String code = plans.centreTemplates().get(number).code();
        if (!code.equals("affairs")) {
            row.opens(
                    switch (code) {
                        case "health" -> "health-centre";
                        case "culture" -> "culture-centre";
                        default -> "office";
                    });
        }
    }

    private void addParty(Division subdistrict, List<Division> committees, @Nullable UUID districtParty) {
        UUID here = ids.get();
        SampleWords.Text form = subdistrict.form().equals("STREET") ? party.street() : party.town();
        named(add(subdistrict, "PARTY", "subdistrict"), form.with("{name}", subdistrict.name()))
                .set("id", here)
                .set("parent_id", districtParty)
                .set("sample", false);
        for (Division committee : committees) {
            if (committee.hasStation()) {
                SampleWords.Text name = committee.form().equals("VILLAGERS") ? party.village() : party.committee();
                String bare = forms.bare(committee.name().zh());
                named(add(committee, "PARTY", "neighbourhood"), name.with("{name}", LocalText.of(bare)))
                        .set("parent_id", here)
                        .set("sample", true);
            }
        }
    }

    private static SampleWords.Text pattern(OrganisationPlans.Plan plan) {
        return Objects.requireNonNull(plan.pattern(), plan.code());
    }

    private static Sheet.Row named(Sheet.Row row, LocalText name) {
        return row.set("name_zh", name.zh()).set("name_en", name.en());
    }

    private Sheet.Row add(Division area, String kind, CharSequence type) {
        return sheet.add(Sheet.Table.organisations)
                .set("subdistrict_id", area.subdistrictId() == null ? CITY_WIDE : area.subdistrictId())
                .set("id", ids.get())
                .set("area_id", area.id().value())
                .set("kind", kind)
                .set("type", type)
                .set("lines", List.of());
    }
}
