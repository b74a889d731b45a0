package org.jiamenkou.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jiamenkou.access.store.RoleStore;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Brings the roles, rights and rules of sign-in that ship with the program: what is new in the file is added, what was
 * edited or taken away since it was first brought is left alone.
 */
@Component
class RoleData implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("access.role-data");

    private final Scoped scoped;
    private final RoleStore roles;

    RoleData(Scoped scoped, RoleStore roles) {
        this.scoped = scoped;
        this.roles = roles;
    }

    @Override
    public int floor() {
        return 1;
    }

    @Override
    public String nameKey() {
        return "access.task.roles";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        scoped.transaction(SCOPE, () -> {
            read().forEach(roles::bring);
            roles.addFirstRules();
        });
    }

    private static List<RoleStore.Role> read() {
        try (InputStream in = RoleData.class.getResourceAsStream("/data/access/roles.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<List<RoleStore.Role>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
