package org.jiamenkou.queue.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.queue.SlotId;
import org.jiamenkou.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers from the waiting list, as far as making a booking of one needs them. */
@Component
public class OfferStore {
    private final JdbcClient sql;

    OfferStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An offer that holds a seat. */
    public record Offer(UUID id, SlotId slot, PersonId person) {}

    /** A booking made of an offer. */
    public record Taken(UUID subdistrictId, UUID offer, UUID booking) {}

    public List<Offer> lockOffered(Collection<UUID> ids) {
        return sql.sql("""
                        select subdistrict_id, id, offered_slot, person_id from queue.waiting_list
                        where id = any(:ids) and state = 'OFFERED' order by subdistrict_id, id for update""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, n) -> new Offer(
                        rs.getObject(2, UUID.class),
                        new SlotId(rs.getObject(1, UUID.class), rs.getObject(3, UUID.class)),
                        new PersonId(rs.getObject(4, UUID.class))))
                .list();
    }

    public void take(List<Taken> taken) {
        sql.sql("""
                        update queue.waiting_list w set state = 'TAKEN', booking_id = t.booking
                        from unnest(:subdistricts::uuid[], :ids::uuid[], :bookings::uuid[]) t (subdistrict_id, id, booking)
                        where w.subdistrict_id = t.subdistrict_id and w.id = t.id""")
                .param("subdistricts", BatchStore.uuids(taken, Taken::subdistrictId))
                .param("ids", BatchStore.uuids(taken, Taken::offer))
                .param("bookings", BatchStore.uuids(taken, Taken::booking))
                .update();
    }
}
