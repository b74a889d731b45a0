package org.jiamenkou.network.rules;

import java.util.List;

/**
 * Words in the names of divisions ({@code data/network/name-forms.yaml}).
 *
 * @param committeeEndings what names of committees end in
 * @param farmEndings what names of farms end in
 * @param ordinals words that number committees of one name
 */
public record NameForms(List<String> committeeEndings, List<String> farmEndings, List<String> ordinals) {
    public NameForms {
        committeeEndings = List.copyOf(committeeEndings);
        farmEndings = List.copyOf(farmEndings);
        ordinals = List.copyOf(ordinals);
    }

    /** The name without its ending. */
    public String bare(String name) {
        for (String ending : committeeEndings) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** The name without its ending and the number before it: what parts of one committee have in common. */
    public String stem(String name) {
        String stem = bare(name);
        boolean cut = true;
        while (cut && stem.length() > 1) {
            cut = false;
            for (String ordinal : ordinals) {
                if (stem.endsWith(ordinal) && stem.length() > ordinal.length()) {
                    stem = stem.substring(0, stem.length() - ordinal.length());
                    cut = true;
                    break;
                }
            }
        }
        return stem;
    }

    /** The form of a division from its code (GB/T 2260 and the statistics rules) and name. */
    public String formOf(String code, String name) {
        if (code.equals(DivisionCodes.CITY)) {
            return "CITY";
        }
        if (code.endsWith("000000")) {
            return "DISTRICT";
        }
        if (code.endsWith("000")) {
            return switch (code.charAt(6)) {
                case '0' -> "STREET";
                case '1' -> "TOWN";
                case '2', '3' -> "TOWNSHIP";
                default -> farmEndings.stream().anyMatch(name::endsWith) ? "FARM" : "ZONE";
            };
        }
        if (code.endsWith("498") || code.endsWith("598")) {
            return "VIRTUAL";
        }
        return switch (code.charAt(9)) {
            case '0', '1', '4' -> "RESIDENTS";
            default -> "VILLAGERS";
        };
    }
}
