package org.jiamenkou.catalogue;

import java.time.LocalDate;
import org.jiamenkou.platform.text.LocalText;

/**
 * What stands at the head of a new version of a list.
 *
 * @param version as its source names it
 * @param source the document that says so
 */
public record ListPublication(String version, LocalText name, LocalDate validFrom, String source) {}
