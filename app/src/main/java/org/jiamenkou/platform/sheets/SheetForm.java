package org.jiamenkou.platform.sheets;

import java.util.List;

/**
 * The columns of a sheet, in the order in which they are written; read in any order, by header.
 *
 * @param name prefix of the message keys of its headers, and the key of its own name
 */
public record SheetForm(String name, List<SheetColumn> columns) {
    public SheetForm {
        columns = List.copyOf(columns);
    }

    /** Place of a column. @throws IllegalArgumentException for a key that is not declared: a fault of the program */
    public int indexOf(String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the sheet " + name + " has no column " + key);
    }

    public String headerKey(SheetColumn column) {
        return name + "." + column.key();
    }

    public String hintKey(SheetColumn column) {
        return headerKey(column) + ".hint";
    }
}
