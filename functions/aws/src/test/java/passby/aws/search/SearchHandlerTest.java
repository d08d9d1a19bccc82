package passby.aws.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.aws.testing.Reply;
import passby.core.ledger.Count;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Outcome;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour;
import passby.core.testing.ARead;

final class SearchHandlerTest {
    private final EdgeCity city = new EdgeCity();

    @Test
    void aRowShowsWhatWasReadAndHowSureTheReaderWas() {
        var reply = search(GoodCalls.search(city));

        var row = reply.json().path("rows").get(0);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(row.path("readId").asText()).isEqualTo(EdgeCity.UPLOAD + "-1");
        assertThat(row.path("plate").asText()).isEqualTo(EdgeCity.PLATE);
        assertThat(row.path("match").asText()).isEqualTo("exact");
        assertThat(row.at("/candidates/0/characters")).hasSize(7);
        assertThat(reply.json().path("nextPage").isNull()).isTrue();
    }

    @Test
    void anUnknownStateIsNullAndSaidToBeUnknown() {
        var read = ARead.of(
                        "01KTEST0000000000000000009", EdgeCity.PLATE, city.now().minusSeconds(60))
                .withState(IssuingState.UNKNOWN);
        city.stores().frames().store(read.frame(List.of()), List.of(read.build()), List.of());

        var rows = search(GoodCalls.search(city)).json().path("rows");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).path("state").isNull()).isTrue();
        assertThat(rows.get(1).path("match").asText()).isEqualTo("state-unknown");
    }

    /** Whoever wants to know which car it was opens one row, with a purpose, and that is an entry of its own. */
    @Test
    void aSearchByCameraAnswersWhereAndWhenAndNothingOfThePlate() {
        var read = ARead.of(
                        "01KTEST0000000000000000009",
                        EdgeCity.PLATE,
                        city.read().capturedAt().plusSeconds(20))
                .withCamera(EdgeCity.CAMERA);
        city.stores().frames().store(read.frame(List.of()), List.of(read.build()), List.of());

        var reply = city.asOperator(Call.post("/v1/camera-searches", GoodCalls.cameraSearch(city)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("reads"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.fieldNames())
                        .toIterable()
                        .containsExactlyInAnyOrder(
                                "readId",
                                "capturedAt",
                                "cameraId",
                                "latitude",
                                "longitude",
                                "heading",
                                "skewed",
                                "colour"));
        assertThat(reply.json().toString()).doesNotContain(EdgeCity.PLATE, "3P5B001", "3P58001");
    }

    @Test
    void aMissingPurposeIsToldInFullAndIsInTheLedger() {
        var reply = search("{\"plate\":\"3PSB001\",\"from\":\"" + city.now().minusSeconds(60) + "\",\"to\":\""
                + city.now() + "\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("problems").findValuesAsText("field"))
                .contains(
                        "purpose.offenceCode",
                        "purpose.caseNumber",
                        "purpose.narrative",
                        "purpose.legalBasis",
                        "purpose.onBehalfOf",
                        "purpose.outsideAssignment");
        assertThat(lastSearch().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(reply.json().path("entryId").asText()).isEqualTo(lastSearch().entryId());
    }

    @Test
    void aSearchAcrossTenYearsIsRefusedWithTheBoundsNamed() {
        var reply = search(GoodCalls.search(city, Duration.ofDays(3650)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("problems").findValuesAsText("message"))
                .anyMatch(message -> message.contains("30 days"));
    }

    @Test
    void theThirtyFirstSearchOfAnHourWaitsForTheNext() {
        for (var i = 0; i < 30; i++) {
            assertThat(search(GoodCalls.search(city)).status()).isEqualTo(200);
        }

        var reply = search(GoodCalls.search(city));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Long.parseLong(reply.header("Retry-After"))).isBetween(1L, 3601L);
        assertThat(city.stores().counters().total(Count.REQUEST_THROTTLED)).isEqualTo(1);
        assertThat(reply.json().path("entryId").asText()).isEqualTo(lastSearch().entryId());
    }

    @Test
    void rowsThatDoNotFitAreOnTheNextPageWhichIsAnEntryOfItsOwn() {
        for (var i = 0; i < 120; i++) {
            var read = ARead.of(
                    "01KPAGE00000000000000%05d".formatted(i),
                    EdgeCity.PLATE,
                    city.now().minusSeconds(5000 - i));
            city.stores().frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        }
        var first = search(GoodCalls.search(city));
        var token = first.json().path("nextPage").asText();
        var next = GoodCalls.search(city).replaceFirst("\\{", "{\"pageToken\":\"" + token + "\",");

        var second = search(next);
        var foreign = search(next.replace(EdgeCity.PLATE, "4TST002"));

        assertThat(first.json().path("rows")).hasSize(100);
        assertThat(second.json().path("rows")).hasSize(21);
        assertThat(second.json().path("nextPage").isNull()).isTrue();
        assertThat(second.json().path("entryId").asText())
                .isNotEqualTo(first.json().path("entryId").asText());
        assertThat(foreign.status()).isEqualTo(422);
    }

    @Test
    void aSearchByDescriptionSaysWhatAColourIsWorthAndHowManyWereNotTold() {
        store(atTheCamera("01KTEST0000000000000000007"));
        store(atTheCamera("01KTEST0000000000000000008").withColour(VehicleColour.Name.RED));

        var described = city.asOperator(
                Call.post("/v1/camera-searches", GoodCalls.cameraSearch(city, "\"vehicle\":{\"colours\":[\"red\"]},")));

        assertThat(described.json().path("reads")).hasSize(1);
        assertThat(described.json().at("/reads/0/colour/name").asText()).isEqualTo("red");
        assertThat(described.json().at("/reads/0/colour/confidence").asDouble()).isEqualTo(0.8);
        assertThat(described.json().at("/described/looked").asInt()).isEqualTo(2);
        assertThat(described.json().at("/described/colourUntold").asInt()).isEqualTo(1);
        assertThat(described.json().at("/described/notice").asText()).contains("a lead only", "proves nothing");
        assertThat(described.body()).doesNotContain("9TST001", "\"plate\"");
    }

    private ARead atTheCamera(String uploadId) {
        return ARead.of(uploadId, "9TST001", city.read().capturedAt()).withCamera(EdgeCity.CAMERA);
    }

    private void store(ARead read) {
        city.stores().frames().store(read.frame(List.of()), List.of(read.build()), List.of());
    }

    @Test
    void aSearchByCameraAloneAnswersEveryReadAndSaysNothingOfADescription() {
        store(atTheCamera("01KTEST0000000000000000007"));

        var reply = city.asOperator(Call.post("/v1/camera-searches", GoodCalls.cameraSearch(city)));

        assertThat(reply.json().path("reads")).hasSize(1);
        assertThat(reply.json().at("/reads/0/colour").isNull()).isTrue();
        assertThat(reply.json().path("described").isNull()).isTrue();
    }

    @Test
    void aPartialSearchWaitsForItsSecondPersonAndIsAnsweredOnce() {
        var asked = city.asOperator(Call.post("/v1/search-requests", GoodCalls.searchRequest(city)));
        var requestId = asked.json().path("requestId").asText();
        var search = Call.post("/v1/partial-searches", GoodCalls.partialSearch(city, requestId));

        var early = city.asOperator(search);
        var byTheAsker = city.asOperator(GoodCalls.searchApproval(requestId, "program-manager"));
        var listed = city.asManager(Call.get("/v1/search-requests"));
        var allowed = city.asManager(GoodCalls.searchApproval(requestId, "program-manager"));
        var answered = city.asOperator(search);
        var again = city.asOperator(search);

        assertThat(asked.status()).isEqualTo(201);
        assertThat(early.status()).isEqualTo(409);
        assertThat(byTheAsker.status()).isEqualTo(403);
        assertThat(listed.json().path("requests").findValuesAsText("requestId")).contains(requestId);
        assertThat(listed.json().path("requests").toString()).contains("3PS?0*");
        assertThat(allowed.json().path("state").asText()).isEqualTo("approved");
        assertThat(answered.json().path("rows").findValuesAsText("plate")).contains(EdgeCity.PLATE);
        assertThat(answered.json().at("/rows/0/match").asText()).isEqualTo("wildcard");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().toString()).doesNotContain("3PS");
    }

    @Test
    void aReadsPictureNeedsAPurposeOfItsOwn() {
        var path = "/v1/read-pictures/" + EdgeCity.UPLOAD + "-1/vehicle";

        var without = city.asOperator(Call.post(path, "{\"purpose\":{}}"));
        var with = city.asOperator(Call.post(path, "{\"purpose\":" + GoodCalls.PURPOSE + "}"));

        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().has("entryId")).isTrue();
        assertThat(with.status()).isEqualTo(200);
        assertThat(new String(Base64.getDecoder().decode(with.body()), StandardCharsets.ISO_8859_1))
                .contains("entry=" + with.header("Passby-Entry"));
    }

    @Test
    void aReadThatIsNotThereHasNoPicture() {
        var body = "{\"purpose\":" + GoodCalls.PURPOSE + "}";

        assertThat(city.asOperator(Call.post("/v1/read-pictures/none/plate", body))
                        .status())
                .isEqualTo(404);
        assertThat(city.asOperator(Call.post("/v1/read-pictures/" + EdgeCity.UPLOAD + "-2/plate", body))
                        .status())
                .isEqualTo(404);
        assertThat(city.asOperator(Call.post("/v1/read-pictures/" + EdgeCity.UPLOAD + "-1/frame", body))
                        .status())
                .isEqualTo(404);
    }

    private Reply search(String json) {
        return city.asOperator(Call.post("/v1/searches", json));
    }

    private Entry lastSearch() {
        return city.stores().ledger().entries(EntryType.SEARCH).getLast();
    }
}
