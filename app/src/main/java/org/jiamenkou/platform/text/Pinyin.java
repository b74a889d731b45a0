package org.jiamenkou.platform.text;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pinyin without tones. Characters with several readings give all of them, for search; the first is the usual one. */
public final class Pinyin {
    private Pinyin() {}

    /** The readings of one character, none when it has no pinyin. */
    public static List<String> readings(int codePoint) {
        if (!Character.isIdeographic(codePoint) || Character.charCount(codePoint) > 1) {
            return List.of();
        }
        List<String> readings = new ArrayList<>();
        for (String reading : PinyinHelper.toPinyinList((char) codePoint, PinyinStyleEnum.NORMAL)) {
            String plain = reading.toLowerCase(Locale.ROOT).replace('ü', 'v');
            if (!readings.contains(plain) && !plain.isBlank() && plain.charAt(0) < 128) {
                readings.add(plain);
            }
        }
        return readings;
    }
}
