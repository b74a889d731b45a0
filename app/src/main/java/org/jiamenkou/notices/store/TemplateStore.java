package org.jiamenkou.notices.store;

import java.time.LocalDate;
import java.util.Optional;
import org.jiamenkou.notices.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts of messages with validity. */
@Component
public final class TemplateStore {
    private final JdbcClient sql;

    TemplateStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One text in one language as it ships. */
    public record Row(
            String code,
            String lang,
            LocalDate validFrom,
            String body,
            @Nullable Integer usefulMinutes,
            int keepDays,
            String source) {}

    /** Texts that are there already are left alone: they may have been edited. */
    public void addMissing(Row row) {
        sql.sql("""
                insert into notices.templates (code, lang, valid_from, body, useful_minutes, keep_days, source)
                values (:code, :lang, :from, :body, :useful, :keep, :source)
                on conflict (code, lang, valid_from) do nothing""")
                .param("code", row.code())
                .param("lang", row.lang())
                .param("from", row.validFrom())
                .param("body", row.body())
                .param("useful", row.usefulMinutes())
                .param("keep", row.keepDays())
                .param("source", row.source())
                .update();
    }

    /** The newest text that has begun. */
    public Optional<Template> find(String code, String lang, LocalDate today) {
        return sql.sql("""
                select code, body, useful_minutes, keep_days from notices.templates
                where code = :code and lang = :lang and valid_from <= :today
                order by valid_from desc limit 1""")
                .param("code", code)
                .param("lang", lang)
                .param("today", today)
                .query((rs, n) ->
                        new Template(rs.getString(1), rs.getString(2), rs.getObject(3, Integer.class), rs.getInt(4)))
                .optional();
    }
}
