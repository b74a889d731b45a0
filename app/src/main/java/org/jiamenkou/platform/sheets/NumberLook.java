package org.jiamenkou.platform.sheets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a style shows a number (ECMA-376 part 1, 18.8.30). */
enum NumberLook {
    NUMBER,
    DAY;

    private static final int[][] BUILT_IN = {{14, 22}, {27, 36}, {45, 47}, {50, 58}};

    static NumberLook of(int format, @Nullable String code) {
        if (code == null) {
            for (int[] days : BUILT_IN) {
                if (days[0] <= format && format <= days[1]) {
                    return DAY;
                }
            }
            return NUMBER;
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.matches(".*[ymdhs].*") && !bare.contains("general") ? DAY : NUMBER;
    }
}
