package org.jiamenkou.directory.search;

import java.util.function.Predicate;

/**
 * Whether a text holds a word in which one character is wrong, missing or too many, or two neighbours changed places.
 *
 * <p>One slip leaves one half of the word as it was, so only where a half stands is anything compared; the one exception,
 * two neighbours that change places across the middle, is one known word.
 */
final class OneSlip implements Predicate<String> {
    private final int[] wanted;
    private final String firstHalf;
    private final String secondHalf;
    private final String swappedInTheMiddle;

    /**
     * @param word at least two characters
     */
    OneSlip(String word) {
        wanted = word.codePoints().toArray();
        int middle = wanted.length / 2;
        firstHalf = new String(wanted, 0, middle);
        secondHalf = new String(wanted, middle, wanted.length - middle);
        int[] swapped = wanted.clone();
        swapped[middle - 1] = wanted[middle];
        swapped[middle] = wanted[middle - 1];
        swappedInTheMiddle = new String(swapped, 0, swapped.length);
    }

    @Override
    public boolean test(String text) {
        return goesOnFromFirstHalf(text) || leadsToSecondHalf(text) || text.contains(swappedInTheMiddle);
    }

    private boolean goesOnFromFirstHalf(String text) {
        for (int at = text.indexOf(firstHalf); at >= 0; at = text.indexOf(firstHalf, at + 1)) {
            int[] in = text.substring(at, Math.min(text.length(), at + 2 * (wanted.length + 1)))
                    .codePoints()
                    .toArray();
            for (int length = shortest(); length <= Math.min(wanted.length + 1, in.length); length++) {
                if (isOneApart(in, 0, length)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean leadsToSecondHalf(String text) {
        for (int at = text.indexOf(secondHalf); at >= 0; at = text.indexOf(secondHalf, at + 1)) {
            int end = at + secondHalf.length();
            int[] in = text.substring(Math.max(0, end - 2 * (wanted.length + 1)), end)
                    .codePoints()
                    .toArray();
            for (int length = shortest(); length <= Math.min(wanted.length + 1, in.length); length++) {
                if (isOneApart(in, in.length - length, length)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int shortest() {
        return Math.max(Slips.SHORTEST_HAN, wanted.length - 1);
    }

    private boolean isOneApart(int[] in, int start, int length) {
        int head = 0;
        int shorter = Math.min(length, wanted.length);
        while (head < shorter && in[start + head] == wanted[head]) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && in[start + length - 1 - tail] == wanted[wanted.length - 1 - tail]) {
            tail++;
        }
        int leftThere = length - head - tail;
        int leftWanted = wanted.length - head - tail;
        boolean changedPlaces = leftThere == 2
                && leftWanted == 2
                && in[start + head] == wanted[head + 1]
                && in[start + head + 1] == wanted[head];
        return (leftThere <= 1 && leftWanted <= 1) || changedPlaces;
    }
}
