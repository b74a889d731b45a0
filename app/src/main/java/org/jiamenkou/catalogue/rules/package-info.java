/** Decisions as pure functions: what a guide may say, which offering rule wins, what entry approval asks for. */
@NullMarked
package org.jiamenkou.catalogue.rules;

import org.jspecify.annotations.NullMarked;
