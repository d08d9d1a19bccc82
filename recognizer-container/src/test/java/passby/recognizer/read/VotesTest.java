package passby.recognizer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VotesTest {
    private static Lattice saying(float a, float b) {
        return new Lattice("AB", List.of(new float[] {1 - a - b, a, b}));
    }

    @Test
    void eachViewCountsTheSame() {
        var votes = Votes.of(List.of(saying(1, 0), saying(0.5f, 0.5f)));

        assertThat(votes.shares().get("A")).isCloseTo(0.75, within(1e-6));
        assertThat(votes.shares().get("B")).isCloseTo(0.25, within(1e-6));
    }

    @Test
    void aViewThatShowsNothingCountsAgainstATextThatOthersSee() {
        var votes = Votes.of(List.of(saying(1, 0), new Lattice("AB", List.of())));

        assertThat(votes.best()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void twoRowsMakeOneTextAndARowWithoutTextMakesNone() {
        var upper = new Votes(Map.of("KLM", 0.8, "", 0.2));
        var lower = new Votes(Map.of("48", 0.5, "4B", 0.4, "", 0.1));

        var both = upper.followedBy(lower);

        assertThat(both.shares()).containsOnlyKeys("KLM48", "KLM4B");
        assertThat(both.shares()).contains(entry("KLM48", 0.4));
    }
}
