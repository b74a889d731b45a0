package org.jiamenkou.access.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jiamenkou.access.Device;
import org.jiamenkou.access.DeviceUpkeep;
import org.jiamenkou.access.DeviceWanted;
import org.jiamenkou.access.HistoryLine;
import org.jiamenkou.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The form of a device as it was typed, or as it stands at first. */
public record DeviceForm(String code, String kind, String name, String place) {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static DeviceForm of(DeviceUpkeep.Line line) {
        Device device = line.paired().device();
        String station = device.stationCode();
        return new DeviceForm("", device.kind().name(), device.name(), station == null ? line.areaCode() : station);
    }

    DeviceWanted wanted() {
        return new DeviceWanted(
                new DeviceWanted.Kind(kind), new DeviceWanted.Name(name), new DeviceWanted.Where(place));
    }

    public static String time(@Nullable Instant at) {
        return at == null ? "" : MINUTES.format(at);
    }

    public static String action(Page page, HistoryLine line) {
        return page.t("audit.action." + line.action());
    }

    public static String fields(Page page, HistoryLine line) {
        return line.fields().stream()
                .map(field -> page.t("audit.field." + field))
                .collect(Collectors.joining(page.t("audit.comma")));
    }
}
