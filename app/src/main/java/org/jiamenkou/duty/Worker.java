package org.jiamenkou.duty;

import java.util.UUID;

/**
 * Somebody who may stand in a station's roster.
 *
 * @param crossTrained whether they can serve any item alone (全岗通)
 * @param lead whether they are 书记 or 主任, who lead weekends and holidays (M-081)
 */
public record Worker(UUID id, String name, boolean crossTrained, boolean lead, boolean sample) {}
