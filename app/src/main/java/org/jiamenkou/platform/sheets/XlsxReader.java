package org.jiamenkou.platform.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the first sheet of a workbook (ECMA-376) as a stream. Nothing is evaluated, resolved or fetched. */
final class XlsxReader {
    private static final XMLInputFactory XML = factory();
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final BoundedParts parts;
    private final SheetLimits limits;

    XlsxReader(BoundedParts parts, SheetLimits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    private static XMLInputFactory factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    RawSheet read() throws IOException {
        parts.refuseWhatIsNotASheet();
        String sheet = firstSheet();
        List<String> shared = new ArrayList<>();
        if (parts.has("xl/sharedStrings.xml")) {
            each("xl/sharedStrings.xml", xml -> sharedString(xml, shared));
        }
        Styles styles = new Styles();
        if (parts.has("xl/styles.xml")) {
            each("xl/styles.xml", styles::take);
        }
        SheetPart part = new SheetPart(shared, styles.looks, limits);
        each(sheet, part::take);
        return part.rows.done();
    }

    private interface Take {
        void element(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Hands over each start and end of an element. A document type is refused wherever it stands. */
    private void each(String name, Take take) throws IOException {
        try (InputStream in = parts.open(name)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new RefusedSheetException(new SheetRefusal.Entities());
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    take.element(xml);
                }
            }
            xml.close();
        } catch (XMLStreamException | ZipException | java.io.EOFException damaged) {
            throw new RefusedSheetException(new SheetRefusal.Broken());
        }
    }

    private String firstSheet() throws IOException {
        List<String> ids = new ArrayList<>();
        each("xl/workbook.xml", xml -> {
            if (xml.isStartElement() && xml.getLocalName().equals("sheet")) {
                ids.add(SheetPart.attribute(xml, "id"));
            }
        });
        Map<String, String> targets = new HashMap<>();
        each(RELATIONS, xml -> {
            if (xml.isStartElement() && xml.getLocalName().equals("Relationship")) {
                if (SheetPart.attribute(xml, "TargetMode").equals("External")) {
                    throw new RefusedSheetException(new SheetRefusal.ExternalLinks());
                }
                targets.put(SheetPart.attribute(xml, "Id"), SheetPart.attribute(xml, "Target"));
            }
        });
        String target = ids.isEmpty() ? null : targets.get(ids.getFirst());
        if (target == null) {
            throw new RefusedSheetException(new SheetRefusal.Broken());
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static void sharedString(XMLStreamReader xml, List<String> shared) throws XMLStreamException {
        if (xml.isStartElement() && xml.getLocalName().equals("si")) {
            shared.add(SheetPart.richText(xml, "si"));
        }
    }

    /** Which cell styles show a number as a day or a time. */
    private static final class Styles {
        private final Map<Integer, String> own = new HashMap<>();
        private final List<NumberLook> looks = new ArrayList<>();
        private boolean cells;

        void take(XMLStreamReader xml) {
            String name = xml.getLocalName();
            if (name.equals("cellXfs")) {
                cells = xml.isStartElement();
            } else if (xml.isStartElement() && name.equals("numFmt")) {
                own.put(number(SheetPart.attribute(xml, "numFmtId")), SheetPart.attribute(xml, "formatCode"));
            } else if (xml.isStartElement() && cells && name.equals("xf")) {
                int format = number(SheetPart.attribute(xml, "numFmtId"));
                looks.add(NumberLook.of(format, own.get(format)));
            }
        }

        private static int number(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException none) {
                return 0;
            }
        }
    }
}
