/**
 * Code sets shared by the catalogue, the network, forms and rules: service classes, station types, room purposes and the
 * like, each with its source and validity.
 *
 * <p><b>Invariants.</b> A code is never deleted, it ends; what refers to it can still be named. A district's own class maps
 * to one or more classes of the canonical set {@code service-class}. The file that ships with the program is the truth: a
 * newer one is merged into the database at the next start.
 *
 * <p><b>Changes published.</b> {@code CodeSetsLoaded}: it makes kept pages and copies stale.
 *
 * <p><b>Edges.</b> access.
 */
@NullMarked
@ModuleEdges(
        floor = 2,
        imports = {"access"})
package org.jiamenkou.elements;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
