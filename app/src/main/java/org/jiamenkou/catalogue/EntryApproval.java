package org.jiamenkou.catalogue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Entry approval (基层事务准入): the one gate that everything handed down passes, “依法、必需、配套” (M-092; 居民委员会工作条例 第二十七、
 * 二十八条; 街道办事处条例 第十条).
 *
 * @param code unique in its area, made from its name
 * @param area {@code city}, or the Chinese name of the district it holds in
 * @param applicant code of the functional line whose department wants to hand it down
 * @param basis 依法: the clauses it rests on
 * @param necessity 必需: why it cannot stay where it is; null when nobody said
 * @param hoursPerStationMonth what it costs one station; null when not known
 * @param support 配套: money and staff that come with it (费随事转); null when nothing was said
 * @param opinions who was heard, and what they said
 * @param decider who decides; 区委、区政府 for what a district hands down
 * @param reason why it was decided so, null while it is only proposed
 * @param itemSlug the service item it lets in, null for the other kinds
 * @param sample invented (示例)
 */
public record EntryApproval(
        String code,
        String area,
        Kind kind,
        LocalText name,
        String applicant,
        List<Guide.Basis> basis,
        @Nullable LocalText necessity,
        @Nullable Integer hoursPerStationMonth,
        @Nullable Support support,
        List<Opinion> opinions,
        LocalText decider,
        State state,
        @Nullable LocalText reason,
        @Nullable String itemSlug,
        boolean sample) {
    public EntryApproval {
        basis = List.copyOf(basis);
        opinions = List.copyOf(opinions);
    }

    /** What passes the gate. */
    public enum Kind {
        STATION_ITEM,
        SUBDISTRICT_TASK,
        COMMITTEE_TASK,
        CERTIFICATE,
        PLATE,
        APP,
        INSPECTION
    }

    /**
     * @param fenPerStationYear money, null when not known
     * @param staff people who come with it, in words
     */
    public record Support(@Nullable Long fenPerStationYear, LocalText staff) {}

    /** @param who subdistrict, committee or department that was heard */
    public record Opinion(LocalText who, LocalText said) {}

    /** Where it stands: proposed → approved, on trial or refused → reviewed or ended. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = State.Proposed.class, name = "proposed"),
        @JsonSubTypes.Type(value = State.Approved.class, name = "approved"),
        @JsonSubTypes.Type(value = State.Trial.class, name = "trial"),
        @JsonSubTypes.Type(value = State.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = State.Reviewed.class, name = "reviewed"),
        @JsonSubTypes.Type(value = State.Ended.class, name = "ended")
    })
    public sealed interface State {
        /** The day it came into this state. */
        LocalDate since();

        record Proposed(LocalDate since) implements State {}

        /** @param reviewBy the yearly clean-up looks at it by this day */
        record Approved(LocalDate since, LocalDate reviewBy) implements State {}

        record Trial(LocalDate since, LocalDate ends) implements State {}

        record Refused(LocalDate since) implements State {}

        /** Looked at in the yearly clean-up and kept. */
        record Reviewed(LocalDate since, LocalDate reviewBy) implements State {}

        record Ended(LocalDate since) implements State {}
    }

    /** The day by which somebody must look at it again; null where nobody must. */
    public @Nullable LocalDate due() {
        return switch (state) {
            case State.Approved approved -> approved.reviewBy();
            case State.Reviewed reviewed -> reviewed.reviewBy();
            case State.Trial trial -> trial.ends();
            case State.Proposed proposed -> null;
            case State.Refused refused -> null;
            case State.Ended ended -> null;
        };
    }

    /** Whether what it is about may be asked of stations and committees on this day. */
    public boolean isInForceOn(LocalDate day) {
        return switch (state) {
            case State.Approved approved -> true;
            case State.Reviewed reviewed -> true;
            case State.Trial trial -> !day.isAfter(trial.ends());
            case State.Proposed proposed -> false;
            case State.Refused refused -> false;
            case State.Ended ended -> false;
        };
    }
}
