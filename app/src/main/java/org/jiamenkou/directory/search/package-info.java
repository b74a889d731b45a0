/**
 * The search engine: Lucene in the process, no SQL and no Spring. Every matcher is a lookup of terms that were written
 * when the entry was indexed (words, single characters, pinyin in every reading, initials, forms with one character
 * left out), so that a query costs a few postings lists whatever was typed.
 */
@NullMarked
package org.jiamenkou.directory.search;

import org.jspecify.annotations.NullMarked;
