package org.jiamenkou.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A guide (办事指南) with the fields of the national exchange table (processes.md section 2.6). Place and hours come from
 * the offerings, status and validity from the version of the {@link ServiceItem}.
 *
 * @param summary one sentence: what a person gets
 * @param basis clauses that set the item up; empty only where a seed names the service
 * @param powerSource 权力来源
 * @param level 行使层级
 * @param authority 实施主体
 * @param entrusted 委托部门, null when nobody is
 * @param jointWith 联办机构
 * @param codes official numbers, each null until truly known
 * @param audience 服务对象
 * @param conditions 受理条件, without catch-all clauses
 * @param statutoryLimit 法定办结时限, null when the law sets none
 * @param promisedLimit 承诺办结时限, null when none was promised
 * @param visits how often a person must come, 0 for never
 * @param specialProcedures 特别程序; the clock stops for them
 * @param results what one holds at the end
 * @param onlineAt where the way online leads, null without that way
 * @param acting who may act for the person
 * @param rhythm how often a community service is delivered, null for what is done on request
 */
public record Guide(
        LocalText summary,
        Type type,
        List<Basis> basis,
        LocalText powerSource,
        Level level,
        LocalText authority,
        @Nullable LocalText entrusted,
        List<LocalText> jointWith,
        Codes codes,
        LocalText audience,
        CaseType caseType,
        List<LocalText> conditions,
        @Nullable Limit statutoryLimit,
        @Nullable Limit promisedLimit,
        int visits,
        List<LocalText> specialProcedures,
        Fee fee,
        List<Material> materials,
        List<Step> steps,
        List<LocalText> results,
        LocalText enquiry,
        LocalText supervision,
        @Nullable LocalText onlineAt,
        Set<Acting> acting,
        Presence presence,
        @Nullable Rhythm rhythm) {
    public Guide {
        basis = List.copyOf(basis);
        jointWith = List.copyOf(jointWith);
        conditions = List.copyOf(conditions);
        specialProcedures = List.copyOf(specialProcedures);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        results = List.copyOf(results);
        acting = Collections.unmodifiableSet(new TreeSet<>(acting));
    }

    /** 事项类型. */
    public enum Type {
        @JsonProperty("licence")
        LICENCE,
        @JsonProperty("payment")
        PAYMENT,
        @JsonProperty("confirmation")
        CONFIRMATION,
        @JsonProperty("reward")
        REWARD,
        @JsonProperty("adjudication")
        ADJUDICATION,
        @JsonProperty("public-service")
        PUBLIC_SERVICE,
        @JsonProperty("other")
        OTHER
    }

    /** 行使层级. */
    public enum Level {
        @JsonProperty("city")
        CITY,
        @JsonProperty("district")
        DISTRICT,
        @JsonProperty("subdistrict")
        SUBDISTRICT,
        @JsonProperty("committee")
        COMMITTEE
    }

    /** 办件类型: 即办件 or 承诺件. */
    public enum CaseType {
        @JsonProperty("on-the-spot")
        ON_THE_SPOT,
        @JsonProperty("promised")
        PROMISED
    }

    /** Who may act for a person: 帮办, 代办, 代理, 监护. */
    public enum Acting {
        /** 帮办: somebody helps, the person acts. */
        @JsonProperty("assist")
        ASSIST,
        /** 代办: somebody carries papers in and results back. */
        @JsonProperty("behalf")
        BEHALF,
        /** 代理: an agent with a written mandate. */
        @JsonProperty("agency")
        AGENCY,
        /** 监护: the guardian. */
        @JsonProperty("guardian")
        GUARDIAN
    }

    /** What a limit is counted in. */
    public enum Unit {
        @JsonProperty("working-days")
        WORKING_DAYS,
        @JsonProperty("days")
        DAYS,
        @JsonProperty("minutes")
        MINUTES
    }

    /**
     * A clause of a law.
     *
     * @param law full Chinese title, without quotation marks
     * @param clause as the law numbers it
     */
    public record Basis(String law, @Nullable String clause) {}

    /**
     * Official numbers: 基本编码 (12 digits), 实施编码, 业务办理项编码, and code and nature of 实施主体. Null until truly known;
     * never invented.
     */
    public record Codes(
            @Nullable String basicCode,
            @Nullable String implementationCode,
            @Nullable String businessItemCode,
            @Nullable String authorityCode,
            @Nullable String authorityNature) {
        public static final Codes NOT_KNOWN = new Codes(null, null, null, null, null);
    }

    /** @param amount more than 0 */
    public record Limit(int amount, Unit unit, @Nullable LocalText note) {}

    /**
     * @param text what people read; says that it is free when nothing is charged
     * @param basis the law that allows the fee, or makes it free; null when none is named
     */
    public record Fee(
            boolean charged, LocalText text, @Nullable LocalText basis) {}

    /**
     * @param original whether the original is looked at
     * @param copies how many copies are left
     */
    public record Material(
            LocalText name,
            boolean original,
            int copies,
            @Nullable LocalText note) {}

    /** One step of the way through, in order. */
    public record Step(LocalText title, LocalText text) {}

    /** @param why reason in law or in the nature of the thing; not null when required */
    public record Presence(boolean required, @Nullable LocalText why) {}

    /** @param everyDays delivered once in so many days */
    public record Rhythm(int everyDays) {}
}
