package org.jiamenkou.registry;

import java.util.List;
import org.jiamenkou.platform.crypto.EncryptedColumn;
import org.jiamenkou.platform.crypto.EncryptedColumns;
import org.springframework.stereotype.Component;

/** Phones and ID numbers move to a new key when keys are rotated. */
@Component
class RegistryColumns implements EncryptedColumns {
    @Override
    public List<EncryptedColumn> listEncryptedColumns() {
        return List.of(
                EncryptedColumn.in("registry.person_phones")
                        .keyedBy("person_id", "id")
                        .holding("phone")
                        .forPurpose(Persons.PHONE)
                        .foundBy("phone_index"),
                EncryptedColumn.in("registry.persons")
                        .keyedBy("id")
                        .holding("id_number")
                        .forPurpose(Persons.ID_NUMBER)
                        .foundBy("id_index"));
    }
}
