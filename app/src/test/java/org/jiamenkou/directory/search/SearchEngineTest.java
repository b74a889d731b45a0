package org.jiamenkou.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.jiamenkou.network.Point;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchEngineTest {
    private static final SearchEngine ENGINE = new SearchEngine(sample());

    private static List<SearchEntry> sample() {
        List<SearchEntry> all = new ArrayList<>();
        all.add(item("residence-permit", "上海市居住证办理", "Residence permit", "居住证", "暂住证"));
        all.add(item("family-doctor", "家庭医生签约", "Family doctor", "看病", "签约医生"));
        all.add(item("meals", "社区食堂助餐、送餐", "Meals for older people", "食堂", "老年饭桌", "吃饭"));
        all.add(item("aids", "康复辅具社区租赁", "Rehabilitation aids", "轮椅"));
        all.add(item("lift", "既有多层住宅加装电梯", "Adding a lift", "装电梯"));
        all.add(item("rescue", "医疗救助", "Medical relief", "救助"));
        all.add(item("music", "音乐教室", "Music room", "学音乐"));
        all.add(place("pudong", EntryKind.DISTRICT, "浦东新区", "", 9, "浦东"));
        all.add(place("yangpu", EntryKind.DISTRICT, "杨浦区", "", 9, "杨浦"));
        all.add(place("puxinglu", EntryKind.SUBDISTRICT, "浦兴路街道", "浦东新区", 6, "浦兴路"));
        all.add(place("zhongda", EntryKind.COMMITTEE, "中大居委会", "浦东新区 浦兴路街道", 1, "中大"));
        all.add(station("s1", "中大“家门口”服务站", "浦东新区 浦兴路街道 中大居委会", 121.60, 31.26));
        all.add(station("s2", "东城“家门口”服务站", "浦东新区 浦兴路街道 东城居委会", 121.61, 31.27));
        all.add(station("s3", "五角场睦邻中心", "杨浦区 五角场街道 政立路居委会", 121.51, 31.30));
        all.add(station("s4", "重庆新村“家门口”服务站", "浦东新区 重固镇 重庆新村居委会", 121.2, 31.2));
        all.add(station("s5", "𠮷祥里服务站", "杨浦区 大桥街道 𠮷祥里居委会", 121.53, 31.28));
        all.add(station("s6", "䶮泽服务站", "杨浦区 大桥街道 䶮泽居委会", 121.54, 31.28));
        return all;
    }

    private static SearchEntry item(String key, String zh, String en, String... aliases) {
        return new SearchEntry(
                "/services/" + key,
                EntryKind.ITEM,
                new LocalText(zh, en),
                List.of(aliases),
                key.equals("rescue") ? "因病致贫家庭看病负担重" : "",
                "",
                5,
                null);
    }

    private static SearchEntry place(
            String key, EntryKind kind, String zh, String place, double weight, String... aliases) {
        return new SearchEntry("/areas/" + key, kind, LocalText.of(zh), List.of(aliases), "", place, weight, null);
    }

    private static SearchEntry station(String key, String zh, String place, double longitude, double latitude) {
        return new SearchEntry(
                "/stations/" + key,
                EntryKind.STATION,
                LocalText.of(zh),
                List.of(),
                "",
                place,
                2,
                Point.wgs84(longitude, latitude));
    }

    private static @Nullable String first(String query) {
        List<SearchHit> hits = ENGINE.find(query, SearchFilter.ALL, 10).hits();
        return hits.isEmpty() ? null : hits.getFirst().entry().key();
    }

    @ParameterizedTest
    @CsvSource({
        // the whole name, its beginning, words, one character
        "上海市居住证办理, /services/residence-permit",
        "家庭医, /services/family-doctor",
        "居住证, /services/residence-permit",
        "轮, /services/aids",
        "电梯 住宅, /services/lift",
        "中大家门口服务站, /stations/s1",
        "中大“家门口”服务站, /stations/s1",
        // full-width and capital letters
        "Ｆａｍｉｌｙ　Ｄｏｃｔｏｒ, /services/family-doctor",
        "RESIDENCE permit, /services/residence-permit",
        // other names come before text
        "看病, /services/family-doctor",
        "吃饭, /services/meals",
        // pinyin: whole, in part, with spaces, unfinished, mixed; initials
        "juzhuzheng, /services/residence-permit",
        "ju zhu zheng, /services/residence-permit",
        "juzhuzhe, /services/residence-permit",
        "ju住zheng, /services/residence-permit",
        "jzz, /services/residence-permit",
        "jtys, /services/family-doctor",
        "fuju, /services/aids",
        // every reading of a character: 乐 le and yue, 重 zhong and chong
        "yinyue, /services/music",
        "yinle, /services/music",
        "chongqing, /stations/s4",
        "zhongqing, /stations/s4",
        // one slip
        "居柱证, /services/residence-permit",
        "居证, /services/residence-permit",
        "居住住证, /services/residence-permit",
        "家庭医升签约, /services/family-doctor",
        "juzuzheng, /services/residence-permit",
        "juzhuzhengg, /services/residence-permit",
        "famly, /services/family-doctor",
        // places
        "浦兴路 居住证, /services/residence-permit",
        "浦兴路居住证, /services/residence-permit",
        "puxinglu jzz, /services/residence-permit",
        "杨浦 睦邻, /stations/s3",
        "杨浦睦邻, /stations/s3",
        "浦东, /areas/pudong",
        "中大, /areas/zhongda",
        // more words than stand anywhere
        "我想办居住证怎么弄, /services/residence-permit",
        // rare characters
        "𠮷祥里, /stations/s5",
        "𠮷, /stations/s5",
        "䶮泽, /stations/s6",
    })
    void finds_first(String query, String key) {
        assertThat(first(query)).isEqualTo(key);
    }

    @Test
    void what_holds_no_letters_finds_nothing() {
        for (String nothing : List.of("", "  ", "🏥", "。，！", "\ud842", "\u0000")) {
            assertThat(ENGINE.find(nothing, SearchFilter.ALL, 10).hits()).isEmpty();
        }
    }

    @Test
    void a_long_query_is_cut_and_says_so() {
        SearchResults results = ENGINE.find("居住证 " + "很长".repeat(5_000), SearchFilter.ALL, 10);
        assertThat(results.cut()).isTrue();
        assertThat(results.hits().getFirst().entry().key()).isEqualTo("/services/residence-permit");
        assertThat(ENGINE.find("居".repeat(64), SearchFilter.ALL, 10).cut()).isFalse();
    }

    @Test
    void the_place_that_was_named_is_told() {
        SearchResults results = ENGINE.find("浦兴路 居住证", SearchFilter.ALL, 10);
        assertThat(results.place()).isNotNull().extracting(SearchEntry::key).isEqualTo("/areas/puxinglu");
    }

    @Test
    void a_loose_answer_says_so() {
        assertThat(ENGINE.find("居柱证", SearchFilter.ALL, 10).loose()).isTrue();
        assertThat(ENGINE.find("居住证", SearchFilter.ALL, 10).loose()).isFalse();
    }

    @Test
    void among_equals_the_nearer_comes_first() {
        SearchFilter here = new SearchFilter(Set.of(EntryKind.STATION), Point.wgs84(121.611, 31.271));
        assertThat(ENGINE.find("家门口服务站", here, 10).hits())
                .extracting(hit -> hit.entry().key())
                .containsExactly("/stations/s2", "/stations/s1", "/stations/s4");
    }

    @Test
    void a_filter_keeps_other_kinds_out() {
        assertThat(ENGINE.find("浦东", SearchFilter.of(EntryKind.STATION), 10).hits())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.entry().kind()).isEqualTo(EntryKind.STATION));
    }

    @Test
    void an_update_writes_only_what_differs() {
        List<SearchEntry> entries = sample();
        SearchEngine engine = new SearchEngine(entries);
        assertThat(engine.update(sample())).isZero();
        entries.removeIf(entry -> entry.key().endsWith("/meals"));
        entries.add(item("new", "宝宝屋免费照护", "Toddler room"));
        assertThat(engine.update(entries)).isEqualTo(2);
        assertThat(engine.find("宝宝屋", SearchFilter.ALL, 5).hits()).hasSize(1);
        assertThat(engine.find("社区食堂助餐", SearchFilter.ALL, 5).hits())
                .noneMatch(hit -> hit.entry().key().endsWith("/meals"));
    }

    @Test
    void an_index_on_disk_is_used_again_only_for_the_same_entries(@TempDir Path folder) throws Exception {
        new SearchEngine(sample(), folder).close();
        long written = Files.getLastModifiedTime(folder.resolve("segments_1")).toMillis();
        try (SearchEngine again = new SearchEngine(sample(), folder)) {
            assertThat(again.find("居住证", SearchFilter.ALL, 5)
                            .hits()
                            .getFirst()
                            .entry()
                            .key())
                    .isEqualTo("/services/residence-permit");
            assertThat(Files.getLastModifiedTime(folder.resolve("segments_1")).toMillis())
                    .isEqualTo(written);
        }
        List<SearchEntry> others = sample();
        others.removeFirst();
        try (SearchEngine other = new SearchEngine(others, folder)) {
            assertThat(other.size()).isEqualTo(others.size());
            assertThat(other.find("上海市居住证办理", SearchFilter.ALL, 5).hits()).noneMatch(hit -> hit.match() == Match.NAME);
        }
    }

    @Property(tries = 2000)
    void no_text_makes_it_fail(@ForAll String query) {
        ENGINE.find(query, SearchFilter.ALL, 10);
    }

    @Property(tries = 1000)
    void no_likely_text_makes_it_fail(
            @ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = '一', to = '龥') String query) {
        assertThat(ENGINE.find(query, SearchFilter.ALL, 10).hits()).hasSizeLessThanOrEqualTo(10);
    }
}
