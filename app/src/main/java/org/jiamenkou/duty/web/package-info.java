/** Pages of duty; no SQL, no decisions. */
@NullMarked
package org.jiamenkou.duty.web;

import org.jspecify.annotations.NullMarked;
