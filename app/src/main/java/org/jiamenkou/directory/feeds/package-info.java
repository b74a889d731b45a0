/** Calendar feeds: hours as iCalendar (RFC 5545). Values only: no SQL, no HTTP. */
@NullMarked
package org.jiamenkou.directory.feeds;

import org.jspecify.annotations.NullMarked;
