package org.jiamenkou.access;

/**
 * The numbers of signing in by phone, data with validity and source.
 *
 * @param codeMinutes how long a code holds
 * @param mostTries wrong codes until it is spoilt
 * @param pauseSeconds between two codes to one phone
 * @param mostPerPhoneHour codes to one phone within an hour
 * @param mostPerPhoneDay codes to one phone within a day
 * @param mostPerAddressHour codes asked for from one address within an hour; a station's visitors share one
 * @param sessionMinutes without a request after which a resident is signed out
 * @param noticeVersion version of the privacy notice that holds
 */
public record PhoneSignInRules(
        int codeMinutes,
        int mostTries,
        int pauseSeconds,
        int mostPerPhoneHour,
        int mostPerPhoneDay,
        int mostPerAddressHour,
        int sessionMinutes,
        String noticeVersion) {}
