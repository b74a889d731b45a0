package org.jiamenkou.access;

/**
 * The numbers of the second factor, of shared desks and of restores, data with validity and source.
 *
 * @param browserHours how long a full sign-in at a browser spares the code there, and lets PIN or card switch to it
 * @param pinFailuresUntilLocked wrong PINs in a row
 * @param pinLockedMinutes how long the PIN is then locked; a full sign-in unlocks it
 * @param restoreHours within which a second person confirms a restore, and within which its code is used
 * @param endingSoonDays before its end a grant stands in the report
 */
public record FactorRules(
        int browserHours, int pinFailuresUntilLocked, int pinLockedMinutes, int restoreHours, int endingSoonDays) {}
