package org.jiamenkou.directory.hsds;

import java.util.List;
import java.util.Map;

/** The envelope of a list. */
public record HsdsPage(
        int total_items,
        int total_pages,
        int page_number,
        int size,
        boolean first_page,
        boolean last_page,
        boolean empty,
        List<Map<String, Object>> contents) {
    public HsdsPage {
        contents = List.copyOf(contents);
    }

    public static HsdsPage of(int total, HsdsQuery query, List<Map<String, Object>> contents) {
        int pages = Math.max(1, Math.ceilDiv(total, query.perPage()));
        return new HsdsPage(
                total,
                pages,
                query.page(),
                contents.size(),
                query.page() == 1,
                query.page() >= pages,
                contents.isEmpty(),
                contents);
    }
}
