package org.jiamenkou.notices;

import java.util.List;
import org.jiamenkou.platform.crypto.EncryptedColumn;
import org.jiamenkou.platform.crypto.EncryptedColumns;
import org.springframework.stereotype.Component;

/** Recipients and texts move to a new key when keys are rotated. */
@Component
class OutboxColumns implements EncryptedColumns {
    @Override
    public List<EncryptedColumn> listEncryptedColumns() {
        return List.of(
                EncryptedColumn.in("notices.outbox")
                        .keyedBy("id")
                        .holding("recipient")
                        .forPurpose(Outbox.RECIPIENT),
                EncryptedColumn.in("notices.outbox")
                        .keyedBy("id")
                        .holding("body")
                        .forPurpose(Outbox.BODY));
    }
}
