package org.jiamenkou.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.catalogue.store.ApprovalStore;
import org.jiamenkou.platform.Settings;
import org.springframework.stereotype.Service;

/** What was let in, what is on trial, and what the yearly clean-up must look at (M-092). Its pages come later. */
@Service
public class EntryApprovals {
    private final CatalogueReads reads;
    private final ApprovalStore store;
    private final Settings settings;
    private final Clock clock;

    EntryApprovals(CatalogueReads reads, ApprovalStore store, Settings settings, Clock clock) {
        this.reads = reads;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** All of them, by kind and code. */
    public List<EntryApproval> listAll() {
        return shown(reads.read(store::listApprovals));
    }

    /** What may be asked of stations and committees today. */
    public List<EntryApproval> listInForce() {
        LocalDate today = LocalDate.now(clock);
        return listAll().stream().filter(one -> one.isInForceOn(today)).toList();
    }

    /** The clean-up list: approvals and trials that somebody must look at by this day, the most urgent first. */
    public List<EntryApproval> dueForReview(LocalDate by) {
        return shown(reads.read(() -> store.listDue(by)));
    }

    private List<EntryApproval> shown(List<EntryApproval> all) {
        return all.stream().filter(one -> settings.demo() || !one.sample()).toList();
    }
}
