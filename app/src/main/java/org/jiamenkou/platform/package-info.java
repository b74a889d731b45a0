/**
 * The floor every module stands on: database access under a scope, the log of changes, keys and ciphers, text, files
 * and the web kit. It knows no word of the domain.
 *
 * <p><b>Invariants.</b> No statement reaches the database outside {@link org.jiamenkou.platform.database.Scoped}; a
 * change is written in the transaction it reports; keys never enter the database.
 *
 * <p><b>Edges.</b> None: it imports no other module.
 */
@NullMarked
@ModuleEdges(floor = 0)
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.jiamenkou.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
