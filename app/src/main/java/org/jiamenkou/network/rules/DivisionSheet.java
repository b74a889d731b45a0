package org.jiamenkou.network.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.network.DivisionList;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.text.PublicCode;

/** Turns new divisions into rows. Parents come before children; prefixes of public codes are given out in order. */
public final class DivisionSheet {
    private final Sheet sheet;
    private final NameForms forms;
    private final Map<String, UUID> idsByCode;
    private final Supplier<UUID> ids;
    private int prefixes;

    /**
     * @param known divisions that are there already, by code
     * @param prefixes how many prefixes were given out before
     */
    public DivisionSheet(Sheet sheet, NameForms forms, Map<String, UUID> known, Supplier<UUID> ids, int prefixes) {
        this.sheet = sheet;
        this.forms = forms;
        this.idsByCode = new HashMap<>(known);
        this.ids = ids;
        this.prefixes = prefixes;
    }

    /** The edition a division comes with, and the day it begins. */
    public record Edition(UUID id, LocalDate asOf) {}

    /** What is known of a division beside its code. */
    public record Particulars(LocalText name, List<String> areaTypes, boolean bilingual) {}

    public UUID add(String code, Particulars with, Edition edition) {
        UUID id = ids.get();
        String form = forms.formOf(code, with.name().zh());
        String kind = kindOf(code);
        idsByCode.put(code, id);
        sheet.add(Sheet.Table.divisions)
                .set("id", id)
                .set("kind", kind)
                .set("form", form)
                .set("name_zh", with.name().zh())
                .set("name_en", with.name().en())
                .set("parent_id", kind.equals("CITY") ? null : idsByCode.get(DivisionCodes.parentOf(code)))
                .set("subdistrict_id", subdistrict(kind, code, id))
                .set("code_prefix", kind.equals("SUBDISTRICT") ? PublicCode.prefix(prefixes++) : null)
                .set("area_types", with.areaTypes().isEmpty() ? areaTypes(form) : with.areaTypes())
                .set("bilingual", with.bilingual())
                .set("sample", false)
                .set("valid_from", edition.asOf());
        sheet.add(Sheet.Table.division_codes)
                .set("code", code)
                .set("division_id", id)
                .set("edition_id", edition.id())
                .set("valid_from", edition.asOf());
        return id;
    }

    private @org.jspecify.annotations.Nullable UUID subdistrict(String kind, String code, UUID id) {
        return switch (kind) {
            case "SUBDISTRICT" -> id;
            case "COMMITTEE" -> idsByCode.get(DivisionCodes.parentOf(code));
            default -> null;
        };
    }

    public static String kindOf(String code) {
        if (code.equals(DivisionCodes.CITY)) {
            return "CITY";
        }
        return code.endsWith("000000") ? "DISTRICT" : code.endsWith("000") ? "SUBDISTRICT" : "COMMITTEE";
    }

    /** What the form itself says; anything finer is written by whoever knows the place. */
    private static List<String> areaTypes(String form) {
        List<String> types = new ArrayList<>();
        switch (form) {
            case "RESIDENTS" -> types.add("urban-community");
            case "VILLAGERS" -> types.add("rural-community");
            case "FARM" -> types.add("farm");
            default -> {}
        }
        return types;
    }

    /** All rows of a list in an order in which parents come first. */
    public static List<DivisionList.Row> parentsFirst(List<DivisionList.Row> rows) {
        return rows.stream()
                .sorted(java.util.Comparator.comparing((DivisionList.Row row) -> level(row.code()))
                        .thenComparing(DivisionList.Row::code))
                .toList();
    }

    private static int level(String code) {
        return switch (kindOf(code)) {
            case "CITY" -> 0;
            case "DISTRICT" -> 1;
            case "SUBDISTRICT" -> 2;
            default -> 3;
        };
    }
}
