package org.jiamenkou.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which ways to sign in somebody has set, and since when; null for what is not set. */
public record HeldFactors(
        @Nullable Instant totpSince,
        @Nullable Instant pinSince,
        @Nullable Instant cardSince) {}
