package passby.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.candidate;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.capture.UploadUrl;
import passby.core.form.Form;
import passby.core.hit.Alert;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchType;
import passby.core.id.CaseNumber;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.plate.Candidate;
import passby.core.plate.Plate;
import passby.core.read.Frames;
import passby.core.read.Processed;
import passby.core.read.ReadRef;
import passby.core.recognition.Recognition;
import passby.core.search.LegalBasis;
import passby.core.search.Offence;
import passby.core.search.OutsideAssignment;
import passby.core.search.Purpose;
import passby.core.search.Query;
import passby.core.search.Row;
import passby.core.search.SearchPlates;
import passby.core.search.SearchRequest;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

/** Whatever may end up in a log line, an exception or a test report: no plate and no token is in its text. */
final class NothingPrintsAPlateTest {
    private static final String RAW = "7TSTB23";
    private static final String TOKEN = "sealed-page-token";

    static Stream<Object> whatMayBeLogged() {
        var plate = new Plate(RAW);
        var read = ARead.of("upload", RAW, NOW);
        var listed = AHotListEntry.of("r1", RAW).build();
        var hit = read.hit(listed);
        var entry = TestData.entry(EntryType.SEARCH, Map.of(Field.PLATE, RAW, Field.NARRATIVE, "about " + RAW));
        var query = new Query(plate, "CA", NOW, NOW.plus(Duration.ofDays(1)));
        var purpose = new Purpose(
                Offence.ROBBERY,
                new CaseNumber("26-004711"),
                "Seen near the bank",
                LegalBasis.WARRANT,
                "SW-26-0117",
                OutsideAssignment.NONE);
        var row = new Row(read.build(), MatchType.EXACT);
        return Stream.of(
                plate,
                Optional.of(plate),
                candidate(RAW, 0.9),
                reading(RAW, CALIFORNIA),
                new Recognition.Plates(ARead.ENGINE, List.of(reading(RAW, CALIFORNIA))),
                read.build(),
                ReadRef.of(read.build()),
                read.frame(List.of(hit.hitId())),
                new Processed.Done(read.frame(List.of()), List.of(read.build()), List.of(hit)),
                new Frames.Raised.New(hit, entry),
                listed,
                new Match(listed, plate, MatchType.EXACT, false),
                hit,
                hit.sighting(),
                Alert.of(hit, hit.raisedAt()),
                entry,
                new Opening("00".repeat(32), RAW),
                query,
                new SearchRequest(query, purpose, TOKEN),
                row,
                new SearchPlates.FoundRows(List.of(row), List.of(), null),
                new Form(Map.of("plate", RAW)),
                TestData.CITY_KEY);
    }

    @ParameterizedTest
    @MethodSource("whatMayBeLogged")
    void aPlateIsNeverPrinted(Object logged) {
        assertThat(logged.toString()).doesNotContain(RAW, new Plate(RAW).fold(), new Plate(RAW).foldO());
    }

    @ParameterizedTest
    @MethodSource("whatMayBeLogged")
    void aTokenIsNeverPrinted(Object logged) {
        assertThat(logged.toString()).doesNotContain(TOKEN, "a city key made up");
    }

    @Test
    void anAnswerIsPrintedWithoutItsPageToken() {
        var answer = new SearchPlates.FoundRows(List.of(), List.of(), TOKEN);

        assertThat(answer.toString()).doesNotContain(TOKEN);
    }

    @Test
    void aSignedUrlIsNeverPrinted() {
        var url = new UploadUrl(
                "upload", URI.create("https://made.up/?X-Amz-Signature=abc"), Map.of("x-amz-secret", "abc"), NOW);

        assertThat(url.toString()).isEqualTo("UploadUrl[upload]");
    }

    @Test
    void noExceptionRepeatsAPlate() {
        assertThatThrownBy(() -> new Plate("7tstB23"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("tstB23");
        assertThatThrownBy(
                        () -> new Candidate(new Plate(RAW), candidate(RAW, 0.9).confidence(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(RAW);
    }

    @Test
    void noProblemRepeatsAPlate() {
        var form = new Form(Map.of("plate", RAW + "?", "count", new BigDecimal(5)));
        form.code("plate", Plate::parse, "1 to 10 letters and digits");

        assertThat(form.allProblems().toString()).doesNotContain(RAW);
    }
}
