package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;

class VotesTest {
    private static final List<String> SYMBOLS = List.of("", "0", "8", "B", "K");

    private static Lattice view(float[]... steps) {
        return new Lattice(SYMBOLS, List.of(steps));
    }

    private static float[] step(float eight, float letterB) {
        return new float[] {0, 0, eight, letterB, 0};
    }

    private static final float[] K = {0, 0, 0, 0, 1};
    private static final float[] B = {0, 0, 0, 1, 0};
    private static final float[] ZERO = {0, 1, 0, 0, 0};

    @Test
    void whatMostViewsSayComesFirst() {
        var votes = new Votes();
        votes.add(view(K, step(0.6f, 0.4f)));
        votes.add(view(K, step(0.3f, 0.7f)));
        votes.add(view(K, step(0.3f, 0.7f)));

        var readings = votes.readings();

        assertThat(readings).extracting(c -> c.plate().raw()).containsExactly("KB", "K8");
    }

    @Test
    void aViewCountsAsMuchAsItIsSure() {
        var votes = new Votes();
        votes.add(view(K, step(1, 0)));
        votes.add(view(K, step(0.22f, 0.78f)));
        votes.add(view(K, step(0.22f, 0.78f)));

        assertThat(votes.readings().getFirst().plate()).isEqualTo(new Plate("K8"));
    }

    @Test
    void aDoubtfulCharacterIsLessSureThanAClearOne() {
        var votes = new Votes();
        votes.add(view(K, step(0.4f, 0.6f)));

        var characters = votes.readings().getFirst().characters();

        assertThat(characters.get(0).value()).isGreaterThan(0.99);
        assertThat(characters.get(1).value()).isBetween(0.59, 0.61);
    }

    @Test
    void aRoundShapeMayBeZeroOrLetterAndBothAreProposed() {
        var votes = new Votes();
        votes.add(view(K, ZERO));

        assertThat(votes.readings()).extracting(c -> c.plate().raw()).containsExactlyInAnyOrder("K0", "KO");
    }

    @Test
    void theReaderOfAnyPrintHasASay() {
        var votes = new Votes();
        votes.add(view(K, step(0.5f, 0.5f)));
        var sure = new Confidence(1);
        votes.addPrint(new Candidate(new Plate("KB"), sure, Collections.nCopies(2, sure)));

        assertThat(votes.readings().getFirst().plate()).isEqualTo(new Plate("KB"));
    }

    @Test
    void lettersAndDigitsInWhichAllViewsAgreeAreClear() {
        var clear = new Votes();
        clear.add(view(K, ZERO, K, step(0.99f, 0.01f), K));
        var doubtful = new Votes();
        doubtful.add(view(K, ZERO, K, step(0.6f, 0.4f), K));
        var word = new Votes();
        word.add(view(K, B, K, B, K));

        assertThat(clear.isClear()).isTrue();
        assertThat(doubtful.isClear()).isFalse();
        assertThat(word.isClear()).isFalse();
    }

    @Test
    void confidencesAddUpToAtMostOne() {
        var votes = new Votes();
        votes.add(view(K, step(0.6f, 0.4f), ZERO));

        var sum = votes.readings().stream()
                .mapToDouble(c -> c.confidence().value())
                .sum();

        assertThat(sum).isLessThanOrEqualTo(1 + 1e-6);
    }

    private static Votes of(Lattice... views) {
        var votes = new Votes();
        List.of(views).forEach(votes::add);
        return votes;
    }

    private static final Lattice KBK = view(K, B, K);
    private static final Lattice ZERO_KBK = view(ZERO, K, B, K);
    private static final Lattice KBK_ZERO = view(K, B, K, ZERO);

    @Test
    void aCharacterThatOnlySomeViewsSeeAtAnEndIsAHintThatTheOthersAreCutShort() {
        assertThat(of(KBK, KBK, KBK, ZERO_KBK).cutShort()).contains(TextBox.End.FIRST);
        assertThat(of(KBK, KBK, KBK, KBK_ZERO).cutShort()).contains(TextBox.End.LAST);
        assertThat(of(KBK, KBK).cutShort()).isEmpty();
        assertThat(of(KBK, view(K, ZERO, B, K)).cutShort()).isEmpty();
        assertThat(of(view(K, B), view(K, B), KBK).cutShort()).isEmpty();
        assertThat(new Votes().cutShort()).isEmpty();
    }

    @Test
    void oneViewOfManyIsNoHint() {
        var views = new ArrayList<>(Collections.nCopies(19, KBK));
        views.add(ZERO_KBK);

        assertThat(of(views.toArray(Lattice[]::new)).cutShort()).isEmpty();
    }

    @Test
    void aTextIsCompletedByMostViewsWithOneCharacterMore() {
        var cut = of(KBK);

        assertThat(of(ZERO_KBK, ZERO_KBK, KBK).completes(cut)).isTrue();
        assertThat(of(KBK_ZERO).completes(cut)).isTrue();
        assertThat(of(ZERO_KBK, KBK_ZERO, view(K, ZERO)).completes(cut)).isFalse();
        assertThat(of(view(ZERO, K, K, B)).completes(cut)).isFalse();
        assertThat(of(KBK).completes(cut)).isFalse();
    }
}
