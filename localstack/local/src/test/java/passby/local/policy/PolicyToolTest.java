package passby.local.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyToolTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PolicyTool tool = new PolicyTool(
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z")));

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --who operator --action SearchPlate --purpose 240 | 0 | yes, by operators-search, purpose
            --who operator --action searchplate | 0 | yes, by operators-search, purpose
            --who chief --action DecideSearchRequest | 0 | yes, by chiefs-allow-searches
            --who chief --action SearchPlate | 1 | no, by chiefs-never-search
            --who operator,chief --action SearchPlate | 1 | no, by chiefs-never-search
            --who operator,vendor --action StreamReadPicture | 1 | no, by vendors-never-search
            --who operator,auditor --action SearchPlate | 1 | no, by auditors-never-search
            --who nobody --action ViewHit | 1 | no, by no-policy-permits
            --who operator --action SearchPlate --lapsed | 1 | no, by acknowledgement-is-current, training-is-current
            --who operator --action SearchPlate --purpose immigration | 1 | no, by purpose.narrative prohibited
            --who records-officer --action RequestGrant --requester federal | 0 | yes, by records-officers-file-and-release-grants, purpose
            --who records-officer --action RequestGrant --requester federal --profile CA | 1 | no, by california-shares-in-state
            --who records-officer --action RequestGrant --requester prosecutor --profile CA --purpose protest | 1 | no, by purpose.narrative prohibited
            --who records-officer --action RequestGrant | 1 | no, by grant.requester
            --who operator --action SearchPlate --requester federal | 1 | no, by purpose.onBehalfOf no-grant
            --who operator --action SearchPlate --profile VA --basis call-for-service | 1 | no, by purpose.legalBasis prohibited
            --who operator --action SearchPlate --basis call-for-service | 0 | yes, by operators-search, purpose
            """)
    void anAnswerNamesTheRulesThatDecided(String words, int code, String line) {
        var answered = tool.run(("ask " + words).split(" "));

        assertThat(printed().lines().findFirst()).contains(line);
        assertThat(answered).isEqualTo(code);
    }

    @Test
    void aSentenceIsJudgedAsItStands() {
        var answered = tool.run(
                "ask",
                "--who",
                "operator",
                "--action",
                "SearchPlate",
                "--purpose",
                "ICE asked for this plate, Elm Street");

        assertThat(answered).isEqualTo(1);
        assertThat(printed()).startsWith("no, by purpose.narrative prohibited");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ask",
                "ask --who mayor --action SearchPlate",
                "ask --who operator, --action SearchPlate",
                "ask --who operator --action Fly",
                "ask --who operator --action SearchPlate --requester aliens",
                "ask --who operator --action SearchPlate --profile XX",
                "ask --who operator --action SearchPlate --basis hunch"
            })
    void aWordThatNothingKnowsGetsTheHelp(String words) {
        assertThat(tool.run(words.split(" "))).isEqualTo(2);
        assertThat(printed()).startsWith("scripts/policy ask");
    }

    @Test
    void theMatrixShowsRolesPurposesAndProfiles() {
        assertThat(tool.run("matrix")).isZero();

        assertThat(printed().lines())
                .anyMatch(line -> line.matches("SearchPlate +P operator"))
                .anyMatch(line -> line.matches("immigration +refused for everybody"))
                .anyMatch(line -> line.matches("offence +for self"))
                .anyMatch(line -> line.startsWith("VA also refuses "));
    }

    @Test
    void theLongMatrixHasALineForEachCell() {
        assertThat(tool.run("matrix", "--long")).isZero();

        assertThat(printed().lines())
                .contains(
                        "operator,SearchPlate,offence,self,MA,yes",
                        "operator,SearchPlate,offence,federal,MA,no",
                        "chief,SearchPlate,offence,self,MA,no",
                        "auditor,ViewCameras,any,any,any,yes")
                .hasSizeGreaterThan(20_000);
    }
}
