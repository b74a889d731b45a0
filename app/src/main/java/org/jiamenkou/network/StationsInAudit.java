package org.jiamenkou.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.AuditSubjects;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Component;

/** Stations by name in the audit trail; what stands after the id (an item) stays behind the name. */
@Component
class StationsInAudit implements AuditSubjects {
    private final Stations stations;

    StationsInAudit(Stations stations) {
        this.stations = stations;
    }

    @Override
    public Set<String> types() {
        return Set.of("station", "network.stations");
    }

    @Override
    public Map<String, LocalText> names(Set<String> subjects) {
        Map<String, Station> byId = new HashMap<>();
        stations.listAll().forEach(station -> byId.put(station.id().id().toString(), station));
        Map<String, LocalText> names = new HashMap<>();
        for (String subject : subjects) {
            String[] words = subject.split(" ", 2);
            Station station = byId.get(words[0]);
            if (station != null) {
                String more = " " + station.code() + (words.length > 1 ? " " + words[1] : "");
                String english = station.name().en();
                names.put(subject, new LocalText(station.name().zh() + more, english == null ? null : english + more));
            }
        }
        return names;
    }

    @Override
    public Optional<String> findByTyped(String typed) {
        return stations.listAll().stream()
                .filter(station -> station.code().equalsIgnoreCase(typed))
                .map(station -> station.id().id().toString())
                .findFirst();
    }
}
