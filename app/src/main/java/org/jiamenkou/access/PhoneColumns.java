package org.jiamenkou.access;

import java.util.List;
import org.jiamenkou.platform.crypto.EncryptedColumn;
import org.jiamenkou.platform.crypto.EncryptedColumns;
import org.springframework.stereotype.Component;

/** Phones of residents move to a new key when keys are rotated. */
@Component
class PhoneColumns implements EncryptedColumns {
    @Override
    public List<EncryptedColumn> listEncryptedColumns() {
        return List.of(
                EncryptedColumn.in("access.resident_accounts")
                        .keyedBy("id")
                        .holding("phone")
                        .forPurpose(PhoneSignIn.PHONE)
                        .foundBy("phone_index"),
                EncryptedColumn.in("access.phone_codes")
                        .keyedBy("id")
                        .holding("phone")
                        .forPurpose(PhoneSignIn.PHONE)
                        .foundBy("phone_index"));
    }
}
