package org.jiamenkou.directory.search;

import java.util.Collection;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Hands Lucene the terms of a field as they are. */
final class ListedTerms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Collection<String> terms;
    private Iterator<String> at;

    ListedTerms(Collection<String> terms) {
        this.terms = terms;
        this.at = terms.iterator();
    }

    @Override
    public void reset() {
        at = terms.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!at.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(at.next());
        return true;
    }
}
