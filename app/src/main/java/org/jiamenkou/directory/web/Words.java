package org.jiamenkou.directory.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiamenkou.calendar.DaySpan;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.calendar.OpenWords;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.catalogue.Guide;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.directory.StationCard;
import org.jiamenkou.elements.CodeSet;
import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sentences of the public pages, put together from message keys. */
@Component
public final class Words {
    private static final int LONGEST_IN_PIECES = 30;

    private final CodeSets codes;

    Words(CodeSets codes) {
        this.codes = codes;
    }

    /** The name of a code; the code itself when its set does not have it, so that a page never fails for it. */
    public LocalText code(String set, String code) {
        return codes.findSet(set)
                .flatMap(found -> found.find(code))
                .map(org.jiamenkou.elements.Code::name)
                .orElse(LocalText.of(code));
    }

    public List<org.jiamenkou.elements.Code> codes(String set) {
        return codes.findSet(set).map(CodeSet::codes).orElse(List.of());
    }

    /** Open or closed, until when; for a station that is staffed outside normal hours, who answers. */
    public static String state(Page page, OpenState state) {
        return OpenWords.of(page, state);
    }

    /** What may still be said of video beside the station's own state; empty when nothing is. */
    public static String video(Page page, @Nullable OpenState video) {
        return switch (video) {
            case null -> "";
            case OpenState.Open(ShiftKind shift, LocalDateTime closesAt) ->
                closesAt == null
                        ? page.t("directory.video.always")
                        : page.t("directory.video.open", OpenWords.until(page, video));
            case OpenState.Closed(LocalDateTime opensAt, LocalText reason) ->
                opensAt == null ? "" : page.t("directory.video.opens", OpenWords.when(page, opensAt));
            case OpenState.NotKnown ignored -> "";
        };
    }

    /** A Chinese station name in pieces that must not be broken: what is quoted stays whole. Anything else is one piece. */
    public static List<String> pieces(String name) {
        int open = name.indexOf('\u201c');
        int close = name.indexOf('\u201d');
        if (open < 0 || close < open || name.length() > LONGEST_IN_PIECES) {
            return List.of(name);
        }
        return Stream.of(name.substring(0, open), name.substring(open, close + 1), name.substring(close + 1))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    public static String weekday(Page page, DayOfWeek day) {
        return page.t("directory.weekday." + day.getValue());
    }

    public static String day(Page page, LocalDate day) {
        return page.t("directory.day", day.getMonthValue(), day.getDayOfMonth(), weekday(page, day.getDayOfWeek()));
    }

    public static String date(Page page, LocalDate day) {
        return page.t("directory.date", String.valueOf(day.getYear()), day.getMonthValue(), day.getDayOfMonth());
    }

    public static String spans(Page page, StationCard.Day day) {
        if (day.kind() == null) {
            return page.t("calendar.notKnown.beyondLoadedYears");
        }
        if (day.spans().isEmpty()) {
            return page.t("directory.hours.closed");
        }
        return day.spans().stream().map(one -> span(page, one)).collect(Collectors.joining(page.t("directory.comma")));
    }

    private static String span(Page page, DaySpan one) {
        String text = one.span().text();
        return one.shift() == ShiftKind.NORMAL
                ? text
                : page.t("directory.hours.shift", text, page.t(one.shift().messageKey()));
    }

    public static String way(Page page, Way way) {
        return page.t("directory.way." + way.code());
    }

    public static String ways(Page page, Offering offering) {
        return offering.ways().stream()
                .map(one -> way(page, one.way()))
                .collect(Collectors.joining(page.t("directory.listComma")));
    }

    /** A time limit with its unit; empty for none. */
    public static String limit(Page page, Guide.@Nullable Limit limit) {
        if (limit == null) {
            return "";
        }
        String unit = switch (limit.unit()) {
            case WORKING_DAYS -> "workingDays";
            case DAYS -> "days";
            case MINUTES -> "minutes";
        };
        return page.t("directory.limit." + unit, limit.amount());
    }

    /** A distance as a walk: 80 metres a minute along streets a third longer than the straight line. */
    public static String walk(Page page, int metres) {
        int minutes = Math.max(1, (int) Math.round(metres * 1.3 / 80));
        return minutes > 60
                ? page.t("directory.kilometres", String.format(java.util.Locale.ROOT, "%.1f", metres / 1000.0))
                : page.t("directory.walk", minutes);
    }
}
