package org.jiamenkou.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Phone;
import org.jiamenkou.access.Resident;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Keyring;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.registry.store.TestRegistryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People are met again by name and phone, and seen only where somebody may see them; on a real database. */
class PersonsTest {
    private static final SystemScope DESK = new SystemScope("test.desk");
    private static final UUID HERE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID THERE = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final Place PLACE = new Place(HERE, HERE);
    private static final PersonPhone MOBILE = PersonPhone.of(new Phone("13800001234"));

    @TempDir
    Path keys;

    private TestDatabase database;
    private Persons persons;
    private Relations relations;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        persons = new Persons(
                database.scoped(),
                TestRegistryStores.persons(database.sql()),
                new Ciphers(Keyring.open(keys.resolve("keyring"))),
                database.audit(),
                database.ids(),
                database.clock());
        relations = new Relations(TestRegistryStores.persons(database.sql()), database.clock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<PersonId> meet(Contact... contacts) {
        return database.scoped().transaction(DESK, () -> persons.meetAll(List.of(contacts)));
    }

    private static Actor workerOf(UUID area) {
        return new Actor(
                UUID.randomUUID(), "示例", Map.of(Right.EDIT_STATION_HOURS, Areas.within(Set.of(area))), Set.of());
    }

    @Test
    void theSameNameAndPhoneIsTheSamePerson() {
        Contact contact = new Contact("张桂英", MOBILE, PLACE);
        List<PersonId> twice = meet(contact, contact);
        assertThat(twice.get(0)).isEqualTo(twice.get(1)).isEqualTo(meet(contact).getFirst());
    }

    @Test
    void twoPeopleMayShareAPhone() {
        List<PersonId> both = meet(new Contact("张桂英", MOBILE, PLACE), new Contact("李建国", MOBILE, PLACE));
        assertThat(both.get(0)).isNotEqualTo(both.get(1));
        assertThat(persons.listByPhone(workerOf(HERE), MOBILE))
                .extracting(MaskedPerson::name)
                .containsExactlyInAnyOrder("张**", "李**");
    }

    @Test
    void aLandlineIsAPhone() {
        PersonPhone line = PersonPhone.read("5501 2345").orElseThrow();
        PersonId person = meet(new Contact("王阿婆", line, PLACE)).getFirst();
        assertThat(persons.listByPhone(workerOf(HERE), line))
                .extracting(MaskedPerson::id)
                .containsExactly(person);
        assertThat(line.masked()).isEqualTo("021****2345");
    }

    @Test
    void whoGivesNoPhoneIsNotTakenForSomebodyElse() {
        List<PersonId> two = meet(new Contact("陈先生", null, PLACE), new Contact("陈先生", null, PLACE));
        assertThat(two.get(0)).isNotEqualTo(two.get(1));
    }

    @Test
    void staffOfAnotherAreaFindNobody() {
        meet(new Contact("张桂英", MOBILE, PLACE));
        assertThat(persons.listByPhone(workerOf(THERE), MOBILE)).isEmpty();
        assertThat(persons.listByName(workerOf(THERE), HERE, "张桂英")).isEmpty();
        assertThat(persons.listByName(workerOf(HERE), HERE, "张桂英")).hasSize(1);
    }

    @Test
    void everyLookUpAndEachRevealIsInTheAuditTrail() {
        PersonId person = meet(new Contact("张桂英", MOBILE, PLACE)).getFirst();
        Actor worker = workerOf(HERE);
        persons.listByPhone(worker, MOBILE);
        assertThat(persons.reveal(worker, person, RevealReason.RING_BACK).digits())
                .containsExactly("13800001234");
        assertThat(actions(person)).containsExactlyInAnyOrder("person.found", "person.reveal");
    }

    private List<String> actions(PersonId person) {
        return database.scoped()
                .read(
                        new SystemScope("test.audit"),
                        () -> database.sql()
                                .sql("select action from access.audit where subject = :person order by at, id")
                                .param("person", person.value().toString())
                                .query((rs, n) -> rs.getString(1))
                                .list());
    }

    @Test
    void noPhoneAndNoIdNumberStandsInTheDatabaseInClear() {
        PersonId person = meet(new Contact("张桂英", MOBILE, PLACE)).getFirst();
        IdNumber number = IdNumber.read("11010519491231002X").orElseThrow();
        assertThat(database.scoped().transaction(DESK, () -> persons.setIdNumber(person, number)))
                .isTrue();
        String row = database.scoped()
                .read(
                        DESK,
                        () -> database.sql()
                                .sql(
                                        "select encode(p.id_number, 'escape') || encode(f.phone, 'escape') from registry.persons p "
                                                + "join registry.person_phones f on f.person_id = p.id")
                                .query((rs, n) -> rs.getString(1))
                                .single());
        assertThat(row).doesNotContain("13800001234").doesNotContain("11010519491231002X");
        assertThat(persons.listByPhone(workerOf(HERE), MOBILE).getFirst().idNumber())
                .isEqualTo("110105********002X");
    }

    @Test
    void aResidentWhoSignsInIsThePersonTheDeskHasMet() {
        PersonId known = meet(new Contact("张桂英", MOBILE, PLACE)).getFirst();
        Resident resident = new Resident(
                UUID.randomUUID(),
                "张桂英",
                new Phone("13800001234"),
                database.clock().instant());
        assertThat(database.scoped().transaction(DESK, () -> persons.meetResident(resident, PLACE)))
                .isEqualTo(known);
        assertThat(persons.findOfResident(resident)).contains(known);
        Resident other = new Resident(
                UUID.randomUUID(),
                "张桂英",
                new Phone("13900001234"),
                database.clock().instant());
        assertThat(persons.findOfResident(other)).isEmpty();
    }

    @Test
    void aHelperIsKnownUntilItEnds() {
        List<PersonId> both = meet(new Contact("张桂英", MOBILE, PLACE), new Contact("李小红", MOBILE, PLACE));
        database.scoped().transaction(DESK, () -> {
            relations.add(both.get(1), new Relations.Helped(both.get(0), RelationKind.PARENT), PLACE);
            relations.add(both.get(1), new Relations.Helped(both.get(0), RelationKind.PARENT), PLACE);
            assertThat(relations.listHelpedBy(both.get(1)))
                    .containsExactly(new Relations.Helped(both.get(0), RelationKind.PARENT));
            assertThat(relations.end(both.get(1), both.get(0))).isTrue();
            assertThat(relations.listHelpedBy(both.get(1))).isEmpty();
        });
    }

    @Test
    void theListForAQueueIsMasked() {
        PersonId person = meet(new Contact("欧阳春", MOBILE, PLACE)).getFirst();
        assertThat(database.scoped()
                        .read(DESK, () -> persons.masked(List.of(person)))
                        .values())
                .singleElement()
                .satisfies(masked -> {
                    assertThat(masked.name()).isEqualTo("欧**");
                    assertThat(masked.phones()).containsExactly("138****1234");
                });
    }
}
