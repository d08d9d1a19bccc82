package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link People} does. */
public abstract class PeopleContract {
    private final Unique unique = new Unique();

    protected abstract People people();

    /** Stores the account, or replaces it. */
    protected abstract void given(Person person);

    @Test
    void anAccountIsFoundAsItWasStored() {
        var person = TestData.person("person-" + unique.word(), Role.OPERATOR, Role.PROGRAM_MANAGER);
        given(person);

        assertThat(people().find(person.personId())).contains(person);
    }

    @Test
    void anAccountMayHaveNoRole() {
        var person = TestData.person("person-" + unique.word());
        given(person);

        assertThat(people().find(person.personId()).orElseThrow().roles()).isEqualTo(Set.of());
    }

    @Test
    void aStrangerIsNobody() {
        assertThat(people().find("person-" + unique.word())).isEmpty();
    }

    @Test
    void aDisabledAccountIsDisabledAtTheNextLook() {
        var person = TestData.person("person-" + unique.word(), Role.OPERATOR);
        given(person);
        people().find(person.personId());

        given(TestData.disabled(person));

        assertThat(people().find(person.personId())).contains(TestData.disabled(person));
    }
}
