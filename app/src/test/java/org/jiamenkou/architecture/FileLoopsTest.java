package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No file needs another that needs it in turn; loops are found with Tarjan's strongly connected components. */
class FileLoopsTest {
    @Test
    void no_files_depend_on_each_other_in_a_loop() {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (JavaClass type : ProductClasses.ALL) {
            String from = ProductClasses.fileOf(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String to = ProductClasses.fileOf(target);
                if (ProductClasses.isProduct(target) && !from.equals(to) && !to.endsWith("package-info")) {
                    edges.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
                }
            }
        }
        assertThat(edges).hasSizeGreaterThan(30);
        assertThat(new Components(edges).loops()).isEmpty();
    }

    @Test
    void a_loop_is_found() {
        Map<String, Set<String>> edges = Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("a"));
        assertThat(new Components(edges).loops()).hasSize(1);
    }

    private static final class Components {
        private final Map<String, Set<String>> edges;
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, Integer> low = new HashMap<>();
        private final Deque<String> stack = new ArrayDeque<>();
        private final Set<String> onStack = new HashSet<>();
        private final List<Set<String>> loops = new ArrayList<>();

        Components(Map<String, Set<String>> edges) {
            this.edges = edges;
        }

        List<Set<String>> loops() {
            for (String file : edges.keySet()) {
                if (!index.containsKey(file)) {
                    visit(file);
                }
            }
            return loops;
        }

        private void visit(String file) {
            index.put(file, index.size());
            low.put(file, index.get(file));
            stack.push(file);
            onStack.add(file);
            for (String next : edges.getOrDefault(file, Set.of())) {
                if (!index.containsKey(next)) {
                    visit(next);
                    low.merge(file, low.get(next), Math::min);
                } else if (onStack.contains(next)) {
                    low.merge(file, index.get(next), Math::min);
                }
            }
            if (low.get(file).equals(index.get(file))) {
                Set<String> component = new TreeSet<>();
                String member;
                do {
                    member = stack.pop();
                    onStack.remove(member);
                    component.add(member);
                } while (!member.equals(file));
                if (component.size() > 1) {
                    loops.add(component);
                }
            }
        }
    }
}
