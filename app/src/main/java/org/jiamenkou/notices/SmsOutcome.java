package org.jiamenkou.notices;

/** What a gateway answers. Failing to answer at all (an exception) counts as {@link TryAgain}. */
public sealed interface SmsOutcome {
    /** @param reference the gateway's own number of the message */
    record Taken(String reference) implements SmsOutcome {}

    /** @param reason for the log; no phone number, no text */
    record TryAgain(String reason) implements SmsOutcome {}

    /** The number does not exist or refuses messages: trying again is of no use. */
    record Refused(String reason) implements SmsOutcome {}
}
