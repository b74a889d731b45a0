package org.jiamenkou.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OneSlipTest {
    private static final int[] FEW = "甲乙丙𠮷\n".codePoints().toArray();

    @Test
    void a_wrong_missing_or_extra_character_and_two_that_changed_places_are_forgiven() {
        OneSlip slip = new OneSlip("华亭村日间照护");
        assertThat(slip.test("浦东新区\n华庭村日间照护\n华庭村")).isTrue();
        assertThat(slip.test("华村日间照护")).isTrue();
        assertThat(slip.test("华亭村村日间照护")).isTrue();
        assertThat(slip.test("华亭日村间照护")).isTrue();
        assertThat(slip.test("华亭村日间护照")).isTrue();
    }

    @Test
    void two_slips_are_not() {
        OneSlip slip = new OneSlip("华亭村日间照护");
        assertThat(slip.test("华庭村日间护")).isFalse();
        assertThat(slip.test("新村日间照护")).isFalse();
        assertThat(slip.test("")).isFalse();
    }

    /** Texts of few different characters, one of them beyond the basic plane, have every sort of slip and repetition. */
    @Test
    void what_is_found_from_a_half_is_what_a_comparison_at_every_place_finds() {
        Random random = new Random(7);
        int held = 0;
        for (int i = 0; i < 200_000; i++) {
            String word = text(random, 2 + random.nextInt(6), FEW.length - 1);
            String in = text(random, random.nextInt(14), FEW.length);
            boolean everywhere =
                    atEveryPlace(in.codePoints().toArray(), word.codePoints().toArray());
            assertThat(new OneSlip(word).test(in)).as("%s in %s", word, in).isEqualTo(everywhere);
            held += everywhere ? 1 : 0;
        }
        assertThat(held).isBetween(20_000, 180_000);
    }

    private static String text(Random random, int length, int different) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(FEW[random.nextInt(different)]);
        }
        return text.toString();
    }

    private static boolean atEveryPlace(int[] in, int[] word) {
        for (int start = 0; start < in.length; start++) {
            for (int length = Math.max(Slips.SHORTEST_HAN, word.length - 1); length <= word.length + 1; length++) {
                if (start + length <= in.length && isOneApart(Arrays.copyOfRange(in, start, start + length), word)) {
                    return true;
                }
            }
        }
        // A word of two with its characters exchanged is one slip too, though shorter than what is compared.
        return word.length == 2
                && new String(in, 0, in.length).contains(new String(new int[] {word[1], word[0]}, 0, 2));
    }

    /** By the meaning of the words: makes every slip, and compares. */
    private static boolean isOneApart(int[] one, int[] word) {
        if (Arrays.equals(one, word)) {
            return true;
        }
        if (one.length == word.length) {
            int differ = 0;
            for (int i = 0; i < one.length; i++) {
                differ += one[i] == word[i] ? 0 : 1;
            }
            return differ == 1 || isExchanged(one, word);
        }
        int[] longer = one.length > word.length ? one : word;
        int[] shorter = one.length > word.length ? word : one;
        for (int left = 0; left < longer.length; left++) {
            int[] without = new int[shorter.length];
            System.arraycopy(longer, 0, without, 0, left);
            System.arraycopy(longer, left + 1, without, left, longer.length - left - 1);
            if (Arrays.equals(without, shorter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExchanged(int[] one, int[] word) {
        for (int i = 0; i + 1 < word.length; i++) {
            int[] exchanged = word.clone();
            exchanged[i] = word[i + 1];
            exchanged[i + 1] = word[i];
            if (Arrays.equals(one, exchanged)) {
                return true;
            }
        }
        return false;
    }
}
