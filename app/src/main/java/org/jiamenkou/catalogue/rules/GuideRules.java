package org.jiamenkou.catalogue.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiamenkou.catalogue.Guide;
import org.jiamenkou.catalogue.GuideRefusal;
import org.jiamenkou.catalogue.ItemContent;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What a guide may not say.
 *
 * <p>Sources: 上海市人大常委会关于进一步促进和保障“一网通办”改革的决定 第四条 (who applies online for a wholly online item may not be made
 * to come); 优化营商环境条例 第二十四条 (no catch-all conditions, no material outside the guide, online and at the counter alike).
 */
public final class GuideRules {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 40;
    private static final Pattern SEED = Pattern.compile(".*\\b(S[0-4]|M-\\d{3})\\b.*", Pattern.DOTALL);
    private static final int MINUTES_A_DAY = 24 * 60;

    private GuideRules() {}

    /**
     * Words the rules look for, kept as data because they are Chinese.
     *
     * @param catchAll phrases that make a condition or a material a catch-all
     * @param freeOfCharge phrases that say nothing is charged
     */
    public record Words(List<String> catchAll, List<String> freeOfCharge) {}

    /** Everything that speaks against publishing this; empty when nothing does. Codes are checked by {@link #codes}. */
    public static List<GuideRefusal> refusals(ItemContent item, Words words) {
        List<GuideRefusal> found = new ArrayList<>();
        Guide guide = item.guide();
        if (!SLUG.matcher(item.slug()).matches() || item.slug().length() > LONGEST_SLUG) {
            found.add(new GuideRefusal.SlugMalformed(item.slug()));
        }
        if (item.ways().isEmpty()) {
            found.add(new GuideRefusal.NoWay());
        }
        online(item, found);
        catchAll(guide, words, found);
        if (guide.basis().isEmpty() && !SEED.matcher(item.source()).matches()) {
            found.add(new GuideRefusal.NoBasis());
        }
        limits(guide, found);
        if (guide.steps().isEmpty()) {
            found.add(new GuideRefusal.NoStep());
        }
        if (!guide.fee().charged()
                && words.freeOfCharge().stream().noneMatch(guide.fee().text().zh()::contains)) {
            found.add(new GuideRefusal.FreeButNotSaid());
        }
        if (guide.presence().required() && (guide.presence().why() == null || guide.visits() == 0)) {
            found.add(new GuideRefusal.PresenceUnexplained());
        }
        return found;
    }

    private static void online(ItemContent item, List<GuideRefusal> found) {
        Guide guide = item.guide();
        boolean online = item.ways().contains(Way.ONLINE);
        if (item.fullyOnline() && guide.visits() > 0) {
            found.add(new GuideRefusal.OnlineButVisit(guide.visits()));
        }
        if (item.fullyOnline() && guide.presence().required()) {
            found.add(new GuideRefusal.OnlineButPresence());
        }
        if (item.fullyOnline() && !online) {
            found.add(new GuideRefusal.OnlineWithoutWay());
        }
        if (online != (guide.onlineAt() != null)) {
            found.add(new GuideRefusal.OnlineAddressMismatch());
        }
        if (item.ways().equals(Set.of(Way.ONLINE))) {
            found.add(new GuideRefusal.OnlineOnly());
        }
    }

    private static void catchAll(Guide guide, Words words, List<GuideRefusal> found) {
        Stream<LocalText> texts = Stream.concat(
                guide.conditions().stream(), guide.materials().stream().map(Guide.Material::name));
        texts.map(LocalText::zh)
                .filter(text -> words.catchAll().stream().anyMatch(text::contains))
                .forEach(text -> found.add(new GuideRefusal.CatchAll(text)));
    }

    private static void limits(Guide guide, List<GuideRefusal> found) {
        Stream.of(guide.statutoryLimit(), guide.promisedLimit()).forEach(limit -> {
            if (limit != null && limit.amount() <= 0) {
                found.add(new GuideRefusal.LimitNotPositive(limit.amount()));
            }
        });
        Guide.Limit statutory = guide.statutoryLimit();
        Guide.Limit promised = guide.promisedLimit();
        if (statutory != null && promised != null && isSurelyLonger(promised, statutory)) {
            found.add(new GuideRefusal.PromiseBeyondLaw(statutory, promised));
        }
    }

    /** Working days and days are not compared exactly: n working days last n to 7 × n / 5 + 2 days, longer holidays apart. */
    private static boolean isSurelyLonger(Guide.Limit promised, Guide.Limit statutory) {
        if (promised.unit() == statutory.unit()) {
            return promised.amount() > statutory.amount();
        }
        return leastMinutes(promised) > mostMinutes(statutory);
    }

    private static long leastMinutes(Guide.Limit limit) {
        return switch (limit.unit()) {
            case MINUTES -> limit.amount();
            case DAYS, WORKING_DAYS -> (long) limit.amount() * MINUTES_A_DAY;
        };
    }

    private static long mostMinutes(Guide.Limit limit) {
        return switch (limit.unit()) {
            case MINUTES -> limit.amount();
            case DAYS -> (long) limit.amount() * MINUTES_A_DAY;
            case WORKING_DAYS -> (limit.amount() * 7L / 5 + 2) * MINUTES_A_DAY;
        };
    }

    /**
     * Codes outside their sets.
     *
     * @param known the codes of each field ({@code class}, {@code line}, {@code scene}, {@code decidedBy},
     *     {@code deliveredAt}, {@code focus}); a field that is not a key is not checked
     */
    public static List<GuideRefusal> codes(ItemContent item, Map<String, Set<String>> known) {
        List<GuideRefusal> found = new ArrayList<>();
        check("class", Set.of(item.serviceClass()), known.get("class"), found);
        check("line", Set.of(item.line()), known.get("line"), found);
        check("scene", Set.of(item.scene()), known.get("scene"), found);
        check("decidedBy", Set.of(item.decidedBy()), known.get("decidedBy"), found);
        check("deliveredAt", item.deliveredAt(), known.get("deliveredAt"), found);
        check("focus", item.focus(), known.get("focus"), found);
        return found;
    }

    private static void check(String field, Set<String> codes, @Nullable Set<String> known, List<GuideRefusal> found) {
        for (String code : codes) {
            if (known != null && !known.contains(code)) {
                found.add(new GuideRefusal.UnknownCode(field, code));
            }
        }
    }
}
