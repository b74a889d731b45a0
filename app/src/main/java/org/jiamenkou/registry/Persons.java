package org.jiamenkou.registry;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Resident;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.registry.rules.Masks;
import org.jiamenkou.registry.store.PersonStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * People as the platform meets them. Methods named {@code meet…} work inside the running transaction of whoever serves the
 * person, so that the person is known if and only if what they came for was written; the others open their own.
 */
@Service
public class Persons {
    static final String PHONE = "registry.phone";
    static final String ID_NUMBER = "registry.id-number";
    private static final int MOST_FOUND = 50;

    private final Scoped scoped;
    private final PersonStore store;
    private final Ciphers ciphers;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Persons(Scoped scoped, PersonStore store, Ciphers ciphers, Audit audit, Ids ids, Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.ciphers = ciphers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The person of this contact: the one of the same name and phone, else a new one. In the running transaction. */
    public PersonId meet(Contact contact) {
        return meetAll(List.of(contact)).getFirst();
    }

    /** As {@link #meet}, for many, in three statements. In the order of the contacts. */
    public List<PersonId> meetAll(List<Contact> contacts) {
        Map<String, UUID> known = known(contacts);
        List<PersonStore.NewPerson> added = new ArrayList<>();
        List<PersonStore.NewPhone> phones = new ArrayList<>();
        List<PersonId> found = new ArrayList<>();
        for (Contact contact : contacts) {
            PersonPhone phone = contact.phone();
            UUID id = phone == null
                    ? add(added, contact, null)
                    : known.computeIfAbsent(key(contact.name(), phone), fresh -> {
                        UUID person = add(added, contact, null);
                        phones.add(newPhone(person, contact.place(), phone));
                        return person;
                    });
            found.add(new PersonId(id));
        }
        if (!added.isEmpty()) {
            store.addAll(added);
            store.addPhones(phones);
        }
        return found;
    }

    /**
     * The person of a resident who is signed in. At first use somebody of the same name and phone who was met at a desk
     * becomes theirs, because the code has proven the phone; else they are met now. In the running transaction.
     */
    public PersonId meetResident(Resident resident, Place place) {
        Optional<UUID> own = store.findOfResident(resident.id());
        if (own.isPresent()) {
            return new PersonId(own.get());
        }
        Contact contact = new Contact(resident.name(), PersonPhone.of(resident.phone()), place);
        UUID known = known(List.of(contact)).get(key(contact.name(), PersonPhone.of(resident.phone())));
        if (known != null && store.link(known, resident.id())) {
            return new PersonId(known);
        }
        List<PersonStore.NewPerson> added = new ArrayList<>();
        UUID id = add(added, contact, resident.id());
        store.addAll(added);
        store.addPhones(List.of(newPhone(id, place, PersonPhone.of(resident.phone()))));
        return new PersonId(id);
    }

    /** The person of a resident, when they were met before. */
    public Optional<PersonId> findOfResident(Resident resident) {
        return scoped.read(resident, () -> store.findOfResident(resident.id())).map(PersonId::new);
    }

    private Map<String, UUID> known(List<Contact> contacts) {
        Map<ByteBuffer, PersonPhone> byIndex = new HashMap<>();
        for (Contact contact : contacts) {
            PersonPhone phone = contact.phone();
            if (phone != null) {
                for (byte[] index : ciphers.blindIndexes(PHONE, phone.digits())) {
                    byIndex.put(ByteBuffer.wrap(index), phone);
                }
            }
        }
        Map<String, UUID> known = new HashMap<>();
        if (!byIndex.isEmpty()) {
            byte[][] indexes = byIndex.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
            for (PersonStore.Known one : store.listKnown(indexes)) {
                PersonPhone phone = byIndex.get(ByteBuffer.wrap(one.phoneIndex()));
                if (phone != null) {
                    known.putIfAbsent(key(one.name(), phone), one.id());
                }
            }
        }
        return known;
    }

    private static String key(String name, PersonPhone phone) {
        return phone.digits() + ' ' + name;
    }

    private UUID add(List<PersonStore.NewPerson> added, Contact contact, @Nullable UUID resident) {
        UUID id = ids.next();
        added.add(new PersonStore.NewPerson(
                id,
                contact.place(),
                contact.name(),
                resident,
                clock.instant(),
                Scoped.current().actorKey(),
                false));
        return id;
    }

    private PersonStore.NewPhone newPhone(UUID person, Place place, PersonPhone phone) {
        return new PersonStore.NewPhone(
                person,
                ids.next(),
                place,
                phone.kind().name(),
                ciphers.encrypt(PHONE, phone.digits()),
                ciphers.blindIndex(PHONE, phone.digits()),
                LocalDate.now(clock));
    }

    /** Everybody at this phone whom the reader may see, masked; each look-up is logged. */
    public List<MaskedPerson> listByPhone(Scope reader, PersonPhone phone) {
        return scoped.transaction(reader, () -> {
            List<UUID> found = store.listKnown(ciphers.blindIndexes(PHONE, phone.digits())).stream()
                    .map(PersonStore.Known::id)
                    .distinct()
                    .limit(MOST_FOUND)
                    .toList();
            return logged(found.isEmpty() ? List.of() : store.list(found));
        });
    }

    /** Everybody of this full name in a subdistrict whom the reader may see, masked; each look-up is logged. */
    public List<MaskedPerson> listByName(Scope reader, UUID subdistrict, String name) {
        return scoped.transaction(reader, () -> logged(store.listByName(subdistrict, name, MOST_FOUND)));
    }

    private List<MaskedPerson> logged(List<PersonStore.Row> rows) {
        rows.forEach(row -> audit.record(new Audit.Entry(
                "person.found", "registry.persons", row.id().toString(), row.place(), Set.of("name", "phone"))));
        return rows.stream().map(this::masked).toList();
    }

    /**
     * Masked, for lists of what people came for: queue, bookings. Runs in the running transaction; the list itself is
     * what is logged, by its module.
     */
    public Map<PersonId, MaskedPerson> masked(Collection<PersonId> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : store.list(wanted.stream().map(PersonId::value).distinct().toList()).stream()
                        .map(this::masked)
                        .collect(Collectors.toMap(MaskedPerson::id, Function.identity()));
    }

    /** Somebody to write to: the newest mobile of each. In the running transaction of a system actor. */
    public Map<PersonId, PersonPhone> mobiles(Collection<PersonId> wanted) {
        Map<PersonId, PersonPhone> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            for (PersonStore.Row row :
                    store.list(wanted.stream().map(PersonId::value).distinct().toList())) {
                phones(row).stream()
                        .filter(phone -> phone.kind() == PersonPhone.Kind.MOBILE)
                        .findFirst()
                        .ifPresent(phone -> found.put(new PersonId(row.id()), phone));
            }
        }
        return found;
    }

    /**
     * The person in full.
     *
     * @param reason why; stands in the audit trail by its code only
     * @throws NoSuchElementException when the reader may see no such person
     */
    public RevealedPerson reveal(Scope reader, PersonId person, RevealReason reason) {
        return scoped.transaction(reader, () -> {
            PersonStore.Row row = store.list(List.of(person.value())).stream()
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("no person " + person));
            audit.record(new Audit.Entry(
                    "person.reveal",
                    "registry.persons",
                    row.id().toString(),
                    row.place(),
                    Set.of("name", "phone", "id_number", reason.field())));
            byte[] number = row.idNumber();
            return new RevealedPerson(
                    person,
                    row.name(),
                    phones(row),
                    number == null ? null : new IdNumber(ciphers.decrypt(ID_NUMBER, number)));
        });
    }

    /** Writes the ID number read from a card or typed; in the running transaction. False when the person may not be changed. */
    public boolean setIdNumber(PersonId person, IdNumber number) {
        return store.setIdNumber(
                person.value(),
                ciphers.encrypt(ID_NUMBER, number.value()),
                ciphers.blindIndex(ID_NUMBER, number.value()),
                number.bornOn().getYear());
    }

    private MaskedPerson masked(PersonStore.Row row) {
        byte[] number = row.idNumber();
        return new MaskedPerson(
                new PersonId(row.id()),
                Masks.name(row.name()),
                phones(row).stream().map(PersonPhone::masked).toList(),
                number == null ? null : new IdNumber(ciphers.decrypt(ID_NUMBER, number)).masked(),
                row.place(),
                row.sample());
    }

    private List<PersonPhone> phones(PersonStore.Row row) {
        return row.phones().stream()
                .map(phone ->
                        new PersonPhone(PersonPhone.Kind.valueOf(phone.kind()), ciphers.decrypt(PHONE, phone.phone())))
                .toList();
    }
}
