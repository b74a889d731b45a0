package org.jiamenkou.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayNamesTest {
    @Test
    void every_holiday_of_the_shipped_notices_has_an_english_name() {
        HolidayNames names = new HolidayNames();
        assertThat(List.of(2024, 2025, 2026))
                .allSatisfy(year -> assertThat(HolidayNotices.read(year).days())
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(names.text(one.name()).en())
                                .as(one.name())
                                .isNotBlank()));
        assertThat(names.text("unheard of").en()).isNull();
    }
}
