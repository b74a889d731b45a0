package org.jiamenkou.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in full, shown after a reason was given and written into the audit trail. */
public record RevealedPerson(
        PersonId id,
        String name,
        List<PersonPhone> phones,
        @Nullable IdNumber idNumber) {
    public RevealedPerson {
        phones = List.copyOf(phones);
    }

    /** As screens write it, in full. */
    public List<String> digits() {
        return phones.stream().map(PersonPhone::digits).toList();
    }
}
