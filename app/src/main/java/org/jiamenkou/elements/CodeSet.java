package org.jiamenkou.elements;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiamenkou.platform.text.LocalText;

/**
 * A set of codes in the order in which people expect them.
 *
 * @param source where the set is named: a seed, a line of the mission (M-id), a law or a standard
 * @param codes the codes that may be chosen today
 * @param retired codes that have ended; they are found by name but not offered
 */
public record CodeSet(String code, LocalText name, String source, List<Code> codes, List<Code> retired) {
    public CodeSet {
        codes = List.copyOf(codes);
        retired = List.copyOf(retired);
    }

    /** @throws NoSuchElementException when the set never had this code */
    public Code get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("no code " + code + " in " + this.code));
    }

    /** A code of today or a retired one. */
    public Optional<Code> find(String code) {
        return Stream.concat(codes.stream(), retired.stream())
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    /** Whether this code may be chosen today. */
    public boolean offers(String code) {
        return codes.stream().anyMatch(one -> one.code().equals(code));
    }
}
