package org.jiamenkou.queue.web;

import java.util.List;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.queue.Counter;
import org.jiamenkou.queue.QueueBoard;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * The console of a place as one worker sees it.
 *
 * @param own the counter the worker sits at here, null while they sit nowhere
 * @param inHand what that counter has, null for nothing
 * @param centre the queue of the centre above a station, null at a centre
 * @param drawn numbers that people here drew at the centre, with how many are called before each
 * @param hallsArea code of the subdistrict, whose halls have a page
 * @param key of the next form
 */
public record ConsoleView(
        QueueBoard board,
        @Nullable Counter own,
        @Nullable Ticket inHand,
        @Nullable QueueBoard centre,
        List<Ticket> drawn,
        List<ServiceItem> items,
        boolean mayIssue,
        boolean mayCall,
        boolean mayManage,
        @Nullable String refused,
        @Nullable String done,
        QueueWords words,
        String hallsArea,
        String key) {
    public QueuePlace place() {
        return board.place();
    }
}
