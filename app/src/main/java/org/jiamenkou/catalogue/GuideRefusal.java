package org.jiamenkou.catalogue;

/** Why a version of an item may not be published. */
public sealed interface GuideRefusal {
    String messageKey();

    default Object[] args() {
        return new Object[0];
    }

    /** Wholly online, yet a person must come (一网通办决定 第四条). */
    record OnlineButVisit(int visits) implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.onlineButVisit";
        }

        @Override
        public Object[] args() {
            return new Object[] {visits};
        }
    }

    /** Wholly online, yet somebody must be there in person (一网通办决定 第四条). */
    record OnlineButPresence() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.onlineButPresence";
        }
    }

    /** Wholly online, yet online is not among its ways. */
    record OnlineWithoutWay() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.onlineWithoutWay";
        }
    }

    /** The way online needs an address, and an address needs the way. */
    record OnlineAddressMismatch() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.onlineAddress";
        }
    }

    /** Online alone leaves out whoever cannot go online (architecture rule 4, 一网通办决定). */
    record OnlineOnly() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.onlineOnly";
        }
    }

    /** A catch-all clause among conditions or materials (优化营商环境条例 第二十四条). */
    record CatchAll(String text) implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.catchAll";
        }

        @Override
        public Object[] args() {
            return new Object[] {text};
        }
    }

    /** Neither a clause nor a seed names it. */
    record NoBasis() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.noBasis";
        }
    }

    /** A limit of nought or less. */
    record LimitNotPositive(int amount) implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.limitNotPositive";
        }

        @Override
        public Object[] args() {
            return new Object[] {amount};
        }
    }

    /** The promise is longer than the law allows. */
    record PromiseBeyondLaw(Guide.Limit statutory, Guide.Limit promised) implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.promiseBeyondLaw";
        }

        @Override
        public Object[] args() {
            return new Object[] {promised.amount(), statutory.amount()};
        }
    }

    record NoStep() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.noStep";
        }
    }

    record NoWay() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.noWay";
        }
    }

    /** Nothing is charged, and the text does not say so. */
    record FreeButNotSaid() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.freeButNotSaid";
        }
    }

    /** Somebody must be there in person, and the guide does not say why or counts no visit. */
    record PresenceUnexplained() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.presenceUnexplained";
        }
    }

    /** A code that its code set does not have. */
    record UnknownCode(String field, String code) implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.unknownCode";
        }

        @Override
        public Object[] args() {
            return new Object[] {field, code};
        }
    }

    /** Not kebab-case, or longer than 40 characters. */
    record SlugMalformed(String slug) implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.slug";
        }

        @Override
        public Object[] args() {
            return new Object[] {slug};
        }
    }

    /** The validity ends before it begins, or begins in the past of a version already in force. */
    record ValidityOutOfOrder() implements GuideRefusal {
        @Override
        public String messageKey() {
            return "catalogue.guide.refused.validity";
        }
    }
}
