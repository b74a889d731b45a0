package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

/** Spring Modulith's own check, and the pages it writes of the modules: docs/modules is generated, never written by hand. */
class ModulithTest {
    private static final Path PAGES = Path.of("..", "docs", "modules");

    private static final ApplicationModules MODULES = ApplicationModules.of(
            "org.jiamenkou",
            com.tngtech.archunit.base.DescribedPredicate.describe(
                    "generated pages", type -> type.getPackageName().startsWith("org.jiamenkou.pages")));

    @Test
    void modules_have_no_cycles_and_use_no_internals() {
        assertThat(MODULES.stream().count()).isGreaterThan(2);
        MODULES.verify();
    }

    @Test
    void the_pages_of_the_modules_are_written_from_the_code() throws IOException {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(PAGES.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeModuleCanvases();
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".adoc"))).hasSizeGreaterThan(2);
        }
    }
}
