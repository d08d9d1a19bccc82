package passby.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.api.AlertFunctions;
import passby.aws.api.LedgerFunctions;
import passby.aws.http.RouteTable.Match;

final class RouteTableTest {
    private final RouteTable table = new RouteTable(AlertFunctions.HITS.routes());

    @Test
    void parametersAreTheSegmentsOfThePath() {
        var match = table.match("GET", "/v1/hits/abc/pictures/plate");

        assertThat(match).isInstanceOfSatisfying(Match.Found.class, found -> {
            assertThat(found.route().operationId()).isEqualTo("streamHitPicture");
            assertThat(found.parameters()).isEqualTo(Map.of("hitId", "abc", "kind", "plate"));
        });
    }

    @Test
    void anEncodedLetterIsDecodedOnce() {
        var match = table.match("GET", "/v1/hits/%61bc");

        assertThat(match)
                .isInstanceOfSatisfying(
                        Match.Found.class,
                        found -> assertThat(found.parameters()).isEqualTo(Map.of("hitId", "abc")));
    }

    @Test
    void anotherMethodIsToldWhichOnesThereAre() {
        var match = table.match("PUT", "/v1/hits");

        assertThat(match)
                .isInstanceOfSatisfying(
                        Match.OtherMethods.class,
                        other -> assertThat(other.allowed()).containsExactly("GET"));
    }

    @Test
    void aPathWithFixedSegmentsIsMeantBeforeOneWithParameters() {
        var ledger = new RouteTable(LedgerFunctions.LEDGER.routes());

        assertThat(ledger.match("GET", "/v1/ledger/exports"))
                .isInstanceOfSatisfying(
                        Match.OtherMethods.class,
                        other -> assertThat(other.allowed()).containsExactly("POST"));
        assertThat(ledger.match("GET", "/v1/ledger/mzxw6ytboi2gk3tumvzxi33oma")).isInstanceOf(Match.Found.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/hits",
                "/",
                "//v1/hits",
                "/v1/hits/",
                "/v1//hits",
                "/v1/hits/..",
                "/v1/hits/.",
                "/v1/hits/%2e%2e",
                "/v1/hits/a%2fb",
                "/v1/hits/a%5cb",
                "/v1/hits/a\\b",
                "/v1/hits/%00",
                "/v1/hits/%252e",
                "/v1/hits/%2561",
                "/v1/hits/%",
                "/v1/hits/%zz",
                "/v1/hits/a b",
                "/v1/hits/a+b",
                "/v1/hits/a;b",
                "/v1/hits/%c3%a9",
                "/v1/hits/é",
                "/v1/hits/a?b",
                "/v1/hits/{hitId}",
                "/V1/hits",
                "/prod/v1/hits",
                "/v1/hits/a/b",
            })
    void aHostilePathLeadsNowhere(String path) {
        assertThat(table.match("GET", path)).isInstanceOf(Match.Nowhere.class);
    }

    @Test
    void anEndlessPathLeadsNowhere() {
        assertThat(table.match("GET", "/v1/hits/" + "a".repeat(600))).isInstanceOf(Match.Nowhere.class);
        assertThat(table.match("GET", "/a".repeat(200_000))).isInstanceOf(Match.Nowhere.class);
    }

    @Test
    void noRoutesLeadNowhere() {
        assertThat(new RouteTable(List.of()).match("GET", "/v1/hits")).isInstanceOf(Match.Nowhere.class);
    }
}
