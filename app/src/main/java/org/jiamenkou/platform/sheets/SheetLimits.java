package org.jiamenkou.platform.sheets;

/**
 * What a file may cost to read.
 *
 * @param fileBytes of the file as it comes
 * @param unpackedBytes of all its parts together, counted while they are unpacked
 * @param ratio most unpacked bytes for each byte of the file, once more than {@link #freeBytes} are unpacked
 */
public record SheetLimits(long fileBytes, long unpackedBytes, int ratio, long freeBytes, int rows, int columns) {
    private static final long MEGABYTE = 1L << 20;

    /** The limits of this product (issue 3: 50 MB, 200,000 rows). */
    public static final SheetLimits USUAL =
            new SheetLimits(50 * MEGABYTE, 300 * MEGABYTE, 100, 16 * MEGABYTE, 200_000, 200);

    public int megabytes() {
        return (int) (fileBytes / MEGABYTE);
    }
}
