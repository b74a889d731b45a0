/** The outbox of a demo. */
@NullMarked
package org.jiamenkou.notices.web;

import org.jspecify.annotations.NullMarked;
