package org.jiamenkou.directory.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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

    final Set<String> name = new LinkedHashSet<>();
    final Set<String> alias = new LinkedHashSet<>();
    final Set<String> prefix = new LinkedHashSet<>();
    final Set<String> names = new LinkedHashSet<>();
    final Set<String> aliases = new LinkedHashSet<>();
    final Set<String> words = new LinkedHashSet<>();
    final Set<String> sounds = new LinkedHashSet<>();
    final Set<String> slips = new LinkedHashSet<>();
    final String nameText;
    final String aliasText;
    final String allText;

    EntryTerms(SearchEntry entry) {
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
            addSounds(one);
            addSlips(one);
        }
        List<String> placeWords = addWords(entry.place(), names, text);
        placeWords.forEach(this::addPlaceSounds);
        nameText = text.toString();
        aliases.addAll(names);
        for (String one : entry.aliases()) {
            alias.add(SearchText.joined(one));
            addWords(one, aliases, text);
            addSounds(one);
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

    private static List<String> addWords(String text, Set<String> into, StringBuilder plain) {
        List<String> words = SearchText.words(text);
        for (String word : words) {
            plain.append('\n').append(word);
            for (String run : SearchText.runs(word)) {
                into.addAll(SearchText.grams(run));
                if (SearchText.isHan(run)) {
                    into.addAll(List.of(SearchText.characters(run)));
                }
            }
        }
        return words;
    }

    private void addSounds(String text) {
        String joined = SearchText.joined(text);
        if (joined.codePoints().anyMatch(SearchText::isHan)) {
            Sounds.stretches(joined, sounds::add);
        }
    }

    private void addPlaceSounds(String word) {
        if (SearchText.isHan(word)) {
            Sounds.stretches(word, form -> {
                if (form.charAt(0) == '^') {
                    sounds.add(form.substring(1));
                }
            });
        }
    }

    private void addSlips(String text) {
        for (String word : SearchText.words(text)) {
            for (String run : SearchText.runs(word)) {
                if (SearchText.isHan(run)) {
                    hanSlips(SearchText.characters(run));
                } else if (run.length() >= Slips.SHORTEST_LATIN && run.length() <= Slips.LONGEST_LATIN) {
                    Slips.forms(run, slips::add);
                }
            }
        }
    }

    /** Stretches of three and four characters, and short names whole, as they are written and as they sound. */
    private void hanSlips(String[] characters) {
        for (int length = Slips.SHORTEST_HAN; length <= Slips.SHORTEST_HAN + 1; length++) {
            for (int start = 0; start + length <= characters.length; start++) {
                StringBuilder stretch = new StringBuilder();
                StringBuilder sound = new StringBuilder();
                for (int i = start; i < start + length; i++) {
                    stretch.append(characters[i]);
                    sound.append(Sounds.readings(characters[i].codePointAt(0)).getFirst());
                }
                Slips.forms(stretch.toString(), slips::add);
                Slips.forms(sound.toString(), slips::add);
            }
        }
        if (characters.length == 2 || (characters.length > 4 && characters.length <= 8)) {
            StringBuilder sound = new StringBuilder();
            for (String character : characters) {
                sound.append(Sounds.readings(character.codePointAt(0)).getFirst());
            }
            if (sound.length() >= Slips.SHORTEST_LATIN) {
                Slips.forms(sound.toString(), slips::add);
            }
        }
    }
}
