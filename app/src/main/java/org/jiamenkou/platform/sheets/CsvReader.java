package org.jiamenkou.platform.sheets;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads text with separators: UTF-8 or GB 18030, comma, semicolon or tab, as the file has it. */
final class CsvReader {
    private static final char MARK = '\uFEFF';

    private final SheetLimits limits;

    CsvReader(SheetLimits limits) {
        this.limits = limits;
    }

    RawSheet read(byte[] bytes) throws IOException {
        String text = decode(bytes);
        RawSheet.Builder rows = new RawSheet.Builder(limits);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                String[] cells = record.values();
                @Nullable String[] texts = new @Nullable String[cells.length];
                for (int i = 0; i < cells.length; i++) {
                    texts[i] = SheetText.withoutGuard(cells[i]);
                }
                rows.add((int) record.getRecordNumber(), texts, texts.length);
            }
        } catch (UncheckedIOException | IOException | IllegalStateException damaged) {
            throw new RefusedSheetException(new SheetRefusal.Broken());
        }
        return rows.done();
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char one : new char[] {',', '\t', ';'}) {
            if (count(first, one) > count(first, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(one -> one == wanted).count();
    }

    /** Text that is not well formed in UTF-8 is GB 18030; what is neither is refused rather than garbled. */
    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return mustDecode(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return mustDecode(bytes, StandardCharsets.UTF_16BE);
        }
        String utf8 = decoded(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? withoutMark(utf8) : mustDecode(bytes, Charset.forName("GB18030"));
    }

    private static String mustDecode(byte[] bytes, Charset charset) {
        String text = decoded(bytes, charset);
        if (text == null) {
            throw new RefusedSheetException(new SheetRefusal.UnknownEncoding());
        }
        return withoutMark(text);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }
}
