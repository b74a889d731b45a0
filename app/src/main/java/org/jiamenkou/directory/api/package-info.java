/** The records of {@code /api/v1} as {@code openapi.json} describes them. Values only: no SQL, no HTTP. */
@NullMarked
package org.jiamenkou.directory.api;

import org.jspecify.annotations.NullMarked;
