package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.person;

import java.time.Duration;
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
    private final MarkPlates markPlates = new MarkPlates(
            TestAuthorizer.open(city.city, city.log.clock),
            city.marked,
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
}
