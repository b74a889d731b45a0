/**
 * Safe keeping: one consistent backup of a node that runs, and its restore into an empty folder. A backup is a zip that
 * any program can open: rows as text, files as they are, and a manifest that says what must be there. It never holds a
 * key; the keys go into a file of their own, encrypted under a passphrase.
 */
@NullMarked
package org.jiamenkou.platform.keeping;

import org.jspecify.annotations.NullMarked;
