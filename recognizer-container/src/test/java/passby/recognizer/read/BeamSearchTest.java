package passby.recognizer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeamSearchTest {
    private static Lattice lattice(float[]... steps) {
        return new Lattice("AB", List.of(steps));
    }

    @Test
    void allWaysToATextAddUp() {
        var lattice = lattice(new float[] {0.4f, 0.6f, 0}, new float[] {0.4f, 0.6f, 0});

        var texts = new BeamSearch(10).search(lattice);

        // A-blank, blank-A and A-A all say A; greedy would see no more than the last.
        assertThat(texts.get("A")).isCloseTo(0.84, within(1e-6));
        assertThat(texts.get("")).isCloseTo(0.16, within(1e-6));
    }

    @Test
    void aCharacterIsReadTwiceOnlyAcrossABlank() {
        var lattice = lattice(new float[] {0, 1, 0}, new float[] {1, 0, 0}, new float[] {0, 1, 0});

        assertThat(new BeamSearch(10).search(lattice)).containsOnlyKeys("AA");
    }

    @Test
    void aNarrowBeamKeepsTheLikeliest() {
        var lattice = lattice(new float[] {0.1f, 0.2f, 0.7f}, new float[] {0.1f, 0.8f, 0.1f});

        assertThat(new BeamSearch(1).search(lattice)).containsOnlyKeys("BA");
    }

    @Test
    void aViewThatShowsNothingSurelySaysNothing() {
        assertThat(new BeamSearch(10).search(lattice())).isEqualTo(Map.of("", 1.0));
    }
}
