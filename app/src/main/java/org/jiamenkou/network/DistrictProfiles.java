package org.jiamenkou.network;

import java.util.Optional;
import org.jiamenkou.network.store.ProfileStore;
import org.springframework.stereotype.Service;

/** How districts present their stations (M-016, M-017). */
@Service
public class DistrictProfiles {
    private final PublicReads reads;
    private final ProfileStore store;

    DistrictProfiles(PublicReads reads, ProfileStore store) {
        this.reads = reads;
        this.store = store;
    }

    public Optional<DistrictProfile> find(DivisionId district) {
        return reads.read(() -> store.find(district.value()));
    }
}
