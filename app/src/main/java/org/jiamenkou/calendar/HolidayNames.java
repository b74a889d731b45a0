package org.jiamenkou.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** English names of holidays ({@code data/calendar/holiday-names.yaml}); the notices are in Chinese only. */
@Component
public class HolidayNames {
    /** The mark between two holidays that fall together. */
    private static final String AND = "\u3001";

    private final Map<String, String> english;

    public HolidayNames() {
        try (InputStream in = HolidayNames.class.getResourceAsStream("/data/calendar/holiday-names.yaml")) {
            english = new YAMLMapper().readValue(in, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name in both languages; Chinese only when a part of it is not known. */
    public LocalText text(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split(AND)) {
            String one = english.get(part);
            if (one == null) {
                return LocalText.of(name);
            }
            parts.add(one);
        }
        return new LocalText(name, String.join(", ", parts));
    }
}
