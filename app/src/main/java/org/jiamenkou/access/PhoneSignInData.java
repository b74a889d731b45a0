package org.jiamenkou.access;

import java.util.function.BiConsumer;
import org.jiamenkou.access.store.PhoneCodeStore;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.stereotype.Component;

/** Loads the numbers of signing in by phone that ship with the program; what was edited since is left alone. */
@Component
class PhoneSignInData implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("access.phone-sign-in-data");

    private final Scoped scoped;
    private final PhoneCodeStore codes;

    PhoneSignInData(Scoped scoped, PhoneCodeStore codes) {
        this.scoped = scoped;
        this.codes = codes;
    }

    @Override
    public int floor() {
        return 1;
    }

    @Override
    public String nameKey() {
        return "access.task.phone";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        scoped.transaction(SCOPE, codes::addFirstRules);
    }
}
