/** Opening hours as pure functions. */
@NullMarked
package org.jiamenkou.calendar.rules;

import org.jspecify.annotations.NullMarked;
