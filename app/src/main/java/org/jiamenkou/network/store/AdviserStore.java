package org.jiamenkou.network.store;

import java.util.List;
import java.util.UUID;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Post;
import org.jiamenkou.network.StationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the posts of advisers. */
@Component
public final class AdviserStore {
    private static final int MOST = 30;
    private final JdbcClient sql;

    public AdviserStore(JdbcClient sql) {
        this.sql = sql;
    }

    public record Found(Post post, @Nullable StationId station, DivisionId area) {}

    public List<Found> listNear(Division division, String role) {
        return sql.sql("""
                select * from network.v_public_board
                where subdistrict_id = :sub and adviser_role = :role
                order by area_id <> :area, area_id <> subdistrict_id, position, post_id limit :most""")
                .param("sub", division.subdistrictId())
                .param("role", role)
                .param("area", division.id().value())
                .param("most", MOST)
                .query((row, number) -> {
                    UUID station = row.getObject("station_id", UUID.class);
                    UUID subdistrict = row.getObject("subdistrict_id", UUID.class);
                    return new Found(
                            StationDetailStore.post(row, number),
                            station == null ? null : new StationId(subdistrict, station),
                            new DivisionId(row.getObject("area_id", UUID.class)));
                })
                .list();
    }
}
