package org.jiamenkou.app;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.AuditCheck;
import org.jiamenkou.access.AuditFinding;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Settings;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./jmk audit verify}: the audit trail of the running node against its seals. */
final class AuditVerify {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int FITS = 0;
    private static final int DOES_NOT_FIT = 1;

    private final PrintStream out;
    private final Map<String, String> env;

    AuditVerify(PrintStream out, Map<String, String> env) {
        this.out = out;
        this.env = env;
    }

    int run(List<String> arguments) {
        Words words = new Words(arguments);
        String what = words.next("audit");
        if (!what.equals("verify")) {
            throw CannotStartException.wrongSettings("start.settings.unknown", what);
        }
        Optional<LocalDate> from = words.take("--from").map(AuditVerify::day);
        Optional<LocalDate> until = words.take("--to").map(AuditVerify::day);
        AuditCheck.Period period = new AuditCheck.Period(
                from.map(AuditVerify::begin).orElse(null),
                until.map(day -> begin(day.plusDays(1))).orElse(null));
        try (ConfigurableApplicationContext context =
                Training.beside(Settings.from(words.rest(), env), Application.class)) {
            return say(context.getBean(AuditCheck.class).check(period));
        }
    }

    private int say(AuditCheck.Report report) {
        for (AuditFinding finding : report.findings()) {
            out.println(StartLines.both(finding.messageKey(), finding.args()));
        }
        boolean fits = report.findings().isEmpty();
        out.println(StartLines.both(
                fits ? "start.audit.fits" : "start.audit.doesNotFit",
                String.valueOf(report.blocks()),
                String.valueOf(report.rows()),
                String.valueOf(report.findings().size()),
                report.newestHash()));
        return fits ? FITS : DOES_NOT_FIT;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw CannotStartException.wrongSettings("start.audit.day", typed);
        }
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }
}
