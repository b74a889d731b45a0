package org.jiamenkou.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The named weeks that ship with the program ({@code data/calendar/patterns.yaml}), each with its source. */
@Component
public class OpeningPatterns {
    /** @param sample whether the times are invented (示例) */
    public record Pattern(String name, String source, boolean sample, List<OpeningLine> week) {}

    private record PatternFile(String name, String source, boolean sample, List<LineFile> lines) {}

    private record LineFile(String days, String opens, String closes, String shift) {}

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    public OpeningPatterns() {
        try (InputStream in = OpeningPatterns.class.getResourceAsStream("/data/calendar/patterns.yaml")) {
            for (PatternFile file : new YAMLMapper().readValue(in, new TypeReference<List<PatternFile>>() {})) {
                List<OpeningLine> week = new ArrayList<>();
                for (LineFile line : file.lines()) {
                    week.add(OpeningLine.every(
                            DayKind.of(line.days()),
                            new Span(minute(line.opens()), minute(line.closes())),
                            ShiftKind.of(line.shift())));
                }
                patterns.put(file.name(), new Pattern(file.name(), file.source(), file.sample(), week));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int minute(String clock) {
        int colon = clock.indexOf(':');
        return Integer.parseInt(clock.substring(0, colon)) * 60 + Integer.parseInt(clock.substring(colon + 1));
    }

    /** The week of this name. @throws IllegalArgumentException when the file has none of that name */
    public List<OpeningLine> get(String name) {
        Pattern pattern = patterns.get(name);
        if (pattern == null) {
            throw new IllegalArgumentException("no opening pattern " + name);
        }
        return pattern.week();
    }

    /** A named week as a schedule that stands for itself, for ways of doing an item that keep one everywhere. */
    public Schedule schedule(String name) {
        return new Schedule(
                new ScheduleId(
                        java.util.UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                1,
                get(name),
                List.of());
    }

    public List<Pattern> listAll() {
        return List.copyOf(patterns.values());
    }
}
