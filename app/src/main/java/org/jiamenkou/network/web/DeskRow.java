package org.jiamenkou.network.web;

import java.util.List;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.text.LocalText;

/** A station in the list of the desk; flags are message keys. */
public record DeskRow(Station station, LocalText area, List<String> flags) {}
