package org.jiamenkou.catalogue.rules;

import org.jiamenkou.catalogue.GuideRefusal;
import org.jiamenkou.catalogue.ItemField;

/** Beside which field a refusal is shown. */
public final class RefusedField {
    private RefusedField() {}

    public static ItemField of(GuideRefusal refusal) {
        return switch (refusal) {
            case GuideRefusal.OnlineButVisit one -> ItemField.VISITS;
            case GuideRefusal.OnlineButPresence one -> ItemField.PRESENCE;
            case GuideRefusal.OnlineWithoutWay one -> ItemField.WAYS;
            case GuideRefusal.OnlineAddressMismatch one -> ItemField.ONLINE_AT_ZH;
            case GuideRefusal.OnlineOnly one -> ItemField.WAYS;
            case GuideRefusal.CatchAll one -> ItemField.CONDITIONS;
            case GuideRefusal.NoBasis one -> ItemField.BASIS;
            case GuideRefusal.LimitNotPositive one -> ItemField.PROMISED_AMOUNT;
            case GuideRefusal.PromiseBeyondLaw one -> ItemField.PROMISED_AMOUNT;
            case GuideRefusal.NoStep one -> ItemField.STEPS;
            case GuideRefusal.NoWay one -> ItemField.WAYS;
            case GuideRefusal.FreeButNotSaid one -> ItemField.FEE_ZH;
            case GuideRefusal.PresenceUnexplained one -> ItemField.PRESENCE_WHY_ZH;
            case GuideRefusal.UnknownCode(String field, String code) ->
                ItemField.find(field).orElse(ItemField.SLUG);
            case GuideRefusal.SlugMalformed one -> ItemField.SLUG;
            case GuideRefusal.ValidityOutOfOrder one -> ItemField.SLUG;
        };
    }
}
