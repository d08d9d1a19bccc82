package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link People} does. */
public abstract class PeopleContract {
    private final Unique unique = new Unique();

    protected abstract People people();

    /** Stores the account, or replaces it. */
    protected abstract void given(Person person);

    protected abstract DurableEntries durable();

    @Test
    void anAccountIsFoundAsItWasStored() {
        var person = TestData.person("person-" + unique.code(), Role.OPERATOR, Role.PROGRAM_MANAGER);
        given(person);

        assertThat(people().find(person.personId())).contains(person);
    }

    @Test
    void theTextThatSomebodyAcknowledgedIsKept() {
        var person =
                TestData.person("person-" + unique.code(), Role.OPERATOR).acknowledged(TestData.NOW, "ab".repeat(32));
        given(person);

        assertThat(people().find(person.personId())).contains(person);
        assertThat(person.under("ab".repeat(32))).isEqualTo(person);
        assertThat(person.under("cd".repeat(32)).hasAcknowledged(TestData.NOW.minusSeconds(1)))
                .isFalse();
    }

    @Test
    void anAccountMayHaveNoRole() {
        var person = TestData.person("person-" + unique.code());
        given(person);

        assertThat(people().find(person.personId()).orElseThrow().roles()).isEqualTo(Set.of());
    }

    @Test
    void aStrangerIsNobody() {
        assertThat(people().find("person-" + unique.code())).isEmpty();
    }

    @Test
    void aDisabledAccountIsDisabledAtTheNextLook() {
        var person = TestData.person("person-" + unique.code(), Role.OPERATOR);
        given(person);
        people().find(person.personId());

        given(TestData.disabled(person));

        assertThat(people().find(person.personId())).contains(TestData.disabled(person));
    }

    @Test
    void whoIsAppointedIsFoundAndEntered() {
        var person = TestData.person("person-" + unique.code(), Role.CHIEF);
        var entry = TestData.entry(EntryType.PERSON_APPOINTED);

        var commit = people().appoint(null, person, entry);

        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(people().find(person.personId())).contains(person);
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void anAppointmentReplacesExactlyWhatWasSeen() {
        var before = TestData.person("person-" + unique.code(), Role.OPERATOR, Role.PROGRAM_MANAGER);
        given(before);
        var after = TestData.disabled(before);
        var entry = TestData.entry(EntryType.PERSON_APPOINTED);

        var commit = people().appoint(before, after, entry);

        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(people().find(before.personId())).contains(after);
    }

    @Test
    void anAppointmentFromWhatIsNotSoAnyMoreChangesNothing() {
        var seen = TestData.person("person-" + unique.code(), Role.OPERATOR);
        var meanwhile = TestData.person(seen.personId(), Role.AUDITOR);
        given(meanwhile);
        var entry = TestData.entry(EntryType.PERSON_APPOINTED);

        var commit = people().appoint(seen, TestData.disabled(seen), entry);

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(people().find(seen.personId())).contains(meanwhile);
        assertThat(durable().canonical(entry.entryId())).isEmpty();
    }

    @Test
    void nobodyIsAppointedAsAStrangerTwice() {
        var person = TestData.person("person-" + unique.code(), Role.OPERATOR);
        given(person);

        var commit = people().appoint(null, TestData.disabled(person), TestData.entry(EntryType.PERSON_APPOINTED));

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(people().find(person.personId())).contains(person);
    }
}
