package org.jiamenkou.notices;

import org.jspecify.annotations.Nullable;

/**
 * The text of a message as it holds today.
 *
 * @param body with {names} in braces
 * @param usefulMinutes after which sending it is of no use, null when it never is
 * @param keepDays days after which the message is deleted
 */
public record Template(String code, String body, @Nullable Integer usefulMinutes, int keepDays) {}
