package org.jiamenkou.network.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kinds of organisation, as patterns ({@code data/network/organisations.yaml}). */
public record OrganisationPlans(
        List<Plan> departments, List<Plan> hubs, List<Plan> operators, List<Plan> centreTemplates) {
    /** @param pattern of the name with {district} or {subdistrict}; operators have a name instead */
    public record Plan(
            String code,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String nameEn,
            SampleWords.@Nullable Text pattern,
            @Nullable List<String> lines,
            @Nullable String source,
            boolean sample) {}

    /** Names of party organisations by level. */
    public record PartyNames(
            SampleWords.Text city,
            SampleWords.Text district,
            SampleWords.Text street,
            SampleWords.Text town,
            SampleWords.Text committee,
            SampleWords.Text village) {}
}
