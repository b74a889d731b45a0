package org.jiamenkou.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jiamenkou.catalogue.rules.GuideRules;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What ships beside the items: {@code data/catalogue/defaults.yaml}.
 *
 * @param words words the guide rules look for
 * @param videoPattern opening pattern of the way video
 * @param residentsOnlyDistricts what holds where a district's stations do no government services
 * @param samples what a newcomer finds in one sample subdistrict
 */
record CatalogueDefaults(
        GuideRules.Words words, String videoPattern, ResidentsOnly residentsOnlyDistricts, Samples samples) {
    /** @param serviceClass class of items not taken on there */
    record ResidentsOnly(String serviceClass, LocalText reason) {}

    /** @param subdistrict 12-digit code; {@code districtRule} and {@code subdistrictRule} deviate from the city's rules */
    record Samples(
            String subdistrict,
            SampleRule districtRule,
            SampleRule subdistrictRule,
            List<SampleException> exceptions) {}

    /** @param area 12-digit code of the district or subdistrict; {@code reason} is needed when not taken on */
    record SampleRule(
            String area,
            String item,
            Readiness readiness,
            Set<Way> ways,
            @Nullable LocalText reason) {}

    /** @param committee 12-digit code of the committee whose own station it is */
    record SampleException(
            String committee,
            String item,
            Readiness readiness,
            Set<Way> ways,
            @Nullable LocalText hoursNote,
            LocalText reason) {}

    static CatalogueDefaults read() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = CatalogueDefaults.class.getResourceAsStream("/data/catalogue/defaults.yaml")) {
            return yaml.readValue(in, CatalogueDefaults.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
