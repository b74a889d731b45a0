package org.jiamenkou.network;

import java.util.UUID;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A line of the public board "who does what": somebody in a post (M-029, M-111). One person may hold several posts and
 * signs as one, {@code staffId}.
 *
 * @param title code of the set {@code post-title}
 * @param adviserRole code of {@code adviser-role} when the post is an adviser's (顾问, M-125)
 * @param line code of {@code functional-line}
 * @param duties what residents come to this person for
 */
public record Post(
        UUID postId,
        UUID staffId,
        String personName,
        String title,
        @Nullable String adviserRole,
        @Nullable String line,
        @Nullable LocalText duties,
        @Nullable String workPhone,
        boolean sample) {}
