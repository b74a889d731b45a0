package org.jiamenkou.duty;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the hand-over book (交接本), carried on until it is closed.
 *
 * @param reader who took it over; null while nobody has
 */
public record HandoverNote(
        UUID id,
        String words,
        String writer,
        LocalDateTime writtenAt,
        @Nullable String reader,
        boolean closed) {}
