package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.plate.Plate;
import passby.core.request.Result;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class MarkPlatesTest {
    private final WatchedCity city = new WatchedCity();
    private final InMemoryDecoyReads decoys = new InMemoryDecoyReads(city.city.ledger(), city.marked);
    private final MarkPlates markPlates = new MarkPlates(
            TestAuthorizer.open(city.city, city.log.clock),
            city.marked,
            decoys,
            city.city.cameras(),
            () -> TestData.CITY_KEY,
            city.keys,
            city.city.entropy(),
            city.log.clock);
    private final Caller auditor = TestData.caller(person("auditor-quist", Role.AUDITOR));
    private final Caller officer = TestData.officer("officer-yang");

    private static Form until(Duration after) {
        return new Form(Map.of("until", TestData.NOW.plus(after).toString()));
    }

    private static Form plate(String plate) {
        return new Form(Map.of(
                "plate", plate, "until", TestData.NOW.plus(Duration.ofDays(300)).toString()));
    }

    private MarkPlates.Decoy decoy() {
        var result = markPlates.decoy(auditor, until(Duration.ofDays(90)));
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done<MarkPlates.Decoy>) result).value();
    }

    @Test
    void decoysDifferFoldToThemselvesAndHaveASeriesThatNobodyIssues() {
        var one = decoy().plate();
        var other = decoy().plate();

        assertThat(one).isNotEqualTo(other);
        for (var plate : List.of(one, other)) {
            assertThat(plate.fold()).isEqualTo(plate.raw());
            assertThat(plate.raw()).matches("[3479]{2}[A-Z]{4}[3479]{2}");
        }
    }

    @Test
    void theCityKeepsTheKeyOfADecoyAndNoEntryTellsIt() {
        var decoy = decoy();

        assertThat(city.marked.of(MarkedPlates.DECOY, TestData.NOW))
                .containsExactly(TestData.CITY_KEY.plateKey(decoy.plate()));
        assertThat(city.city
                        .ledger()
                        .entries(EntryType.DECOY_PLACED)
                        .getFirst()
                        .openings()
                        .values())
                .noneMatch(opening -> opening.value().contains(decoy.plate().raw()));
        assertThat(decoy.toString()).doesNotContain(decoy.plate().raw());
    }

    @Test
    void anOfficersOwnPlateIsKeptAsAKeyUnderTheirs() {
        assertThat(markPlates.own(officer, plate("7TST123"))).isInstanceOf(Result.Done.class);

        assertThat(city.marked.of(city.keys.person("officer-yang"), TestData.NOW))
                .containsExactly(TestData.CITY_KEY.plateKey(new Plate("7TST123")));
        assertThat(city.city
                        .ledger()
                        .entries(EntryType.OWN_PLATE_REGISTERED)
                        .getFirst()
                        .openings()
                        .values())
                .noneMatch(opening -> opening.value().contains("7TST123"));
    }

    @Test
    void badInputIsRefused() {
        assertThat(markPlates.own(officer, plate("not a plate!"))).isInstanceOf(Result.Refused.class);
        assertThat(markPlates.own(officer, new Form(Map.of("plate", "7TST123"))))
                .isInstanceOf(Result.Refused.class);
        assertThat(markPlates.decoy(auditor, until(Duration.ZERO))).isInstanceOf(Result.Refused.class);
        assertThat(markPlates.decoy(auditor, until(Duration.ofDays(400)))).isInstanceOf(Result.Refused.class);
    }

    private static Form among(String cameraId, Instant seenAt) {
        return new Form(Map.of(
                "until", TestData.NOW.plus(Duration.ofDays(90)).toString(),
                "read", Map.of("cameraId", cameraId, "seenAt", seenAt.toString())));
    }

    @Test
    void aDecoyAmongTheReadsStandsAtItsCameraWithinItsMinuteUntilAReadWouldBeGone() {
        city.city.cameras().put(TestData.camera("cam-elm"));
        var seenAt = TestData.NOW.minus(Duration.ofHours(1));

        var decoy = ((Result.Done<MarkPlates.Decoy>) markPlates.decoy(auditor, among("cam-elm", seenAt))).value();

        var kept = city.city.policyDocuments().current().nonHitRetention().duration();
        var stored = decoys.live(TestData.NOW).getFirst();
        assertThat(stored.readId()).isEqualTo(decoy.readId());
        assertThat(stored.cameraId()).isEqualTo("cam-elm");
        assertThat(stored.seenAt()).isBetween(seenAt, seenAt.plus(Duration.ofMinutes(1)));
        assertThat(stored.until()).isEqualTo(stored.seenAt().plus(kept));
        assertThat(stored.plate(TestData.CITY_KEY)).isEqualTo(decoy.plate());
        assertThat(city.marked.of(MarkedPlates.DECOY, TestData.NOW))
                .containsExactly(TestData.CITY_KEY.plateKey(decoy.plate()));
    }

    @Test
    void aDecoyStandsWhereACameraWasAndWhereReadsAreKept() {
        city.city.cameras().put(TestData.camera("cam-elm"));

        assertThat(markPlates.decoy(auditor, among("cam-nowhere", TestData.NOW.minus(Duration.ofHours(1)))))
                .isInstanceOf(Result.Refused.class);
        assertThat(markPlates.decoy(auditor, among("cam-elm", TestData.NOW))).isInstanceOf(Result.Refused.class);
        assertThat(markPlates.decoy(auditor, among("cam-elm", TestData.NOW.minus(Duration.ofDays(400)))))
                .isInstanceOf(Result.Refused.class);
    }
}
