package org.jiamenkou.access;

/**
 * The numbers of pairing and of devices at work, data with validity and source.
 *
 * @param codeMinutes how long a pairing code holds
 * @param mostCodesPerAddressHour codes shown to one network address within an hour
 * @param rotateHours age at which a token is replaced
 * @param graceSeconds how long the token before still holds once the new one was used
 * @param seenSeconds last seen is written at most this often
 * @param awayMinutes not seen for so long, a device is shown as away
 */
public record DeviceRules(
        int codeMinutes,
        int mostCodesPerAddressHour,
        int rotateHours,
        int graceSeconds,
        int seenSeconds,
        int awayMinutes) {}
