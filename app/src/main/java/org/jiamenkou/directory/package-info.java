/**
 * The public front door: home, stations, services, search, advisers and the pages about this platform. Read-only.
 *
 * <p><b>Invariants.</b> Nothing here asks for a sign-in or creates a session; what is not known is said to be not known;
 * sample data (示例) are marked on every page that shows them; every page works without a script. The search index is a
 * derived copy: it can be thrown away at any time and is built anew from the network and the catalogue.
 *
 * <p><b>Changes published.</b> None.
 *
 * <p><b>Edges.</b> catalogue; {@code duty} joins when it exists.
 */
@NullMarked
@ModuleEdges(
        floor = 5,
        imports = {"catalogue"})
package org.jiamenkou.directory;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
