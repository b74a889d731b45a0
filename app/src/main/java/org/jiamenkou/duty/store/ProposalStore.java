package org.jiamenkou.duty.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.duty.Proposal;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs of the solver, one per roster. */
@Component
public final class ProposalStore {
    private final JdbcClient sql;

    ProposalStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Proposal> find(StationId station, UUID roster) {
        return sql.sql("""
                select run, state, started_at, limit_seconds, broken from duty.proposals
                where subdistrict_id = :subdistrict and roster_id = :roster""")
                .param("subdistrict", station.subdistrictId())
                .param("roster", roster)
                .query((rs, n) -> new Proposal(
                        rs.getObject(1, UUID.class),
                        Proposal.State.valueOf(rs.getString(2)),
                        rs.getTimestamp(3).toInstant(),
                        rs.getInt(4),
                        rs.getObject(5, Integer.class)))
                .optional();
    }

    /** A run that was cut off counts as gone after its limit and a minute. */
    public boolean start(UUID roster, Place place, Proposal run, String by) {
        Instant cutOff = run.startedAt().minusSeconds(run.limitSeconds() + 60L);
        return sql.sql("""
                insert into duty.proposals (subdistrict_id, roster_id, area_id, run, state, started_by, started_at,
                    limit_seconds)
                values (:subdistrict, :roster, :area, :run, 'RUNNING', :by, :at, :limit)
                on conflict (subdistrict_id, roster_id) do update set run = excluded.run, state = 'RUNNING',
                    started_by = excluded.started_by, started_at = excluded.started_at,
                    limit_seconds = excluded.limit_seconds, broken = null
                where proposals.state <> 'RUNNING' or proposals.started_at < :cutOff""")
                        .param("subdistrict", place.subdistrictId())
                        .param("roster", roster)
                        .param("area", place.areaId())
                        .param("run", run.run())
                        .param("by", by)
                        .param("at", Timestamp.from(run.startedAt()))
                        .param("limit", run.limitSeconds())
                        .param("cutOff", Timestamp.from(cutOff))
                        .update()
                == 1;
    }

    /** Ends a run unless it was ended otherwise. */
    public boolean end(StationId station, UUID run, Proposal.State state, @Nullable Integer broken) {
        return sql.sql("""
                update duty.proposals set state = :state, broken = :broken
                where subdistrict_id = :subdistrict and run = :run and state = 'RUNNING'""")
                        .param("state", state.name())
                        .param("broken", broken)
                        .param("subdistrict", station.subdistrictId())
                        .param("run", run)
                        .update()
                == 1;
    }
}
