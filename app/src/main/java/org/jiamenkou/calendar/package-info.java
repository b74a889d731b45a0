/** Stand-in so that others compile: the module calendar replaces this file. */
@NullMarked
@ModuleEdges(
        floor = 2,
        imports = {"access"})
package org.jiamenkou.calendar;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
