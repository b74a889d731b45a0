package org.jiamenkou.access;

import java.util.function.BiConsumer;
import org.jiamenkou.access.store.DevicePairingStore;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.stereotype.Component;

/** Loads the numbers of pairing that ship with the program; what was edited since is left alone. */
@Component
class DeviceData implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("access.device-data");

    private final Scoped scoped;
    private final DevicePairingStore pairings;

    DeviceData(Scoped scoped, DevicePairingStore pairings) {
        this.scoped = scoped;
        this.pairings = pairings;
    }

    @Override
    public int floor() {
        return 1;
    }

    @Override
    public String nameKey() {
        return "access.task.devices";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        scoped.transaction(SCOPE, pairings::addFirstRules);
    }
}
