package org.jiamenkou.app;

import java.io.PrintStream;
import java.util.List;
import org.jiamenkou.platform.StartupNotice;
import org.jiamenkou.platform.StartupProgress;

/** What the terminal shows of a start: a progress line while data are loaded, then where to go and how to stop. */
final class StartupReport implements StartupProgress {
    private static final int STEP = 10;

    private final PrintStream out;
    /** On a terminal one line is rewritten; in a log file each step has its own, and there are few. */
    private final boolean terminal;

    private String shownTask = "";
    private int shownPercent = -1;

    StartupReport(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void show(String nameKey, int done, int total) {
        int percent = total <= 0 ? 100 : (int) Math.min(100, 100L * done / total);
        int step = terminal ? 1 : STEP;
        if (nameKey.equals(shownTask) && percent / step == shownPercent / step) {
            return;
        }
        if (terminal && !nameKey.equals(shownTask) && !shownTask.isEmpty()) {
            out.println();
        }
        String line = StartLines.both("start.report.loading", nameKey, String.valueOf(percent));
        if (terminal) {
            out.print("\r\033[K" + line);
        } else {
            out.println(line);
        }
        out.flush();
        shownTask = nameKey;
        shownPercent = percent;
    }

    @Override
    public synchronized void done() {
        if (terminal && !shownTask.isEmpty()) {
            out.println();
        }
        shownTask = "";
    }

    synchronized void ready(String address, String data, List<StartupNotice> notices) {
        done();
        out.println(StartLines.both("start.report.ready", address));
        out.println(StartLines.both("start.report.data", data));
        notices.forEach(notice -> notice.lines().forEach(out::println));
        out.println(StartLines.both("start.report.stop"));
        out.flush();
    }

    synchronized void line(String key, Object... details) {
        out.println(StartLines.both(key, details));
        out.flush();
    }
}
