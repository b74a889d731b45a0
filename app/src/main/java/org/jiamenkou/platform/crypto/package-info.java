/** Keys that never enter the database, and the national ciphers they serve (GB/T 32905 SM3, GB/T 32907 SM4). */
@NullMarked
package org.jiamenkou.platform.crypto;

import org.jspecify.annotations.NullMarked;
