package org.jiamenkou.network;

import java.time.LocalDate;
import java.util.List;

/**
 * An edition of the divisions as it was received, read by {@link DivisionFiles}.
 *
 * @param source who publishes it
 * @param asOf the day from which it holds
 * @param rows all divisions from the districts down to the committees; codes have 12 digits
 * @param successions what the edition itself says about splits and mergers; may be empty
 */
public record DivisionList(Title title, LocalDate asOf, List<Row> rows, List<Succession> successions) {
    public DivisionList {
        rows = List.copyOf(rows);
        successions = List.copyOf(successions);
    }

    /** @param name of the edition, unique; {@code source}: who publishes it, under which licence */
    public record Title(String name, Source source) {}

    public record Source(String value) {}

    /** @param code 12 digits */
    public record Row(String code, Name name) {}

    public record Name(String value) {}

    /** Old and new code, 12 digits each. */
    public record Succession(Old from, New to) {}

    public record Old(String code) {}

    public record New(String code) {}
}
