package org.jiamenkou.catalogue.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiamenkou.catalogue.EntryApproval;
import org.jiamenkou.catalogue.EntryDecision;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What the templates of the gate ask for. */
public record EntryView(CodeSets codes, Items items) {
    private static final int FEN = 100;

    public static String state(EntryApproval approval) {
        return approval.state().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    public String stateKey(EntryApproval approval) {
        return "catalogue.entry.state." + state(approval);
    }

    /** {@code city} is our own word, a district's or subdistrict's name is theirs. */
    public String area(Page page, EntryApproval approval) {
        return approval.area().equals("city") ? page.t("catalogue.entry.city") : approval.area();
    }

    public LocalText line(String code) {
        return codes.findSet("functional-line")
                .flatMap(set -> set.find(code))
                .map(one -> one.name())
                .orElseGet(() -> LocalText.of(code));
    }

    public Optional<ServiceItem> item(@Nullable String slug) {
        return slug == null ? Optional.empty() : items.findBySlug(slug);
    }

    public String yuan(long fen) {
        return String.valueOf(fen / FEN);
    }

    /** The steps that follow from where it stands. */
    public List<EntryDecision.Step> steps(EntryApproval approval) {
        return switch (approval.state()) {
            case EntryApproval.State.Proposed proposed ->
                List.of(EntryDecision.Step.APPROVE, EntryDecision.Step.TRY, EntryDecision.Step.REFUSE);
            case EntryApproval.State.Trial trial -> List.of(EntryDecision.Step.APPROVE, EntryDecision.Step.END);
            case EntryApproval.State.Approved approved -> List.of(EntryDecision.Step.REVIEW, EntryDecision.Step.END);
            case EntryApproval.State.Reviewed reviewed -> List.of(EntryDecision.Step.REVIEW, EntryDecision.Step.END);
            case EntryApproval.State.Refused refused -> List.of();
            case EntryApproval.State.Ended ended -> List.of();
        };
    }
}
