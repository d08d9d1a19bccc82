package passby.core.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasonRulesTest {
    private static final ReasonRules RULES = ReasonRules.load();

    static List<Sentences.Sentence> sentences() {
        return Sentences.of("tuned.csv");
    }

    @Test
    void anHonestReasonPassesAndAnotherIsRefused() {
        var wrong = sentences().stream()
                .filter(sentence -> RULES.judge(sentence.text()).isEmpty() != sentence.passes())
                .map(sentence -> RULES.judge(sentence.text()) + " " + sentence.text());

        assertThat(wrong).isEmpty();
    }

    /**
     * The sentences of somebody who had not seen the rules, and on which the rules were never tuned: what is held here is what
     * was measured once, so that a change of the rules that makes them worse is seen.
     */
    @Test
    void theBlindSentencesAreJudgedNoWorseThanMeasured() {
        var blind = Sentences.of("blind.csv");

        var honestRefused = blind.stream()
                .filter(Sentences.Sentence::passes)
                .filter(sentence -> RULES.judge(sentence.text()).isPresent())
                .count();
        var badPassed = blind.stream()
                .filter(sentence -> !sentence.passes())
                .filter(sentence -> RULES.judge(sentence.text()).isEmpty())
                .count();

        assertThat(blind).hasSizeGreaterThanOrEqualTo(150);
        assertThat(honestRefused).as("honest sentences refused").isLessThanOrEqualTo(9);
        assertThat(badPassed).as("other sentences passed").isLessThanOrEqualTo(9);
    }

    @Test
    void halfOfTheSentencesAreHonest() {
        assertThat(sentences()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(sentences().stream().filter(Sentences.Sentence::passes).count())
                .isBetween(sentences().size() * 45L / 100, sentences().size() * 55L / 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "immigration sweep",
                "іmmіgrаtіоn sweep",
                "1mm1gr4t10n sweep",
                "i-m-m-i-g-r-a-t-i-o-n sweep",
                "im\u200bmi\u00adgra\u2060tion sweep",
                "i\u0301mmigration sweep",
                "IMMIGRATION SWEEP",
                "inmigración"
            })
    void aProhibitedPurposeIsKnownInEveryDisguiseAndNamed(String narrative) {
        assertThat(RULES.judge(narrative)).contains(new Finding(Flaw.PROHIBITED, "immigration"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u200f\u200f\u200f\u200f\u200f\u200f\u200f\u200f\u200f\u200f", "...", "🚗🚓🚨🚗🚓🚨"})
    void whatHasNoWordsIsVague(String narrative) {
        assertThat(RULES.judge(narrative)).contains(new Finding(Flaw.VAGUE, "filler"));
    }

    @Test
    void marksThatTurnTheDirectionAreRefused() {
        assertThat(RULES.judge("Stolen Ford \u202ekoorb mle\u202c from the Elm Street garage"))
                .contains(new Finding(Flaw.UNREADABLE, "letters"));
    }

    @Test
    void lettersOfAnotherAlphabetThatLookLikeLatinOnesAreReadAsTheseAndOthersAreRefused() {
        assertThat(RULES.judge("Stоlen Hоnda frоm Elm Street")).isEmpty();
        assertThat(RULES.judge("Stolen Honda from Elm Street 移民")).contains(new Finding(Flaw.UNREADABLE, "letters"));
    }

    @Test
    void whatIsLongerThanANarrativeMayBeIsNotJudgedAndTheWorstThatFitsIsJudgedInTime() {
        assertThat(RULES.judge("robbed ".repeat(150_000))).contains(new Finding(Flaw.UNREADABLE, "length"));

        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(RULES.judge("robbed ".repeat(285))).isPresent());
    }

    @Test
    void whatIsProhibitedIsToldInTheOrderOfTheRules() {
        assertThat(ReasonRules.load().prohibited())
                .containsExactly(
                        "immigration",
                        "reproductive care",
                        "gender-affirming care",
                        "protest",
                        "worship",
                        "union activity");
    }

    @Test
    void rulesThatReferToASectionThatIsNotThereAreNotLoaded() {
        var rules = List.of("[watching]", "[event]", "{crime}", "[honest]", "[personal]", "[filler]");

        assertThatThrownBy(() -> new ReasonRules(rules, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("crime");
    }

    @Test
    void aRuleOfCapitalsWouldNeverMatchAndIsNotLoaded() {
        assertThatThrownBy(() -> Phrase.parse("Immigration")).isInstanceOf(IllegalArgumentException.class);
    }
}
