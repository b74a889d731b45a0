package org.jiamenkou.catalogue.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.catalogue.OfferingChange;
import org.jiamenkou.catalogue.OfferingRefusal;
import org.jiamenkou.catalogue.Way;

/** What a station may change about an item: with a reason, and only to ways the item has. */
public final class OfferingChangeRules {
    public static final int LONGEST_REASON = 200;
    public static final int LONGEST_NOTE = 100;

    private OfferingChangeRules() {}

    /**
     * @param waysOfItem the ways in which the item can be done at all
     * @param differs whether the station has an exception for it now
     */
    public static List<OfferingRefusal> refusals(OfferingChange change, Set<Way> waysOfItem, boolean differs) {
        List<OfferingRefusal> found = new ArrayList<>();
        if (change.reason().isBlank()) {
            found.add(new OfferingRefusal.ReasonMissing());
        }
        tooLong("reason", change.reason(), LONGEST_REASON, found);
        switch (change) {
            case OfferingChange.TakeOff off -> {
                // Nothing more to ask: a station may always say that it cannot do something now.
            }
            case OfferingChange.OtherWays other -> {
                tooLong("hoursNote", other.hoursNote(), LONGEST_NOTE, found);
                Set<Way> impossible = new TreeSet<>(other.ways());
                impossible.removeAll(waysOfItem);
                if (other.ways().isEmpty()) {
                    found.add(new OfferingRefusal.NoWays());
                } else if (!impossible.isEmpty()) {
                    found.add(new OfferingRefusal.WaysNotOfItem(impossible));
                }
            }
            case OfferingChange.PutBack back -> {
                if (!differs) {
                    found.add(new OfferingRefusal.NothingToPutBack());
                }
            }
        }
        return found;
    }

    private static void tooLong(String field, String text, int most, List<OfferingRefusal> found) {
        if (text.codePointCount(0, text.length()) > most) {
            found.add(new OfferingRefusal.TooLong(field, most));
        }
    }
}
