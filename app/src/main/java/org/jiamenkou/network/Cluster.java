package org.jiamenkou.network;

import java.util.List;
import java.util.UUID;
import org.jiamenkou.platform.text.LocalText;

/** A cluster (片区) between subdistrict and committee, serving several committees (M-002, M-093). */
public record Cluster(UUID subdistrictId, UUID id, LocalText name, List<DivisionId> committees, boolean sample) {
    public Cluster {
        committees = List.copyOf(committees);
    }
}
