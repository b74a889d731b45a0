package org.jiamenkou.notices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jiamenkou.notices.store.TemplateStore;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.Lang;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Loads the texts that ship with the program; texts edited since are left alone. */
@Component
class TemplateData implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("notices.template-data");

    private final Scoped scoped;
    private final TemplateStore templates;

    TemplateData(Scoped scoped, TemplateStore templates) {
        this.scoped = scoped;
        this.templates = templates;
    }

    record Text(
            String code,
            LocalDate validFrom,
            @Nullable Integer usefulMinutes,
            int keepDays,
            String zh,
            String en,
            String source) {
        TemplateStore.Row in(Lang lang) {
            return new TemplateStore.Row(
                    code, lang.parameter(), validFrom, lang == Lang.ZH ? zh : en, usefulMinutes, keepDays, source);
        }
    }

    @Override
    public int floor() {
        return 3;
    }

    @Override
    public String nameKey() {
        return "notices.task.templates";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        List<Text> texts = read();
        scoped.transaction(SCOPE, () -> {
            for (Text text : texts) {
                for (Lang lang : Lang.values()) {
                    templates.addMissing(text.in(lang));
                }
            }
        });
    }

    private static List<Text> read() {
        try (InputStream in = TemplateData.class.getResourceAsStream("/data/notices/templates.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Text>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
