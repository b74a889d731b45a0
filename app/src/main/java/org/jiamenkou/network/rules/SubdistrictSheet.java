package org.jiamenkou.network.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.network.Division;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.text.PublicCode;
import org.jspecify.annotations.Nullable;

/**
 * The stations of one subdistrict: one for each real committee, with nothing else known of it, or with invented
 * particulars in the sample network.
 */
public final class SubdistrictSheet {
    private final Sheet sheet;
    private final StationNames names;
    private final Setting setting;
    private final SampleStation sample;

    /**
     * @param brand of the district, null where it has none
     * @param districtCode 12 digits
     * @param demo whether particulars are invented
     */
    public record Setting(
            Division subdistrict,
            @Nullable LocalText brand,
            String districtCode,
            SampleWords words,
            Supplier<UUID> ids,
            LocalDate today,
            boolean demo) {
        boolean isDemoSubdistrict() {
            return demo && subdistrict.code().equals(words.demoSubdistrict());
        }
    }

    public SubdistrictSheet(Sheet sheet, StationNames names, Setting setting) {
        this.sheet = sheet;
        this.names = names;
        this.setting = setting;
        this.sample = new SampleStation(sheet, setting.words(), setting.ids(), setting.today(), setting.subdistrict());
    }

    /**
     * @param places one for each committee, in their order
     * @return ids of the stations by the code of their committee
     */
    public Map<String, UUID> addStations(List<Division> committees, List<double[]> places) {
        Map<String, UUID> stations = new HashMap<>();
        for (int i = 0; i < committees.size(); i++) {
            Division committee = committees.get(i);
            if (!committee.hasStation()) {
                continue;
            }
            double[] place = setting.demo() ? places.get(i) : new double[0];
            stations.put(committee.code(), addStation(committee, i, place));
        }
        return stations;
    }

    /**
     * One station of a committee.
     *
     * @param number its public code's number in the subdistrict, never given before
     * @param place longitude and latitude, used only where particulars are invented
     */
    public UUID addStation(Division committee, int number, double[] place) {
        UUID id = setting.ids().get();
        String template = templateOf(committee);
        Sheet.Row row = station(committee, id, number)
                .set("type", committee.form().equals("VILLAGERS") ? "village-centre" : "residents-station")
                .set("template", setting.demo() ? template : null);
        name(row, names.of(committee, setting.brand()));
        serves(committee, id);
        if (setting.demo()) {
            sample.fill(
                    row,
                    new SampleStation.Plan(id, committee, template, setting.isDemoSubdistrict(), committee.bilingual()),
                    place);
        }
        return id;
    }

    private String templateOf(Division committee) {
        if (committee.form().equals("VILLAGERS")) {
            boolean fourHalls = setting.districtCode().equals("310120000000")
                    && committee.code().hashCode() % 4 == 0;
            return fourHalls ? "four-halls" : "four-stations-one-room";
        }
        return setting.districtCode().equals("310106000000") ? "jingan-four-areas" : "five-areas";
    }

    Sheet.Row station(Division area, UUID id, int number) {
        String prefix = java.util.Objects.requireNonNull(setting.subdistrict().codePrefix());
        return sheet.add(Sheet.Table.stations)
                .set("subdistrict_id", setting.subdistrict().id().value())
                .set("id", id)
                .set("area_id", area.id().value())
                .set("code", PublicCode.numbered(prefix, number).value())
                .set("opens_short", false)
                .set("sample", setting.demo())
                .set("version", 1);
    }

    static void name(Sheet.Row row, LocalText name) {
        row.set("name_zh", name.zh()).set("name_en", name.en());
    }

    void serves(Division committee, UUID station) {
        sheet.add(Sheet.Table.station_committees)
                .set("subdistrict_id", setting.subdistrict().id().value())
                .set("station_id", station)
                .set("committee_id", committee.id().value())
                .set("area_id", setting.subdistrict().id().value());
    }

    SampleStation sample() {
        return sample;
    }

    Setting setting() {
        return setting;
    }

    Sheet sheet() {
        return sheet;
    }
}
