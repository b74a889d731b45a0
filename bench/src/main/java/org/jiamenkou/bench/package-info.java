/**
 * Side-by-side measurements: ours and a reference in turn, on the same machine and data, as ratios. They are programs, not
 * tests; {@code ./jmk bench NAME} runs one and writes {@code bench/results/NAME.json}.
 */
package org.jiamenkou.bench;
