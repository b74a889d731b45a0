package org.jiamenkou.directory.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary lookups of one query, each made once. The sorts of match ask for the same terms again and again, and most of
 * them stand nowhere: a lookup that can find nothing then ends here, before Lucene sets anything up for it.
 */
final class TermLookups {
    private final IndexReader reader;
    private final Map<Term, TermStates> states = new HashMap<>();
    private final Map<String, @Nullable TermsEnum[]> dictionaries = new HashMap<>();

    TermLookups(IndexReader reader) {
        this.reader = reader;
    }

    boolean has(Term term) throws IOException {
        return of(term).docFreq() > 0;
    }

    /** The same query with its terms looked up; null when nothing can match it. */
    @Nullable
    Query resolved(Query query) throws IOException {
        return switch (query) {
            case TermQuery one -> has(one.getTerm()) ? new TermQuery(one.getTerm(), of(one.getTerm())) : null;
            case BooleanQuery several -> resolved(several);
            default -> query;
        };
    }

    private @Nullable Query resolved(BooleanQuery query) throws IOException {
        BooleanQuery.Builder builder =
                new BooleanQuery.Builder().setMinimumNumberShouldMatch(query.getMinimumNumberShouldMatch());
        int optional = 0;
        int required = 0;
        for (BooleanClause clause : query.clauses()) {
            Query known = resolved(clause.query());
            boolean should = clause.occur() == BooleanClause.Occur.SHOULD;
            if (known != null) {
                builder.add(known, clause.occur());
                optional += should ? 1 : 0;
                required += should ? 0 : 1;
            } else if (!should) {
                return null;
            }
        }
        boolean enough = optional >= query.getMinimumNumberShouldMatch() && optional + required > 0;
        return enough ? builder.build() : null;
    }

    private TermStates of(Term term) throws IOException {
        TermStates known = states.get(term);
        if (known == null) {
            known = new TermStates(reader.getContext());
            @Nullable TermsEnum[] dictionary = dictionary(term.field());
            List<LeafReaderContext> leaves = reader.leaves();
            BytesRef bytes = term.bytes();
            for (int i = 0; i < dictionary.length; i++) {
                TermsEnum terms = dictionary[i];
                if (terms != null && terms.seekExact(bytes)) {
                    known.register(terms.termState(), leaves.get(i).ord, terms.docFreq(), terms.totalTermFreq());
                }
            }
            states.put(term, known);
        }
        return known;
    }

    private @Nullable TermsEnum[] dictionary(String field) throws IOException {
        @Nullable TermsEnum[] known = dictionaries.get(field);
        if (known == null) {
            List<LeafReaderContext> leaves = reader.leaves();
            known = new TermsEnum[leaves.size()];
            for (int i = 0; i < known.length; i++) {
                Terms terms = leaves.get(i).reader().terms(field);
                known[i] = terms == null ? null : terms.iterator();
            }
            dictionaries.put(field, known);
        }
        return known;
    }
}
