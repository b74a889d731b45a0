package org.jiamenkou.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.platform.text.LocalText;

/**
 * What one version of a service item says; kept as one immutable document. The form of the data files is
 * docs/item-format.md.
 *
 * @param slug kebab-case, unique, at most 40 characters; the address of the item
 * @param aliases what people really say or type
 * @param serviceClass code of the set {@code service-class}
 * @param line code of the set {@code functional-line}
 * @param scene code of the set {@code scene} (M-148)
 * @param focus any of elder, child, old-building, remote
 * @param source where the item is named: a seed or a law
 * @param sample some particulars are invented: pages say 示例，勿凭此办理
 * @param cityWide 全市通办 (M-066)
 * @param fullyOnline 全程网办: no visit, nobody's presence
 * @param selfService can be done at the self-service terminal (M-064)
 * @param yangtzeDelta 长三角通办 (M-068)
 * @param medicalGroup item group 医保 (M-075)
 * @param decidedBy kind of centre that decides (affairs, health, culture, party, security, emergency), or
 *     {@code committee} or {@code department}
 * @param deliveredAt station types, and {@code centre}, where it is offered by rule
 */
public record ItemContent(
        String slug,
        LocalText name,
        List<String> aliases,
        String serviceClass,
        String line,
        String scene,
        Set<String> focus,
        String source,
        boolean sample,
        boolean cityWide,
        boolean fullyOnline,
        boolean selfService,
        boolean yangtzeDelta,
        boolean medicalGroup,
        String decidedBy,
        Set<String> deliveredAt,
        Set<Way> ways,
        Guide guide) {
    public ItemContent {
        aliases = List.copyOf(aliases);
        focus = sorted(focus);
        deliveredAt = sorted(deliveredAt);
        ways = sorted(ways);
    }

    /** In one order, so that the same content is the same document. */
    static <E extends Comparable<E>> Set<E> sorted(Set<E> set) {
        return Collections.unmodifiableSet(new TreeSet<>(set));
    }
}
