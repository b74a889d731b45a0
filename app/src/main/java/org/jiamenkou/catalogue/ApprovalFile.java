package org.jiamenkou.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jiamenkou.catalogue.EntryApproval.State;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** An entry of {@code data/catalogue/entry-approvals.yaml}. */
record ApprovalFile(
        String kind,
        LocalText subject,
        @Nullable String item,
        String applicant,
        String area,
        Guide.@Nullable Basis basis,
        @Nullable LocalText necessity,
        @Nullable Integer hoursPerStationMonth,
        @Nullable Long moneyFenPerStationYear,
        @Nullable LocalText staffProvided,
        List<OpinionFile> opinionsHeard,
        LocalText decider,
        String decision,
        LocalDate decidedOn,
        @Nullable LocalDate trialEnd,
        @Nullable LocalDate reviewOn,
        @Nullable LocalText reason,
        boolean sample) {
    record OpinionFile(LocalText by, LocalText opinion) {}

    EntryApproval toApproval() {
        byte[] name = (area + subject.zh()).getBytes(StandardCharsets.UTF_8);
        return new EntryApproval(
                kind + "-" + HexFormat.of().formatHex(Sm3.hash(name), 0, 4),
                area,
                EntryApproval.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                subject,
                applicant,
                basis == null ? List.of() : List.of(basis),
                necessity,
                hoursPerStationMonth,
                staffProvided == null ? null : new EntryApproval.Support(moneyFenPerStationYear, staffProvided),
                opinionsHeard.stream()
                        .map(heard -> new EntryApproval.Opinion(heard.by(), heard.opinion()))
                        .toList(),
                decider,
                state(),
                reason,
                item,
                sample);
    }

    private State state() {
        return switch (decision) {
            case "proposed" -> new State.Proposed(decidedOn);
            case "approved" -> new State.Approved(decidedOn, Objects.requireNonNull(reviewOn));
            case "trial" -> new State.Trial(decidedOn, Objects.requireNonNull(trialEnd));
            case "refused" -> new State.Refused(decidedOn);
            case "reviewed" -> new State.Reviewed(decidedOn, Objects.requireNonNull(reviewOn));
            case "ended" -> new State.Ended(decidedOn);
            default -> throw new IllegalArgumentException(subject.zh() + ": " + decision);
        };
    }
}
