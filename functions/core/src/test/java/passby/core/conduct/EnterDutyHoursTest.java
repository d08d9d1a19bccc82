package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.person;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class EnterDutyHoursTest {
    private final WatchedCity city = new WatchedCity();
    private final EnterDutyHours enter = new EnterDutyHours(
            TestAuthorizer.open(city.city, city.log.clock), city.city.people(), city.duties, city.log.clock);
    private final Caller manager = TestData.caller(person("manager-okafor", Role.PROGRAM_MANAGER));

    @BeforeEach
    void peopleAreThere() {
        city.city.people().put(person("officer-yang", Role.OPERATOR));
    }

    private static Map<String, Object> night() {
        return new HashMap<>(Map.of(
                "personId",
                "officer-yang",
                "timeZone",
                "America/Chicago",
                "weekly",
                List.of(Map.of("day", "saturday", "from", "22:00", "hours", BigDecimal.TEN)),
                "until",
                TestData.NOW.plus(Duration.ofDays(300)).toString()));
    }

    private Result<DutyHours> enter(Map<String, Object> body) {
        return enter.handle(manager, new Form(body));
    }

    private Refusal refusal(Map<String, Object> body) {
        var result = enter(body);
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<DutyHours>) result).refusal();
    }

    @Test
    void aShiftCountsInItsOwnTimeZoneAcrossMidnightWithAnHourBeforeAndAfter() {
        assertThat(enter(night())).isInstanceOf(Result.Done.class);

        // Saturday 22:00 to Sunday 08:00 in Chicago, in summer, is 03:00 to 13:00 UTC on Sunday 11 May 2036.
        var hours = city.duties.find("officer-yang").orElseThrow();
        assertThat(hours.covers(Instant.parse("2036-05-11T02:00:00Z"))).isTrue();
        assertThat(hours.covers(Instant.parse("2036-05-11T13:59:59Z"))).isTrue();
        assertThat(hours.covers(Instant.parse("2036-05-11T01:59:59Z"))).isFalse();
        assertThat(hours.covers(Instant.parse("2036-05-11T14:00:00Z"))).isFalse();
        assertThat(hours.covers(Instant.parse("2036-05-10T05:00:00Z"))).isFalse();
    }

    @Test
    void aSwapCountsBesideTheWeeklyShifts() {
        var body = night();
        body.put("extra", List.of(Map.of("from", "2036-05-13T14:00:00.000Z", "to", "2036-05-13T22:00:00.000Z")));

        enter(body);

        var hours = city.duties.find("officer-yang").orElseThrow();
        assertThat(hours.covers(Instant.parse("2036-05-13T20:00:00Z"))).isTrue();
        assertThat(hours.covers(Instant.parse("2036-05-14T20:00:00Z"))).isFalse();
    }

    private static final Instant SUNDAY = Instant.parse("2036-05-11T05:00:00Z");

    private Result<DutyHours> swap(String personId, String takenBy) {
        return enter.swap(
                manager,
                new Form(Map.of(
                        "personId",
                        personId,
                        "takenBy",
                        takenBy,
                        "from",
                        "2036-05-11T03:00:00.000Z",
                        "to",
                        "2036-05-11T13:00:00.000Z")));
    }

    private void bothHaveHours() {
        city.city.people().put(person("officer-ruiz", Role.OPERATOR));
        enter(night());
        var days = night();
        days.put("personId", "officer-ruiz");
        days.put("weekly", List.of(Map.of("day", "monday", "from", "07:00", "hours", BigDecimal.TEN)));
        enter(days);
    }

    @Test
    void aSwappedShiftIsAnothersOnItsDateAndOnNoOther() {
        bothHaveHours();

        assertThat(swap("officer-yang", "officer-ruiz")).isInstanceOf(Result.Done.class);

        var yang = city.duties.find("officer-yang").orElseThrow();
        var ruiz = city.duties.find("officer-ruiz").orElseThrow();
        assertThat(yang.knownAt(SUNDAY)).contains(false);
        assertThat(ruiz.knownAt(SUNDAY)).contains(true);
        assertThat(yang.knownAt(SUNDAY.plus(Duration.ofDays(7)))).contains(true);
        assertThat(ruiz.knownAt(SUNDAY.plus(Duration.ofDays(7)))).contains(false);
        assertThat(yang.knownAt(yang.until())).isEmpty();
    }

    @Test
    void aSwapNeedsTheHoursOfBothAndTwoPeopleOfWhomNoneEntersIt() {
        enter(night());

        assertThat(swap("officer-yang", "officer-ruiz"))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.NotFound()));
        assertThat(swap("officer-yang", "manager-okafor"))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isEqualTo(new Refusal.Unmet(Requirement.ANOTHER_PERSON)));
        assertThat(swap("officer-yang", "officer-yang"))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class));
    }

    @Test
    void onlySoManyChangesAreRememberedAndOldOnesAreForgotten() {
        bothHaveHours();
        for (var i = 0; i < DutyHours.MOST_EXTRA; i++) {
            assertThat(swap("officer-yang", "officer-ruiz")).isInstanceOf(Result.Done.class);
        }
        assertThat(swap("officer-yang", "officer-ruiz"))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Conflict.class));

        city.log.clock.advance(Duration.ofDays(150));

        assertThat(swap("officer-yang", "officer-ruiz")).isInstanceOf(Result.Done.class);
        assertThat(city.duties.find("officer-ruiz").orElseThrow().extra()).hasSize(1);
    }

    @Test
    void nobodyEntersTheirOwnHours() {
        var body = night();
        body.put("personId", "manager-okafor");

        assertThat(refusal(body)).isEqualTo(new Refusal.Unmet(Requirement.ANOTHER_PERSON));
    }

    @Test
    void hoursOfNobodyAreNotFound() {
        var body = night();
        body.put("personId", "officer-nobody");

        assertThat(refusal(body)).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void badHoursAreRefusedWithAllThatIsWrong() {
        var body = night();
        body.put("timeZone", "Springfield");
        body.put("weekly", List.of(Map.of("day", "someday", "from", "25:00", "hours", BigDecimal.valueOf(25))));
        body.put("extra", List.of(Map.of("from", "2036-05-13T22:00:00.000Z", "to", "2036-05-13T14:00:00.000Z")));
        body.put("until", TestData.NOW.toString());

        assertThat(refusal(body))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        invalid -> assertThat(invalid.problems()).hasSize(6));
    }
}
