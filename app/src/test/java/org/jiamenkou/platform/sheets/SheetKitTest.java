package org.jiamenkou.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Lang;
import org.jiamenkou.platform.web.Messages;
import org.jiamenkou.platform.web.TestMessages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written can be read by others and by us; what is hostile is refused by name. */
class SheetKitTest {
    private static final Messages MESSAGES = TestMessages.all();
    private static final SheetForm FORM = new SheetForm(
            "sheetkit",
            List.of(
                    SheetColumn.text("TEXT").must().atMost(20),
                    SheetColumn.of("WHOLE", SheetColumn.Type.WHOLE),
                    SheetColumn.of("DATE", SheetColumn.Type.DATE),
                    SheetColumn.of("TIME", SheetColumn.Type.TIME),
                    SheetColumn.of("YES_NO", SheetColumn.Type.YES_NO),
                    SheetColumn.choices(
                            "CHOICES",
                            List.of(
                                    new SheetColumn.Choice("a", new LocalText("甲", "Alpha")),
                                    new SheetColumn.Choice("b", new LocalText("乙", null))))));

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private SheetRefusal refusal(byte[] bytes) throws IOException {
        return refusal(bytes, SheetLimits.USUAL);
    }

    private SheetRefusal refusal(byte[] bytes, SheetLimits limits) throws IOException {
        return ((SheetReader.Answer.Refused) new SheetReader(limits).read(file(bytes))).refusal();
    }

    private RawSheet read(byte[] bytes) throws IOException {
        return ((SheetReader.Answer.Read) new SheetReader(SheetLimits.USUAL).read(file(bytes))).sheet();
    }

    private CheckedSheet checked(byte[] bytes) throws IOException {
        return new SheetCheck(FORM, MESSAGES).check(read(bytes));
    }

    private static List<@Nullable String[]> rows() {
        return List.of(
                new @Nullable String[] {"=cmd|'/c calc'!A1", "12", "2026-11-23", "8:30", "yes", "a,b"},
                new @Nullable String[] {"第二行", null, null, "24:00", "no", null});
    }

    @Test
    void poi_reads_what_we_write_and_so_do_we() throws IOException {
        for (Lang lang : Lang.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new SheetWriter(MESSAGES, lang).xlsx(FORM, rows(), out);
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                Row first = book.getSheetAt(0).getRow(1);
                assertThat(first.getCell(0).getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
                assertThat(first.getCell(1).getNumericCellValue()).isEqualTo(12);
                assertThat(first.getCell(2).getStringCellValue()).isEqualTo("2026-11-23");
                assertThat(book.getNumberOfSheets()).isEqualTo(2);
            }
            assertSame(checked(out.toByteArray()));
        }
    }

    private static void assertSame(CheckedSheet checked) {
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.rows())
                .extracting(row -> List.of(row.values()[0] + "", row.values()[5] + ""))
                .containsExactly(List.of("=cmd|'/c calc'!A1", "a,b"), List.of("第二行", "null"));
        assertThat(checked.rows().getFirst().values()).containsExactly(rows().getFirst());
    }

    @Test
    void csv_guards_against_formulas_and_reads_back_the_same() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SheetWriter(MESSAGES, Lang.ZH).csv(FORM, rows(), out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").contains("'=cmd");
        assertSame(checked(out.toByteArray()));
        assertSame(checked(text.substring(1).getBytes(Charset.forName("GB18030"))));
    }

    @Test
    void poi_dates_numbers_formulas_and_swapped_columns_are_understood() throws IOException {
        byte[] bytes = workbook((book, sheet) -> {
            row(sheet, 0, "TEXT", "DATE", "TIME", "WHOLE");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue(310115014002.0);
            row.createCell(1).setCellValue(java.time.LocalDate.of(2026, 11, 23));
            var day = book.createCellStyle();
            day.setDataFormat((short) 14);
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue(8.5 / 24);
            var clock = book.createCellStyle();
            clock.setDataFormat(book.createDataFormat().getFormat("h:mm"));
            row.getCell(2).setCellStyle(clock);
            row.createCell(3).setCellFormula("1+1");
        });
        CheckedSheet checked = checked(bytes);
        assertThat(checked.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo("WHOLE");
            assertThat(problem.says().args()).containsExactly("D2");
        });
        assertThat(read(bytes).rows().getFirst().cells()).startsWith("310115014002", "2026-11-23", "8:30");
    }

    private interface Filling {
        void fill(XSSFWorkbook book, Sheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            filling.fill(book, book.createSheet());
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void every_mistake_is_named_by_row_and_column_all_at_once() throws IOException {
        CheckedSheet checked = checked("TEXT,WHOLE,DATE,TIME,YES_NO,CHOICES\n"
                .concat("ok,1.5,2026-02-30,25:00,maybe,c\n\n")
                .concat(",7,,,,\n")
                .concat("a\u0000b,,,,,\n")
                .concat("this is far too long for it,,,,,\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(checked.problems())
                .extracting(problem -> problem.row() + " " + problem.column() + " "
                        + problem.says().key().replace("platform.sheet.", ""))
                .containsExactly(
                        "2 WHOLE notWhole",
                        "2 DATE notDate",
                        "2 TIME notTime",
                        "2 YES_NO notYesOrNo",
                        "2 CHOICES notAChoice",
                        "4 TEXT required",
                        "5 TEXT controls",
                        "6 TEXT tooLong");
    }

    @Test
    void missing_unknown_and_double_columns_are_named() throws IOException {
        CheckedSheet checked = checked("WHOLE,Colour,WHOLE\n1,red,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(checked.problems())
                .extracting(
                        problem -> problem.column() + " " + problem.says().key().replace("platform.sheet.", ""))
                .containsExactlyInAnyOrder("Colour unknownColumn", "WHOLE columnTwice", "TEXT missingColumn");
    }

    @Test
    void a_file_comes_back_with_its_mistakes_and_may_be_sent_again_with_that_column() throws IOException {
        byte[] wrong = "TEXT,WHOLE\nok,x\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SheetWriter(MESSAGES, Lang.EN)
                .marked(FORM, read(wrong), checked(wrong).problems(), out);
        RawSheet back = read(out.toByteArray());
        assertThat(back.header()).containsExactly("TEXT", "WHOLE", "Mistakes");
        assertThat(back.rows().getFirst().cells()[2]).contains("This is not a whole number.");
        assertThat(checked(out.toByteArray()).problems())
                .extracting(SheetProblem::column)
                .containsExactly("WHOLE");
    }

    @Test
    void a_zip_bomb_is_refused_while_it_unpacks() throws IOException {
        byte[] zeros = new byte[64 << 20];
        java.util.Arrays.fill(zeros, (byte) ' ');
        assertThat(refusal(parts(Map.of("xl/sharedStrings.xml", new String(zeros, StandardCharsets.US_ASCII)))))
                .isEqualTo(new SheetRefusal.Bomb());
    }

    @Test
    void macros_links_entities_damage_and_other_files_are_refused_by_name() throws IOException {
        assertThat(refusal(parts(Map.of("xl/vbaProject.bin", "x")))).isEqualTo(new SheetRefusal.Macros());
        assertThat(refusal(parts(Map.of("xl/externalLinks/externalLink1.xml", "<x/>"))))
                .isEqualTo(new SheetRefusal.ExternalLinks());
        String evil = "<!DOCTYPE s [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\">"
                + "<v>&a;</v></c></row></sheetData></worksheet>";
        assertThat(refusal(parts(Map.of("xl/worksheets/sheet1.xml", evil)))).isEqualTo(new SheetRefusal.Entities());
        byte[] whole = parts(Map.of());
        assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo(new SheetRefusal.Broken());
        assertThat(refusal(parts(Map.of("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"))))
                .isEqualTo(new SheetRefusal.Broken());
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}))
                .isEqualTo(new SheetRefusal.NotASheet());
        assertThat(refusal(new byte[0])).isEqualTo(new SheetRefusal.Empty());
        assertThat(refusal(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, '\n'}))
                .isEqualTo(new SheetRefusal.UnknownEncoding());
    }

    @Test
    void sizes_have_limits() throws IOException {
        SheetLimits small = new SheetLimits(100, 1_000, 100, 1_000, 2, 3);
        assertThat(refusal(new byte[101], small)).isInstanceOf(SheetRefusal.TooLarge.class);
        assertThat(refusal("a\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8), small))
                .isEqualTo(new SheetRefusal.TooManyRows(2));
        assertThat(refusal("a,b,c,d\n1\n".getBytes(StandardCharsets.UTF_8), small))
                .isEqualTo(new SheetRefusal.TooManyColumns(3));
    }

    /** A small workbook with some of its parts replaced. */
    private static byte[] parts(Map<String, String> other) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>TEXT</v></c></row></sheetData></worksheet>");
        parts.putAll(other);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                OutputStream to = zip;
                to.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
