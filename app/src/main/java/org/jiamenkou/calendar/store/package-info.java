/** SQL of days and schedules. */
@NullMarked
package org.jiamenkou.calendar.store;

import org.jspecify.annotations.NullMarked;
