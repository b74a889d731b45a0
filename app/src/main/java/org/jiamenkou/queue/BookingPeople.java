package org.jiamenkou.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.access.Resident;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.registry.Contact;
import org.jiamenkou.registry.PersonId;
import org.jiamenkou.registry.PersonPhone;
import org.jiamenkou.registry.Persons;
import org.jiamenkou.registry.RelationKind;
import org.jiamenkou.registry.Relations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Whom a resident may book for. */
@Service
public class BookingPeople {
    private final Scoped scoped;
    private final Persons persons;
    private final Relations relations;
    private final QueuePlaces places;

    BookingPeople(Scoped scoped, Persons persons, Relations relations, QueuePlaces places) {
        this.scoped = scoped;
        this.persons = persons;
        this.relations = relations;
        this.places = places;
    }

    /** @param relation what the resident is to them, null for themselves; {@code name} masked for others */
    public record Own(PersonId person, @Nullable RelationKind relation, String name) {}

    /** Themselves and those they act for; empty before they were first met. */
    public List<Own> own(Resident resident) {
        Optional<PersonId> self = persons.findOfResident(resident);
        return self.isEmpty() ? List.of() : scoped.read(BookingBatch.SCOPE, () -> withHelped(resident, self.get()));
    }

    private List<Own> withHelped(Resident resident, PersonId self) {
        List<Own> all = new ArrayList<>(List.of(new Own(self, null, resident.name())));
        List<Relations.Helped> helped = relations.listHelpedBy(self);
        var names = persons.masked(helped.stream().map(Relations.Helped::person).toList());
        for (Relations.Helped one : helped) {
            var person = names.get(one.person());
            if (person != null) {
                all.add(new Own(one.person(), one.kind(), person.name()));
            }
        }
        return all;
    }

    /** @throws AccessRefusedException for somebody the resident does not act for */
    PersonId of(Resident resident, BookedFor whom, QueuePlaceId at) {
        return switch (whom) {
            case BookedFor.Themselves themselves -> {
                Optional<PersonId> known = persons.findOfResident(resident);
                yield known.orElseGet(() -> met(resident, at));
            }
            case BookedFor.Helped(PersonId person) -> {
                if (own(resident).stream().noneMatch(one -> one.person().equals(person))) {
                    throw new AccessRefusedException(resident.actorKey() + " does not act for that person");
                }
                yield person;
            }
            case BookedFor.NewHelped(String name, RelationKind relation) -> {
                PersonId helper = met(resident, at);
                Place place = places.get(at).place();
                yield scoped.transaction(BookingBatch.SCOPE, () -> {
                    PersonId person = persons.meet(new Contact(name, PersonPhone.of(resident.phone()), place));
                    if (!person.equals(helper)
                            && relations.listHelpedBy(helper).stream()
                                    .noneMatch(one -> one.person().equals(person))) {
                        relations.add(helper, new Relations.Helped(person, relation), place);
                    }
                    return person;
                });
            }
        };
    }

    private PersonId met(Resident resident, QueuePlaceId at) {
        Place place = places.get(at).place();
        return scoped.transaction(BookingBatch.SCOPE, () -> persons.meetResident(resident, place));
    }
}
