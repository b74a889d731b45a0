package org.jiamenkou.platform.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiamenkou.platform.web.Lang;
import org.jiamenkou.platform.web.Messages;
import org.jspecify.annotations.Nullable;

/** Writes sheets: XLSX, and CSV in UTF-8 with its mark, so that Excel in Chinese opens it rightly. */
public final class SheetWriter {
    private static final String APPLICATION = "Jiamenkou";
    private static final int HEADER_POINTS = 11;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 40;

    private final Messages messages;
    private final Lang lang;

    public SheetWriter(Messages messages, Lang lang) {
        this.messages = messages;
        this.lang = lang;
    }

    /**
     * A workbook with the rows, and a second sheet that explains the columns.
     *
     * @param rows values in normal form, in the order of the form
     */
    public void xlsx(SheetForm form, Iterable<@Nullable String[]> rows, OutputStream out) {
        write(out, book -> {
            Worksheet sheet = book.newWorksheet(messages.get(lang, form.name()));
            for (int i = 0; i < form.columns().size(); i++) {
                header(sheet, i, title(form, form.columns().get(i)));
            }
            sheet.freezePane(0, 1);
            int number = 1;
            for (@Nullable String[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    cell(sheet, number, i, row[i], form.columns().get(i));
                }
                number++;
            }
            explain(form, book.newWorksheet(messages.get(lang, "platform.sheet.notes")));
        });
    }

    private interface Filling {
        void fill(Workbook book) throws IOException;
    }

    private static void write(OutputStream out, Filling filling) {
        try (Workbook book = new Workbook(out, APPLICATION, "1.0")) {
            filling.fill(book);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a sheet", e);
        }
    }

    private String title(SheetForm form, SheetColumn column) {
        return messages.get(lang, form.headerKey(column)) + (column.required() ? " *" : "");
    }

    private static void header(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column)
                .bold()
                .fontSize(HEADER_POINTS)
                .fillColor(Color.GRAY1)
                .wrapText(true)
                .set();
        sheet.width(column, Math.clamp(text.length() * 2L + 4, NARROWEST, WIDEST));
    }

    private void cell(Worksheet sheet, int row, int column, @Nullable String value, SheetColumn of) {
        if (value == null) {
            return;
        }
        switch (of.type()) {
            case WHOLE, DECIMAL -> sheet.value(row, column, new java.math.BigDecimal(value));
            case TEXT, DATE, TIME, YES_NO, CHOICE, CHOICES -> sheet.value(row, column, shown(value, of));
        }
    }

    private String shown(String value, SheetColumn column) {
        return switch (column.type()) {
            case TEXT, WHOLE, DECIMAL, DATE, TIME -> value;
            case YES_NO -> messages.get(lang, value.equals("yes") ? "platform.sheet.yes" : "platform.sheet.no");
            case CHOICE -> name(value, column);
            case CHOICES -> {
                List<String> names = new ArrayList<>();
                for (String code : value.split(",")) {
                    names.add(name(code, column));
                }
                yield String.join(lang == Lang.EN ? "; " : "\u3001", names);
            }
        };
    }

    /** A value as people read it. */
    public String shown(SheetForm form, String column, String value) {
        return value.isEmpty() ? value : shown(value, form.columns().get(form.indexOf(column)));
    }

    private String name(String code, SheetColumn column) {
        for (SheetColumn.Choice choice : column.choices()) {
            if (choice.code().equals(code)) {
                String english = choice.name().en();
                return lang == Lang.EN && english != null
                        ? english
                        : choice.name().zh();
            }
        }
        return code;
    }

    private void explain(SheetForm form, Worksheet notes) {
        List<String> titles = List.of("column", "must", "type", "choices", "hint");
        for (int i = 0; i < titles.size(); i++) {
            header(notes, i, messages.get(lang, "platform.sheet.notes." + titles.get(i)));
        }
        int row = 1;
        for (SheetColumn column : form.columns()) {
            notes.value(row, 0, messages.get(lang, form.headerKey(column)));
            notes.value(row, 1, messages.get(lang, column.required() ? "platform.sheet.yes" : "platform.sheet.no"));
            notes.value(row, 2, messages.get(lang, "platform.sheet.type." + column.type()));
            notes.value(
                    row,
                    3,
                    String.join(
                            "\n",
                            column.choices().stream()
                                    .map(choice -> name(choice.code(), column))
                                    .toList()));
            notes.value(row, 4, messages.get(lang, form.hintKey(column)));
            notes.style(row, 3).wrapText(true).set();
            notes.style(row, 4).wrapText(true).set();
            row++;
        }
        notes.width(3, WIDEST);
        notes.width(4, WIDEST);
    }

    /** Cells that a spreadsheet would take for formulas get an apostrophe before them. */
    public void csv(SheetForm form, Iterable<@Nullable String[]> rows, OutputStream out) {
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            for (SheetColumn column : form.columns()) {
                printer.print(title(form, column));
            }
            printer.println();
            for (@Nullable String[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    String value = row[i];
                    SheetColumn column = form.columns().get(i);
                    printer.print(value == null ? "" : guarded(shown(value, column), column));
                }
                printer.println();
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a sheet", e);
        }
    }

    private static String guarded(String text, SheetColumn column) {
        boolean number = column.type() == SheetColumn.Type.WHOLE || column.type() == SheetColumn.Type.DECIMAL;
        return number ? text : SheetText.guarded(text);
    }

    /** The file as it came, with what is wrong in one more column. */
    public void marked(SheetForm form, RawSheet sheet, List<SheetProblem> problems, OutputStream out) {
        Map<Integer, List<String>> byRow = new HashMap<>();
        for (SheetProblem problem : problems) {
            byRow.computeIfAbsent(problem.row(), row -> new ArrayList<>()).add(words(form, problem));
        }
        int extra = sheet.header().size();
        write(out, book -> {
            Worksheet page = book.newWorksheet(messages.get(lang, form.name()));
            for (int i = 0; i < extra; i++) {
                header(page, i, sheet.header().get(i));
            }
            header(page, extra, messages.get(lang, SheetCheck.MISTAKES));
            page.width(extra, WIDEST);
            mark(page, 0, extra, byRow.get(1));
            int number = 1;
            for (RawSheet.Row row : sheet.rows()) {
                for (int i = 0; i < Math.min(row.cells().length, extra); i++) {
                    String cell = row.cells()[i];
                    if (cell != null) {
                        page.value(
                                number,
                                i,
                                SheetText.cleaned(cell.charAt(0) == RawSheet.FORMULA ? cell.substring(1) : cell));
                    }
                }
                mark(page, number, extra, byRow.get(row.number()));
                number++;
            }
        });
    }

    private static void mark(Worksheet page, int row, int column, @Nullable List<String> mistakes) {
        if (mistakes != null) {
            page.value(row, column, String.join("\n", mistakes));
            page.style(row, column).fontColor("8F2411").wrapText(true).set();
        }
    }

    /** A mistake in one sentence: the column, then what is wrong. */
    public String words(SheetForm form, SheetProblem problem) {
        String what =
                messages.get(lang, problem.says().key(), problem.says().args().toArray());
        String column = columnName(form, problem);
        return column.isEmpty() ? what : messages.get(lang, "platform.sheet.mistake", column, what);
    }

    public String columnName(SheetForm form, SheetProblem problem) {
        for (SheetColumn column : form.columns()) {
            if (column.key().equals(problem.column())) {
                return messages.get(lang, form.headerKey(column));
            }
        }
        return problem.column();
    }
}
