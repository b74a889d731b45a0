/** The directory as HSDS 3.0 (Open Referral): ids, values and answers. Values only: no SQL, no HTTP. */
@NullMarked
package org.jiamenkou.directory.hsds;

import org.jspecify.annotations.NullMarked;
