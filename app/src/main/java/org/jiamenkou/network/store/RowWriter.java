package org.jiamenkou.network.store;

import java.util.List;
import java.util.Map;
import org.jiamenkou.network.rules.Sheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes many rows of a table in one statement; PostgreSQL spreads them out itself. */
@Component
public final class RowWriter {
    private static final int MOST_ROWS = 2_000;

    private final JdbcClient sql;

    public RowWriter(JdbcClient sql) {
        this.sql = sql;
    }

    public void write(Sheet sheet) {
        for (Sheet.Table table : Sheet.Table.values()) {
            insert(table, sheet.rows(table));
        }
    }

    private void insert(Sheet.Table table, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            List<Map<String, Object>> some = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
            sql.sql("insert into network.%1$s select * from jsonb_populate_recordset(null::network.%1$s, :rows::jsonb)"
                            .formatted(table.name()))
                    .param("rows", JsonMapper.shared().writeValueAsString(some))
                    .update();
        }
    }
}
