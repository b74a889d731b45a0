package org.jiamenkou.network;

import org.jiamenkou.network.rules.Sheet;
import org.springframework.stereotype.Component;

/** Gives the rows of a sheet their schedules, from the opening patterns of the calendar. */
@Component
class StationScheduling {
    void open(Sheet sheet) {
        // hours follow when the calendar lands
    }
}
