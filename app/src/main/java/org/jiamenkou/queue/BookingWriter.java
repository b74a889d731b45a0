package org.jiamenkou.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The way every booking of this node takes. Slots are spread over lanes by their id, so that one slot's bookings are written
 * together and other slots do not wait for them. No right is decided here: whoever calls has decided it.
 */
@Component
public class BookingWriter {
    private static final int LANES = 2;
    private static final Duration MOST_WAITING = Duration.ofSeconds(20);

    private final List<BookingLane> lanes;

    BookingWriter(BookingBatch batch) {
        this.lanes = Stream.generate(() -> new BookingLane(batch::write))
                .limit(LANES)
                .toList();
    }

    /** Waits for the commit, holding no connection. Must not be called within a transaction. */
    public BookingAnswer write(BookingWish wish) {
        try {
            return submit(wish).get(MOST_WAITING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException(
                    "the booking was not written in time; its key makes asking again safe", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public CompletableFuture<BookingAnswer> submit(BookingWish wish) {
        int lane = switch (wish) {
            case BookingWish.Seat seat -> seat.wanted().slot().hashCode();
            case BookingWish.End end -> end.booking().hashCode();
        };
        return lanes.get(Math.floorMod(lane * 0x9E3779B9 >>> 16, lanes.size())).submit(wish);
    }
}
