/**
 * The sheet kit: columns are declared once, written as XLSX and CSV, and read back from either. What is read comes from
 * outside and is hostile until proved otherwise: sizes are limited while the bytes flow, nothing is evaluated or fetched,
 * and every mistake is named by row and column, all at once.
 */
@NullMarked
package org.jiamenkou.platform.sheets;

import org.jspecify.annotations.NullMarked;
