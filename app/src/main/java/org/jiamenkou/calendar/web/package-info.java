/** Pages of the table of days. */
@NullMarked
package org.jiamenkou.calendar.web;

import org.jspecify.annotations.NullMarked;
