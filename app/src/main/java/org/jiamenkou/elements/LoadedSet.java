package org.jiamenkou.elements;

import java.time.LocalDate;

/**
 * A set as the file gives it.
 *
 * @param validFrom first day on which the platform accepts its codes
 */
public record LoadedSet(CodeSet set, LocalDate validFrom) {}
