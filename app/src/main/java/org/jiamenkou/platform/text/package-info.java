/** Text in two languages, pinyin, codes read aloud. */
@NullMarked
package org.jiamenkou.platform.text;

import org.jspecify.annotations.NullMarked;
