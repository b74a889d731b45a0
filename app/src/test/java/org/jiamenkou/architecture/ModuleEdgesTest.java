package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.platform.ModuleEdges;
import org.junit.jupiter.api.Test;

/** Modules import downwards only, along the edges their package-info declares and the closure of those. */
class ModuleEdgesTest {
    private static final Map<String, ModuleEdges> MODULES = modules();

    private static Map<String, ModuleEdges> modules() {
        Map<String, ModuleEdges> modules = new HashMap<>();
        for (JavaClass type : ProductClasses.ALL) {
            String module = ProductClasses.moduleOf(type);
            if (!modules.containsKey(module)) {
                modules.put(module, edgesOf(module));
            }
        }
        return modules;
    }

    private static ModuleEdges edgesOf(String module) {
        try {
            Package root = Class.forName(ProductClasses.ROOT + "." + module + ".package-info")
                    .getPackage();
            return root.getAnnotation(ModuleEdges.class);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("module " + module + " has no package-info with @ModuleEdges", missing);
        }
    }

    @Test
    void the_scan_is_not_empty() {
        assertThat(ProductClasses.ALL.size()).isGreaterThan(60);
        assertThat(MODULES).containsKeys("platform", "access", "app");
    }

    @Test
    void every_edge_leads_to_a_lower_floor() {
        MODULES.forEach((name, edges) -> {
            for (String imported : edges.imports()) {
                assertThat(MODULES).as("%s imports %s", name, imported).containsKey(imported);
                assertThat(MODULES.get(imported).floor())
                        .as("%s imports %s", name, imported)
                        .isLessThan(edges.floor());
            }
        });
    }

    @Test
    void no_module_imports_what_its_edges_do_not_reach() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : ProductClasses.ALL) {
            String from = ProductClasses.moduleOf(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (ProductClasses.isProduct(target)) {
                    String to = ProductClasses.moduleOf(target);
                    if (!from.equals(to) && !closure(from).contains(to)) {
                        wrong.add(type.getName() + " -> " + target.getName());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void others_import_the_root_of_a_module_only() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : ProductClasses.ALL) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (ProductClasses.isProduct(target)
                        && !ProductClasses.moduleOf(type).equals(ProductClasses.moduleOf(target))
                        && !ProductClasses.moduleOf(target).equals("platform")
                        && !ProductClasses.folderOf(target).isEmpty()) {
                    wrong.add(type.getName() + " -> " + target.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> closure(String module) {
        Set<String> reached = new TreeSet<>();
        List<String> open =
                new java.util.ArrayList<>(List.of(MODULES.get(module).imports()));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(List.of(MODULES.get(next).imports()));
            }
        }
        return reached;
    }
}
