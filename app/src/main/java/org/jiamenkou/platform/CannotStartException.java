package org.jiamenkou.platform;

import java.util.List;

/**
 * The program cannot start for a reason a person can mend. It is told in one line in both languages, without a stack
 * trace, and ends the program with its exit code.
 */
public final class CannotStartException extends RuntimeException {
    /** Exit code for wrong settings. */
    public static final int WRONG_SETTINGS = 2;
    /** Exit code for something this machine lacks or something else holds. */
    public static final int NOT_POSSIBLE_HERE = 3;

    private final int exitCode;
    private final String messageKey;
    private final transient List<Object> details;

    private CannotStartException(int exitCode, String messageKey, List<Object> details) {
        super(messageKey + " " + details);
        this.exitCode = exitCode;
        this.messageKey = messageKey;
        this.details = details;
    }

    public static CannotStartException wrongSettings(String messageKey, Object... details) {
        return new CannotStartException(WRONG_SETTINGS, messageKey, List.of(details));
    }

    public static CannotStartException notPossibleHere(String messageKey, Object... details) {
        return new CannotStartException(NOT_POSSIBLE_HERE, messageKey, List.of(details));
    }

    public int exitCode() {
        return exitCode;
    }

    /** A key of {@code messages/platform_*.properties} beginning with {@code start.}. */
    public String messageKey() {
        return messageKey;
    }

    public List<Object> details() {
        return details;
    }
}
