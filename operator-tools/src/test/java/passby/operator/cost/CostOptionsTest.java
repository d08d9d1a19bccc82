package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.policy.RecognizerOrder.CONTAINER_FIRST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

final class CostOptionsTest {
    private static CostOptions parse(String line) {
        return CostOptions.parse(List.of(line.split(" ", -1)));
    }

    private static List<String> problems(String line) {
        return parse(line) instanceof CostOptions.Wrong(var problems) ? problems : List.of();
    }

    @Test
    void aWholeQuestionIsUnderstood() {
        assertThat(parse("--cameras 100 --reads-per-day 3000 --order container-first --retention 21d --csv"))
                .isEqualTo(new CostOptions.OneBill(
                        new Workload(100, 3000, CONTAINER_FIRST, NonHitRetention.DAYS_21, HitRetention.DAYS_365),
                        true));
    }

    @Test
    void whatACityChoosesWithoutItsStackIsUnderstood() {
        assertThat(
                        parse(
                                "--cameras 100 --reads-per-day 3000 --order container-first --frames-per-call 3 --texts-per-hit 0 --posted-per-day 500"))
                .isEqualTo(new CostOptions.OneBill(
                        new Workload(
                                100,
                                3000,
                                CONTAINER_FIRST,
                                NonHitRetention.DAYS_7,
                                HitRetention.DAYS_365,
                                new Workload.Habits(3, 0, 500)),
                        false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100001", "1.5", "many", "", "00"})
    void habitsThatNoCityHasAreRefused(String number) {
        var line = "--cameras 100 --reads-per-day 3000 --order container-first";

        assertThat(problems(line + " --frames-per-call " + number))
                .containsExactly("--frames-per-call must be a whole number from 1 to 100.");
        assertThat(problems(line + " --texts-per-hit " + number))
                .containsExactly("--texts-per-hit must be a whole number from 0 to 100.");
        assertThat(problems(line + " --posted-per-day " + number))
                .containsExactly("--posted-per-day must be a whole number from 0 to 100000.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001", "9999999999", "ten", "1e3", "1.5"})
    void aNumberOfCamerasThatNoCityHasIsRefused(String cameras) {
        assertThat(problems("--cameras " + cameras + " --reads-per-day 3000 --order container-only"))
                .containsExactly("--cameras must be a whole number from 1 to 1000000.");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(problems("--cameras 0 --order fastest --retention 8d --colour red"))
                .containsExactlyInAnyOrder(
                        "--cameras must be a whole number from 1 to 1000000.",
                        "--reads-per-day must be a whole number from 1 to 100000.",
                        "--order must be rekognition-first, container-first or container-only.",
                        "--retention is none of the words that the stack's parameter takes: 8d.",
                        "There is no option --colour.");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThat(problems("--cameras 10 --reads-per-day 3000 --order"))
                .containsExactly("--order must be rekognition-first, container-first or container-only.");
    }
}
