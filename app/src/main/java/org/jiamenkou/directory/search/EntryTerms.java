package org.jiamenkou.directory.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The terms under which an entry is written, field by field, and the text against which candidates are checked. */
final class EntryTerms {
    /** Field of the key. */
    static final String KEY = "key";
    /** Field of whole names. */
    static final String NAME = "x";
    /** Field of whole other names. */
    static final String ALIAS = "a";
    /** Field of beginnings of names. */
    static final String PREFIX = "p";
    /** Field of words in names and names of places. */
    static final String NAMES = "n";
    /** Field of words in names, other names and names of places. */
    static final String ALIASES = "b";
    /** Field of words anywhere. */
    static final String WORDS = "w";
    /** Field of sounds. */
    static final String SOUNDS = "y";
    /** Field of forms with one character left out. */
    static final String SLIPS = "f";

    private static final int LONGEST_PREFIX = 24;
    private static final int MOST_SLIPPING = 7;
    private static final int STATION_CORE = 5;
    private static final int ITEM_CORE = 10;

    final Set<String> name = new HashSet<>();
    final Set<String> alias = new HashSet<>();
    final Set<String> prefix = new HashSet<>();
    final Set<String> names = new HashSet<>();
    final Set<String> aliases = new HashSet<>();
    final Set<String> words = new HashSet<>();
    final Set<String> sounds = new HashSet<>();
    final Set<String> slips = new HashSet<>();
    final String nameText;
    final String aliasText;
    final String allText;

    /** Thousands of stations end alike: what is told apart stands at the beginning of their names. */
    private final int core;

    private final boolean searched;

    EntryTerms(SearchEntry entry) {
        this(entry, true);
    }

    /** Only the texts, for an entry whose terms are written already. */
    static EntryTerms textsOf(SearchEntry entry) {
        return new EntryTerms(entry, false);
    }

    private EntryTerms(SearchEntry entry, boolean searched) {
        this.searched = searched;
        core = entry.kind() == EntryKind.STATION ? STATION_CORE : ITEM_CORE;
        List<String> own = new ArrayList<>(List.of(entry.name().zh()));
        if (entry.name().en() != null) {
            own.add(entry.name().en());
        }
        StringBuilder text = new StringBuilder();
        for (String one : own) {
            String joined = SearchText.joined(one);
            name.add(joined);
            prefixes(joined);
            addWords(one, names, text);
            addSounds(one, Sounds.NAME);
            addSlips(one);
        }
        addWords(entry.place(), names, text);
        nameText = text.toString();
        aliases.addAll(names);
        for (String one : entry.aliases()) {
            alias.add(SearchText.joined(one));
            addWords(one, aliases, text);
            addSounds(one, Sounds.ALIAS);
            addSlips(one);
        }
        aliasText = text.toString();
        words.addAll(aliases);
        addWords(entry.text(), words, text);
        allText = text.toString();
    }

    private void prefixes(String joined) {
        int at = 0;
        for (int i = 0; i < LONGEST_PREFIX && at < joined.length(); i++) {
            at = joined.offsetByCodePoints(at, 1);
            prefix.add(joined.substring(0, at));
        }
    }

    private static void addWords(String text, Set<String> into, StringBuilder plain) {
        for (String word : SearchText.words(text)) {
            plain.append('\n').append(word);
            for (String run : SearchText.runs(word)) {
                into.addAll(SearchText.grams(run));
                if (SearchText.isHan(run)) {
                    Collections.addAll(into, SearchText.characters(run));
                }
            }
        }
    }

    private void addSounds(String text, String whole) {
        if (!searched) {
            return;
        }
        String joined = SearchText.joined(text);
        if (joined.codePoints().anyMatch(SearchText::isHan)) {
            Sounds.stretches(joined, whole, core, sounds::add);
        }
    }

    private void addSlips(String text) {
        if (!searched) {
            return;
        }
        for (String word : SearchText.words(text)) {
            for (String run : SearchText.runs(word)) {
                if (SearchText.isHan(run)) {
                    hanSlips(SearchText.characters(run));
                } else if (run.length() >= Slips.SHORTEST_LATIN
                        && run.length() <= Slips.LONGEST_LATIN
                        && !Character.isDigit(run.charAt(run.length() - 1))) {
                    Slips.forms(run, slips::add);
                }
            }
        }
    }

    /**
     * Stretches of three and four characters at the beginning of a name, as they are written; those of three, and short
     * names whole, as they sound.
     */
    private void hanSlips(String[] all) {
        String[] characters =
                all.length > Math.min(core, MOST_SLIPPING) ? Arrays.copyOf(all, Math.min(core, MOST_SLIPPING)) : all;
        for (int start = 0; start + Slips.SHORTEST_HAN <= characters.length; start++) {
            Slips.forms(stretch(characters, start, Slips.SHORTEST_HAN), slips::add);
            soundSlips(characters, start, Slips.SHORTEST_HAN);
            if (start + Slips.SHORTEST_HAN < characters.length) {
                Slips.forms(stretch(characters, start, Slips.SHORTEST_HAN + 1), slips::add);
            }
        }
        if (all.length == 2 || (all.length > Slips.SHORTEST_HAN && all.length <= Math.min(core, MOST_SLIPPING))) {
            soundSlips(all, 0, all.length);
        }
    }

    private static String stretch(String[] characters, int start, int length) {
        return String.join("", Arrays.asList(characters).subList(start, start + length));
    }

    private void soundSlips(String[] characters, int start, int length) {
        StringBuilder sound = new StringBuilder();
        for (int i = start; i < start + length; i++) {
            sound.append(Sounds.readings(characters[i].codePointAt(0)).getFirst());
        }
        if (sound.length() >= Slips.SHORTEST_LATIN) {
            Slips.forms(sound.toString(), slips::add);
        }
    }
}
