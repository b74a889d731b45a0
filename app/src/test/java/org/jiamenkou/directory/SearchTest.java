package org.jiamenkou.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiamenkou.TestApp;
import org.jiamenkou.directory.search.SearchFilter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, against the real network. */
@Tag("slow")
class SearchTest {
    @ParameterizedTest
    @CsvSource({
        "浦东, /areas/310115000000",
        "pudong, /areas/310115000000",
        "浦兴路, /areas/310115014000",
        "Puxing Road, /areas/310115014000",
        "看病, /services/family-doctor",
        "浦兴路居住证, /services/residence-permit",
        "浦东 居住证, /services/residence-permit",
    })
    void finds_first(String query, String path) {
        assertThat(TestApp.shared()
                        .bean(Search.class)
                        .find(query, SearchFilter.ALL, 10)
                        .hits())
                .first()
                .satisfies(hit -> assertThat(hit.entry().key()).isEqualTo(path));
    }

    /** 金泽镇 has the same initials and comes first by its whole name. */
    @ParameterizedTest
    @ValueSource(strings = {"jzz", "puxinglu jzz"})
    void initials_find_the_residence_permit_among_the_first_three(String query) {
        assertThat(TestApp.shared()
                        .bean(Search.class)
                        .find(query, SearchFilter.ALL, 3)
                        .hits())
                .extracting(hit -> hit.entry().key())
                .contains("/services/residence-permit");
    }
}
