package org.jiamenkou.network;

import java.util.UUID;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One of the six centres of a subdistrict (M-004), where stations lead what they may not decide. Null means not known.
 *
 * @param kind code of the set {@code centre-kind}: affairs, health, culture, party, security, emergency
 * @param schedule the affairs centre keeps its own rule (沪社标联办〔2018〕5号); others null where no source gives hours
 */
public record Centre(
        UUID id,
        DivisionId subdistrict,
        String kind,
        LocalText name,
        @Nullable LocalText address,
        @Nullable Point point,
        @Nullable ScheduleId schedule,
        @Nullable String phone,
        boolean sample) {}
