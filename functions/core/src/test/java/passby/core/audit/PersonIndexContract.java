package passby.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every index of persons keeps to. */
public abstract class PersonIndexContract {
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private final String somebody = new Unique().cameraId();

    protected abstract PersonIndex people();

    private static List<PersonIndex.Row> rows(String person, long... positions) {
        return LongStream.of(positions)
                .mapToObj(position -> new PersonIndex.Row(person, position, LATER))
                .toList();
    }

    @Test
    final void entriesAreFoundInTheOrderOfTheLogFromAPlaceOn() {
        people().put(rows(somebody, 1000, 7, 99));
        people().put(rows(somebody, 99));

        assertThat(people().find(somebody, 0, 10)).containsExactly(7L, 99L, 1000L);
        assertThat(people().find(somebody, 8, 10)).containsExactly(99L, 1000L);
        assertThat(people().find(somebody, 0, 2)).containsExactly(7L, 99L);
    }

    @Test
    final void nobodysEntriesAreNone() {
        people().put(List.of());

        assertThat(people().find(somebody, 0, 10)).isEmpty();
    }
}
