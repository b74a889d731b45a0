package org.jiamenkou.access;

/**
 * The numbers of sign-in, data with validity and source.
 *
 * @param leastLength characters of a password
 * @param leastKinds kinds of characters out of four
 * @param passwordValidDays days after which a password must be changed
 * @param failuresUntilLocked wrong passwords in a row
 * @param lockedMinutes how long the name is then locked
 */
public record SignInRules(
        int leastLength, int leastKinds, int passwordValidDays, int failuresUntilLocked, int lockedMinutes) {}
