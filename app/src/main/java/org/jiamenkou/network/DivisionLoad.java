package org.jiamenkou.network;

import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jiamenkou.network.rules.DivisionCodes;
import org.jiamenkou.network.rules.DivisionSheet;
import org.jiamenkou.network.rules.SampleWords;
import org.jiamenkou.network.rules.Sheet;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the edition that ships with the program, and what sources say of districts, into rows. */
final class DivisionLoad {
    private final NetworkWords words;
    private final Supplier<UUID> ids;
    private final Instant now;
    private final boolean demo;

    DivisionLoad(NetworkWords words, Supplier<UUID> ids, Instant now, boolean demo) {
        this.words = words;
        this.ids = ids;
        this.now = now;
        this.demo = demo;
    }

    Sheet sheet() {
        Sheet sheet = new Sheet();
        DivisionList list = DivisionFiles.shipped();
        UUID edition = ids.get();
        sheet.add(Sheet.Table.division_editions)
                .set("id", edition)
                .set("name", list.title().name())
                .set("source", list.title().source().value())
                .set("as_of", list.asOf())
                .set("state", "CONFIRMED")
                .set("base_stamp", 0)
                .set("proposed_at", now.toString())
                .set("confirmed_at", now.toString());
        Map<String, String> english = englishNames();
        DivisionSheet divisions = new DivisionSheet(sheet, words.forms(), Map.of(), ids, 0);
        DivisionSheet.Edition from = new DivisionSheet.Edition(edition, list.asOf());
        Map<String, UUID> byCode = new HashMap<>();
        divisions.add(
                DivisionCodes.CITY, new DivisionSheet.Particulars(words.city().toLocal(), List.of(), false), from);
        for (DivisionList.Row row : DivisionSheet.parentsFirst(list.rows())) {
            byCode.put(row.code(), divisions.add(row.code(), particulars(row, english), from));
        }
        addProfiles(sheet, byCode);
        addDeclaredCounts(sheet);
        return sheet;
    }

    private DivisionSheet.Particulars particulars(DivisionList.Row row, Map<String, String> english) {
        String code = row.code();
        @Nullable String name = english.get(code);
        boolean bilingual = false;
        if (demo) {
            for (SampleWords.Named one : words.sample().demo().bilingual()) {
                if (code.equals(one.code())) {
                    name = one.en();
                    bilingual = true;
                }
            }
        }
        return new DivisionSheet.Particulars(new LocalText(row.name().value(), name), areaTypes(row), bilingual);
    }

    /** New towns stand in the plan (S3); young innovators' and town-managed communities are samples. */
    private List<String> areaTypes(DivisionList.Row row) {
        String code = row.code();
        if (words.sample().newTowns().contains(code)) {
            return List.of("new-town");
        }
        boolean residents = words.forms().formOf(code, row.name().value()).equals("RESIDENTS")
                && DivisionSheet.kindOf(code).equals("COMMITTEE");
        if (demo && residents) {
            long number = Long.parseLong(code);
            if (words.sample().youthDistricts().contains(code.substring(0, 6) + "000000") && number % 25 == 0) {
                return List.of("urban-community", "youth-community");
            }
            if (code.charAt(6) == '1' && number % 9 == 0) {
                return List.of("town-managed-community");
            }
        }
        return List.of();
    }

    private static Map<String, String> englishNames() {
        Map<String, String> names = new HashMap<>();
        try (StringReader reader = new StringReader(NetworkData.text("english-names.csv"))) {
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                String code = row.get("code");
                names.put(code + "0".repeat(12 - code.length()), row.get("en"));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names;
    }

    private static void addProfiles(Sheet sheet, Map<String, UUID> byCode) {
        for (JsonNode profile : NetworkData.yaml("district-profiles.yaml")) {
            sheet.add(Sheet.Table.district_profiles)
                    .set("district_id", byCode.get(profile.get("code").asString() + "000000"))
                    .set("brand_zh", text(profile.get("brand"), "zh"))
                    .set("brand_en", text(profile.get("brand"), "en"))
                    .set("taxonomy", text(profile, "taxonomy"))
                    .set(
                            "government_services",
                            profile.get("governmentServices").isNull()
                                    ? null
                                    : profile.get("governmentServices").asBoolean())
                    .set("source", text(profile, "source"))
                    .set("as_of", text(profile, "asOf"))
                    .set("note_zh", text(profile.get("note"), "zh"))
                    .set("note_en", text(profile.get("note"), "en"));
        }
    }

    private void addDeclaredCounts(Sheet sheet) {
        for (JsonNode count : NetworkData.yaml("declared-counts.yaml")) {
            sheet.add(Sheet.Table.declared_counts)
                    .set("id", ids.get())
                    .set("district_code", text(count, "district"))
                    .set("subdistrict_code", text(count, "subdistrict"))
                    .set("unit", text(count, "unit"))
                    .set("station_type", text(count, "stationType"))
                    .set("count", count.get("count").asInt())
                    .set("date", text(count, "date"))
                    .set("not_before", text(count, "notBefore"))
                    .set("source", text(count, "source"))
                    .set("place_inferred", count.get("placeInferred").asBoolean())
                    .set("note_zh", text(count.get("note"), "zh"))
                    .set("note_en", text(count.get("note"), "en"));
        }
    }

    private static @Nullable String text(@Nullable JsonNode node, String key) {
        if (node == null
                || node.isNull()
                || node.get(key) == null
                || node.get(key).isNull()) {
            return null;
        }
        return node.get(key).asString();
    }
}
