/**
 * The program: main class and composition. It imports every module and no module imports it.
 *
 * <p><b>Edges.</b> All.
 */
@NullMarked
@ModuleEdges(
        floor = 99,
        imports = {"directory", "duty", "queue"})
package org.jiamenkou.app;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
