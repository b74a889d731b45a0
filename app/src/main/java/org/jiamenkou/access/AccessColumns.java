package org.jiamenkou.access;

import java.util.List;
import org.jiamenkou.platform.crypto.EncryptedColumn;
import org.jiamenkou.platform.crypto.EncryptedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The encrypted columns of the factors of staff, for the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class AccessColumns {
    static final String TOTP = "access.totp";
    static final String PIN = "access.pin";
    static final String CARD = "access.card";

    @Bean
    EncryptedColumns factorColumns() {
        return () -> List.of(
                EncryptedColumn.in("access.factors")
                        .keyedBy("account_id")
                        .holding("totp_secret")
                        .forPurpose(TOTP),
                EncryptedColumn.in("access.factors")
                        .keyedBy("account_id")
                        .holding("pin_hash")
                        .forPurpose(PIN),
                EncryptedColumn.in("access.factors")
                        .keyedBy("account_id")
                        .holding("card")
                        .forPurpose(CARD)
                        .foundBy("card_index"));
    }
}
