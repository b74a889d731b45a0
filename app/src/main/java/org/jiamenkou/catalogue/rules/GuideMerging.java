package org.jiamenkou.catalogue.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiamenkou.catalogue.FieldConflict;
import org.jiamenkou.catalogue.GuideMerge;
import org.jiamenkou.catalogue.ItemField;

/** Three-way merge by field: nothing that was typed is lost, and nothing of the other's is overwritten unseen. */
public final class GuideMerging {
    private GuideMerging() {}

    /** @param sides base: what the second editor started from; theirs: what stands now; mine: what they typed */
    public static GuideMerge merge(Sides sides) {
        Map<ItemField, String> merged = new EnumMap<>(ItemField.class);
        List<FieldConflict> conflicts = new ArrayList<>();
        List<ItemField> taken = new ArrayList<>();
        for (ItemField field : ItemField.values()) {
            String base = at(sides.base(), field);
            String theirs = at(sides.theirs(), field);
            String mine = at(sides.mine(), field);
            merged.put(field, mine);
            if (theirs.equals(mine) || theirs.equals(base)) {
                continue;
            }
            if (mine.equals(base)) {
                merged.put(field, theirs);
                taken.add(field);
            } else {
                conflicts.add(new FieldConflict(
                        field,
                        new FieldConflict.Base(base),
                        new FieldConflict.Theirs(theirs),
                        new FieldConflict.Mine(mine)));
            }
        }
        return new GuideMerge(merged, conflicts, taken);
    }

    public record Sides(Map<ItemField, String> base, Map<ItemField, String> theirs, Map<ItemField, String> mine) {}

    /** Browsers send line ends as CR LF. */
    private static String at(Map<ItemField, String> fields, ItemField field) {
        return fields.getOrDefault(field, "").strip().replace("\r\n", "\n");
    }

    /** Fields in which two states differ. */
    public static List<ItemField> changed(Map<ItemField, String> before, Map<ItemField, String> after) {
        List<ItemField> changed = new ArrayList<>();
        for (ItemField field : ItemField.values()) {
            if (!at(before, field).equals(at(after, field))) {
                changed.add(field);
            }
        }
        return changed;
    }
}
