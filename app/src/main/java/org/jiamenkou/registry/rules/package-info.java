/** Decisions as pure functions: what an ID number must look like, how a name is masked. */
@NullMarked
package org.jiamenkou.registry.rules;

import org.jspecify.annotations.NullMarked;
