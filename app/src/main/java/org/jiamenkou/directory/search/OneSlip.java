package org.jiamenkou.directory.search;

/** Whether a text holds a word in which one character is wrong, missing or too many, or two neighbours changed places. */
final class OneSlip {
    private OneSlip() {}

    static boolean holds(String text, String word) {
        int[] wanted = word.codePoints().toArray();
        int[] in = text.codePoints().toArray();
        for (int start = 0; start < in.length; start++) {
            for (int length = wanted.length - 1; length <= wanted.length + 1; length++) {
                if (length >= Slips.SHORTEST_HAN
                        && start + length <= in.length
                        && isOneApart(in, start, length, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOneApart(int[] in, int start, int length, int[] wanted) {
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
