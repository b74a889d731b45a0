package org.jiamenkou.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The direct edges of a module, declared in its {@code package-info}. What an imported module may import is allowed
 * too; {@code architecture.ModuleEdgesTest} computes the closure and refuses every other import.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModuleEdges {
    /** The floor of docs/architecture.md; every import leads to a lower one. */
    int floor();

    /** Names of the modules imported directly. */
    String[] imports() default {};
}
