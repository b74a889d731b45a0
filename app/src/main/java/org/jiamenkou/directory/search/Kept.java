package org.jiamenkou.directory.search;

/** What is kept beside the index to check a candidate and to show it: the entry and its texts in comparable form. */
record Kept(SearchEntry entry, String nameText, String aliasText, String allText) {
    static Kept of(SearchEntry entry, EntryTerms terms) {
        return new Kept(entry, terms.nameText, terms.aliasText, terms.allText);
    }
}
