package org.jiamenkou.platform.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Takes the elements of {@code sheet1.xml}: rows, cells, values. */
final class SheetPart {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAY_MINUTES = 1_440;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final int WIDEST = 16_384;

    final RawSheet.Builder rows;
    private final List<String> shared;
    private final List<NumberLook> looks;
    private final SheetLimits limits;
    private @Nullable String[] cells = new @Nullable String[64];
    private int width;
    private int row;
    private int column = -1;
    private String type = "";
    private NumberLook look = NumberLook.NUMBER;
    private @Nullable String value;
    private boolean formula;

    SheetPart(List<String> shared, List<NumberLook> looks, SheetLimits limits) {
        this.shared = shared;
        this.looks = looks;
        this.limits = limits;
        this.rows = new RawSheet.Builder(limits);
    }

    void take(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (xml.isStartElement()) {
            switch (name) {
                case "row" -> startRow(xml);
                case "c" -> startCell(xml);
                case "v" -> {
                    String text = xml.getElementText();
                    value = formula ? value : text;
                }
                case "is" -> value = richText(xml, "is");
                case "f" -> {
                    formula = true;
                    value = xml.getElementText();
                }
                default -> {}
            }
        } else if (name.equals("c")) {
            endCell();
        } else if (name.equals("row")) {
            rows.add(row, cells, width);
        }
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void startRow(XMLStreamReader xml) {
        String number = attribute(xml, "r");
        row = number.isEmpty() ? row + 1 : wholeNumber(number);
        Arrays.fill(cells, 0, width, null);
        width = 0;
        column = -1;
    }

    private void startCell(XMLStreamReader xml) {
        String reference = "";
        String style = "";
        type = "";
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "r" -> reference = xml.getAttributeValue(i);
                case "s" -> style = xml.getAttributeValue(i);
                case "t" -> type = xml.getAttributeValue(i);
                default -> {}
            }
        }
        column = reference.isEmpty() ? column + 1 : columnOf(reference);
        int index = style.isEmpty() ? 0 : wholeNumber(style);
        look = index < looks.size() ? looks.get(index) : NumberLook.NUMBER;
        value = null;
        formula = false;
    }

    private void endCell() {
        String text = formula ? RawSheet.FORMULA + "=" + (value == null ? "" : value) : text();
        if (text == null || text.isEmpty()) {
            return;
        }
        if (column >= limits.columns()) {
            throw new RefusedSheetException(new SheetRefusal.TooManyColumns(limits.columns()));
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, limits.columns());
        }
        cells[column] = text;
        width = Math.max(width, column + 1);
    }

    private @Nullable String text() {
        String raw = value;
        if (raw == null) {
            return null;
        }
        return switch (type) {
            case "s" -> sharedAt(raw);
            case "inlineStr", "str" -> unescaped(raw);
            case "b" -> raw.equals("1") ? "yes" : "no";
            case "e" -> raw;
            case "d" -> raw;
            default -> look == NumberLook.DAY ? moment(raw) : plain(raw);
        };
    }

    private String sharedAt(String index) {
        int at = wholeNumber(index);
        if (at >= shared.size()) {
            throw new RefusedSheetException(new SheetRefusal.Broken());
        }
        return shared.get(at);
    }

    private static int wholeNumber(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // refused below
        }
        throw new RefusedSheetException(new SheetRefusal.Broken());
    }

    private static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)) && column < WIDEST; i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        }
        if (column < 1) {
            throw new RefusedSheetException(new SheetRefusal.Broken());
        }
        return column - 1;
    }

    /** A number as people write it: 310115014002 and not 3.10115014002E11. */
    private static String plain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < '0' || c > '9') {
                BigDecimal number = number(raw);
                return number == null ? raw : number.stripTrailingZeros().toPlainString();
            }
        }
        return raw;
    }

    private static @Nullable BigDecimal number(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw);
            return Math.abs(number.scale()) > 400 ? null : number.round(new java.math.MathContext(15));
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    private static String moment(String raw) {
        BigDecimal serial = number(raw);
        if (serial == null || serial.signum() < 0 || serial.compareTo(LAST_DAY) > 0) {
            return raw;
        }
        long days = serial.longValue();
        long minutes = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(DAY_MINUTES))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        String clock = minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
        if (days == 0) {
            return clock;
        }
        if (days == 1 && minutes == 0) {
            return "24:00";
        }
        return DAY_ZERO.plusDays(days) + (minutes == 0 ? "" : " " + clock);
    }

    /** Text of an element with runs in it; the phonetic guide of East Asian text is left out. */
    static String richText(XMLStreamReader xml, String until) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) {
                    phonetic++;
                } else if (xml.getLocalName().equals("t") && phonetic == 0) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) {
                    phonetic--;
                } else if (xml.getLocalName().equals(until)) {
                    break;
                }
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new RefusedSheetException(new SheetRefusal.Entities());
            }
        }
        return unescaped(text.toString());
    }

    /** Excel writes characters that XML cannot hold as {@code _x0000_}. */
    private static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        return java.util.regex.Pattern.compile("_x([0-9A-Fa-f]{4})_")
                .matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
