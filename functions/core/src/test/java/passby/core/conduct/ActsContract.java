package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.conduct.Act.Kind;
import passby.core.testing.TestData;

/** What every store of {@link Acts} keeps to. */
public abstract class ActsContract {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final String person = "person" + PEOPLE.incrementAndGet();
    private final String target = "k1.target" + PEOPLE.get();

    protected abstract Acts acts();

    private Act act(int number, String by, String about, Kind kind) {
        return new Act(
                "entry" + number,
                TestData.NOW.plus(Duration.ofMinutes(number)),
                kind,
                by,
                about,
                "a case",
                "a phone",
                number % 2 == 1,
                number % 4 == 3);
    }

    private static Instant minute(int number) {
        return TestData.NOW.plus(Duration.ofMinutes(number));
    }

    @Test
    void everyKindIsFoundAsItWasStoredByItsPersonAndByItsTarget() {
        var stored = new ArrayList<Act>();
        for (var kind : Kind.values()) {
            stored.add(act(stored.size(), person, target, kind));
        }

        acts().put(stored);

        assertThat(acts().of(person, TestData.NOW)).isEqualTo(stored);
        assertThat(acts().about(target, TestData.NOW)).isEqualTo(stored);
    }

    @Test
    void puttingTheSameAgainChangesNothing() {
        var one = act(1, person, target, Kind.SEARCH);

        acts().put(List.of(one));
        acts().put(List.of(one));

        assertThat(acts().of(person, TestData.NOW)).containsExactly(one);
        assertThat(acts().about(target, TestData.NOW)).containsExactly(one);
    }

    @Test
    void onlyActsFromTheInstantOnAreFound() {
        acts().put(List.of(act(1, person, target, Kind.SEARCH), act(5, person, target, Kind.SEARCH)));

        assertThat(acts().of(person, minute(5))).extracting(Act::entryId).containsExactly("entry5");
        assertThat(acts().about(target, minute(6))).isEmpty();
    }

    @Test
    void anActWithoutTargetIsFoundByItsPersonAlone() {
        acts().put(List.of(act(1, person, "", Kind.SIGN_IN)));

        assertThat(acts().of(person, TestData.NOW)).hasSize(1);
        assertThat(acts().about("", TestData.NOW)).isEmpty();
    }

    @Test
    void everybodysActsAreFoundByTheTarget() {
        acts().put(List.of(act(1, person, target, Kind.SEARCH), act(2, person + "b", target, Kind.VIEW)));

        assertThat(acts().about(target, TestData.NOW)).extracting(Act::person).containsExactly(person, person + "b");
    }

    @Test
    void moreThanOnePageOfActsIsFound() {
        var many = IntStream.range(0, 260)
                .mapToObj(i -> act(i, person, target, Kind.SEARCH))
                .toList();

        acts().put(many);

        assertThat(acts().of(person, TestData.NOW)).isEqualTo(many);
    }
}
