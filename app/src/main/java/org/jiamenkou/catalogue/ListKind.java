package org.jiamenkou.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** What a list says about committees (M-151, M-152). */
public enum ListKind {
    /** 协助行政事项清单: what they assist with. */
    ASSISTANCE("assistance"),
    /** 印章使用清单: what they may stamp. */
    SEAL("seal"),
    /** 证明负面清单: which certificates nobody may ask of them. */
    CERTIFICATE_BAN("certificate-ban");

    private final String code;

    ListKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ListKind> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
