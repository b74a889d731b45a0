package org.jiamenkou.directory.search;

import static org.jiamenkou.directory.search.Ask.all;
import static org.jiamenkou.directory.search.Ask.any;
import static org.jiamenkou.directory.search.Ask.term;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** What is tried when nothing, or little, matched as it was typed. */
final class LooseMatches {
    private static final int MOST_COMPLETIONS = 24;
    private static final int MOST_PAIRS = 24;
    private static final int HEAD = Slips.SHORTEST_HAN + 1;

    private LooseMatches() {}

    /** What was not typed to its end, and what was typed with a slip in its first characters or after them. */
    static void asMeant(Ask ask, List<String> words) throws IOException {
        unfinishedSound(ask, String.join("", words));
        withSlip(ask, words, LooseMatches::inHead);
        if (ask.isEmpty()) {
            withSlip(ask, words, LooseMatches::afterHead);
        }
    }

    /** What has a slip anywhere, then what holds some of the query. */
    static void inPart(Ask ask, List<String> words) throws IOException {
        withSlip(ask, words, LooseMatches::mostPairs);
        if (ask.isEmpty()) {
            some(ask, words);
        }
    }

    /** Pinyin whose last syllable has been typed in part. */
    private static void unfinishedSound(Ask ask, String joined) throws IOException {
        if (joined.length() < 2 || joined.codePoints().anyMatch(c -> c > 127)) {
            return;
        }
        for (String mark : List.of("^", "")) {
            Set<Query> forms = new LinkedHashSet<>();
            BytesRef beginning = new BytesRef(mark + joined);
            for (LeafReaderContext leaf : ask.view().searcher().getIndexReader().leaves()) {
                Terms terms = leaf.reader().terms(EntryTerms.SOUNDS);
                if (terms == null) {
                    continue;
                }
                TermsEnum at = terms.iterator();
                boolean more = at.seekCeil(beginning) != TermsEnum.SeekStatus.END;
                while (more && forms.size() < MOST_COMPLETIONS && StringHelper.startsWith(at.term(), beginning)) {
                    forms.add(term(EntryTerms.SOUNDS, at.term().utf8ToString()));
                    more = at.next() != null;
                }
            }
            if (!forms.isEmpty()) {
                ask.look(any(List.copyOf(forms)), mark.isEmpty() ? Match.SOUND_PART : Match.SOUND_PREFIX);
                return;
            }
        }
    }

    /**
     * One character or letter wrong, missing or too many, in each word.
     *
     * @param candidates how candidates for a long Chinese word are found
     */
    private static void withSlip(Ask ask, List<String> words, Function<String, Query> candidates) throws IOException {
        List<Query> each = new ArrayList<>();
        Predicate<Kept> check = candidate -> true;
        for (String word : words) {
            int length = word.codePointCount(0, word.length());
            boolean han = word.codePoints().allMatch(SearchText::isHan);
            if (han && length > Slips.SHORTEST_HAN + 1) {
                if (!hasMostPairs(ask, word)) {
                    return;
                }
                each.add(candidates.apply(word));
                check = check.and(holdsWithSlip(word));
            } else if (han && length >= Slips.SHORTEST_HAN - 1) {
                each.add(slips(word));
                check = check.and(holdsWithSlip(word));
            } else if (!han && length >= Slips.SHORTEST_LATIN) {
                String sound = Sounds.of(word).getFirst();
                if (sound.length() > Slips.LONGEST_LATIN * 2) {
                    return;
                }
                each.add(slips(sound));
            } else {
                each.add(Ask.words(EntryTerms.WORDS, List.of(word)));
            }
        }
        ask.check(all(each), Match.FUZZY, check);
    }

    private static Predicate<Kept> holdsWithSlip(String word) {
        OneSlip slip = new OneSlip(word);
        return candidate -> slip.test(candidate.aliasText());
    }

    private static Query slips(String word) {
        List<Query> forms = new ArrayList<>();
        Slips.forms(word, form -> forms.add(term(EntryTerms.SLIPS, form)));
        return any(forms);
    }

    private static boolean hasMostPairs(Ask ask, String word) throws IOException {
        int missing = 0;
        for (String gram : SearchText.grams(word)) {
            if (!ask.view().has(EntryTerms.ALIASES, gram) && ++missing > 2) {
                return false;
            }
        }
        return true;
    }

    /** The slip is among the first characters, the rest is right: few candidates, where an ending alone leaves thousands. */
    private static Query inHead(String word) {
        int head = word.offsetByCodePoints(0, HEAD);
        String tail = word.substring(head);
        return tail.codePointCount(0, tail.length()) < 2
                ? slips(word.substring(0, head))
                : all(List.of(slips(word.substring(0, head)), Ask.words(EntryTerms.ALIASES, List.of(tail))));
    }

    /** The first characters are right, the slip comes later. */
    private static Query afterHead(String word) {
        String head = word.substring(0, word.offsetByCodePoints(0, HEAD));
        return all(List.of(Ask.words(EntryTerms.ALIASES, List.of(head)), mostPairs(word)));
    }

    /** One slip in a long word spoils two pairs of neighbours at most. */
    private static Query mostPairs(String word) {
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        List<String> grams = SearchText.grams(word);
        grams.forEach(gram -> pairs.add(term(EntryTerms.ALIASES, gram), BooleanClause.Occur.SHOULD));
        return pairs.setMinimumNumberShouldMatch(Math.max(1, grams.size() - 2)).build();
    }

    /** What has the most of the pairs and words; at least a quarter of those that exist at all, and never one of many. */
    private static void some(Ask ask, List<String> words) throws IOException {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : words) {
            for (String run : SearchText.runs(word)) {
                if (run.codePointCount(0, run.length()) > 1) {
                    grams.addAll(SearchText.grams(run));
                }
            }
        }
        List<String> known = new ArrayList<>();
        for (String gram : grams) {
            if (known.size() < MOST_PAIRS && ask.view().has(EntryTerms.ALIASES, gram)) {
                known.add(gram);
            }
        }
        int least = words.size() > 1 || grams.size() == 1 ? 1 : 2;
        if (known.size() < least) {
            return;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        known.forEach(gram -> any.add(term(EntryTerms.ALIASES, gram), BooleanClause.Occur.SHOULD));
        ask.best(any.build(), Match.SOME);
    }
}
