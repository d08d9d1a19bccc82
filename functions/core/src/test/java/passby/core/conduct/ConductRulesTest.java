package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static passby.core.conduct.ADay.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.core.conduct.Act.Kind;

final class ConductRulesTest {
    private final ADay city = new ADay();

    private static DutyHours everyDay(int from, int hours) {
        return new DutyHours(
                "yang",
                ZoneOffset.UTC,
                Stream.of(DayOfWeek.values())
                        .map(day -> new DutyHours.Shift(day, LocalTime.of(from, 0), Duration.ofHours(hours)))
                        .toList(),
                List.of(new DutyHours.Extra(at(20, 2), at(20, 4))),
                at(90, 0));
    }

    private void fill(int day, int searches) {
        for (var i = 0; i < searches; i++) {
            city.search("yang", "other-" + day + "-" + i, "case-" + day, at(day, 9 + i * 0.4));
        }
    }

    @Test
    void theFifthSearchOfAPlateThatNobodyElseKnowsTheReasonOfRaisesIt() {
        for (var i = 0; i < 4; i++) {
            city.search("yang", "ex", "case-1", at(2 * i, 10));
        }
        fill(0, 8);
        assertThat(city.kinds("yang", at(6, 11))).isEmpty();

        city.search("yang", "ex", "case-1", at(8, 10));

        assertThat(city.signals("yang", at(8, 11)))
                .extracting(Signal::kind, Signal::about, Signal::count)
                .containsExactly(tuple(Signal.Kind.REPEATED_TARGET, "ex", 5));
    }

    @Test
    void fiveSearchesOfOneMorningAreOneMatter() {
        for (var i = 0; i < 9; i++) {
            city.search("yang", "ex", "case-1", at(0, 10 + i * 0.1));
        }

        assertThat(city.kinds("yang", at(1, 0))).isEmpty();
    }

    @Test
    void aPlateThatAPartnerSeeksForTheSameCaseIsExplained() {
        for (var i = 0; i < 30; i++) {
            city.search("yang", "stolen", "case-1", at(i, 10));
        }
        city.search("ruiz", "stolen", "case-1", at(1, 10));

        assertThat(city.kinds("yang", at(30, 0))).isEmpty();
    }

    @Test
    void aBorrowedCaseNumberExplainsNothing() {
        for (var i = 0; i < 5; i++) {
            city.search("yang", "ex", "case-of-ruiz", at(i, 10));
        }
        city.search("ruiz", "stolen", "case-of-ruiz", at(1, 10)).search("ruiz", "ex", "another", at(2, 10));

        assertThat(city.kinds("yang", at(5, 0))).contains(Signal.Kind.REPEATED_TARGET);
    }

    @Test
    void rowsOpenedAndListEntriesAndTheirHitsCountAsSearchesDo() {
        city.act(Kind.LIST_ENTRY, "yang", "ex", "case-1", at(0, 10))
                .act(Kind.HIT_VIEW, "yang", "ex", "case-1", at(1, 10))
                .act(Kind.HIT_VIEW, "yang", "ex", "case-1", at(2, 10))
                .act(Kind.VIEW, "yang", "ex", "case-1", at(3, 10))
                .act(Kind.HIT_VIEW, "yang", "ex", "case-1", at(4, 10));

        assertThat(city.kinds("yang", at(5, 0))).contains(Signal.Kind.REPEATED_TARGET);
    }

    @Test
    void hitsOfListsThatOthersMadeAreDailyWork() {
        for (var i = 0; i < 20; i++) {
            city.act(Kind.HIT_VIEW, "yang", "stolen", "case-1", at(i, 10));
        }

        assertThat(city.kinds("yang", at(20, 0))).isEmpty();
    }

    @Test
    void theSameCamerasAreLookedThroughTenTimesBeforeItIsAsked() {
        for (var i = 0; i < 9; i++) {
            city.act(Kind.CAMERA_SEARCH, "yang", "her street", "case-" + i, at(i, 10));
        }
        assertThat(city.kinds("yang", at(9, 0))).isEmpty();

        city.act(Kind.CAMERA_SEARCH, "yang", "her street", "case-9", at(9, 10));

        assertThat(city.kinds("yang", at(10, 0))).containsExactly(Signal.Kind.REPEATED_TARGET);
    }

    @Test
    void twoPlatesThatAreHalfOfTheWorkAreAskedAboutAtTheFifthSearchOfBoth() {
        fill(0, 4);
        city.search("yang", "a", "case-1", at(1, 10)).search("yang", "b", "case-1", at(1, 11));
        city.search("yang", "a", "case-1", at(1, 12)).search("yang", "b", "case-1", at(2, 10));
        assertThat(city.kinds("yang", at(2, 11))).isEmpty();

        city.search("yang", "a", "case-1", at(2, 12));

        assertThat(city.kinds("yang", at(3, 0))).containsExactly(Signal.Kind.FEW_TARGETS);
    }

    @Test
    void threeNightsOutsideTheEnteredHoursAreAskedAbout() {
        city.onDuty(everyDay(8, 10));
        city.search("yang", "n1", "case-1", at(3, 2)).search("yang", "n2", "case-1", at(6, 2));
        assertThat(city.kinds("yang", at(7, 0))).isEmpty();

        city.search("yang", "n3", "case-1", at(8, 23));

        assertThat(city.kinds("yang", at(9, 0))).containsExactly(Signal.Kind.OFF_DUTY);
    }

    @Test
    void aSwapThatTheProgramManagerEnteredIsDuty() {
        city.onDuty(everyDay(8, 10));
        city.search("yang", "n1", "case-1", at(3, 2)).search("yang", "n2", "case-1", at(6, 2));

        city.search("yang", "n3", "case-1", at(20, 2.5));

        assertThat(city.kinds("yang", at(21, 0))).isEmpty();
    }

    @Test
    void nightsThatAPartnerExplainsAreNotAskedAbout() {
        city.onDuty(everyDay(8, 10));
        for (var day : List.of(3, 6, 8)) {
            city.search("yang", "n" + day, "case-1", at(day, 2)).search("ruiz", "n" + day, "case-1", at(day, 3));
        }

        assertThat(city.kinds("yang", at(9, 0))).isEmpty();
    }

    @Test
    void whereNoHoursAreEnteredTheUsualOnesCount() {
        for (var day = 0; day < 20; day++) {
            fill(day, 5);
        }
        for (var day : List.of(11, 13, 15, 17, 19)) {
            city.search("yang", "n" + day, "case-1", at(day, 2));
        }
        assertThat(city.kinds("yang", at(18, 0))).doesNotContain(Signal.Kind.OFF_DUTY);

        assertThat(city.kinds("yang", at(20, 0))).contains(Signal.Kind.OFF_DUTY);
    }

    @Test
    void aProhibitedPurposeThatComesBackInOtherWordsIsAskedAbout() {
        city.act(Kind.SEARCH, "yang", "ex", "case-1", at(0, 10), Map.of("refused", "", "prohibited", ""));
        assertThat(city.kinds("yang", at(0, 11))).isEmpty();

        city.search("yang", "ex", "case-2", at(3, 10));

        assertThat(city.kinds("yang", at(4, 0))).containsExactly(Signal.Kind.AFTER_REFUSAL);
    }

    @Test
    void aVagueReasonThatIsWrittenAgainIsNot() {
        city.act(Kind.SEARCH, "yang", "ex", "case-1", at(0, 10), Map.of("refused", ""))
                .search("yang", "ex", "case-1", at(0, 10.1));

        assertThat(city.kinds("yang", at(1, 0))).isEmpty();
    }

    @Test
    void aPlateThatWasRejectedAndThenSearchedTwiceIsAskedAbout() {
        city.act(Kind.HIT_REJECTED, "yang", "her", "case-1", at(0, 10)).search("yang", "her", "case-1", at(1, 10));
        assertThat(city.kinds("yang", at(2, 0))).isEmpty();

        city.search("yang", "her", "case-1", at(2, 10));

        assertThat(city.kinds("yang", at(3, 0))).containsExactly(Signal.Kind.AFTER_REFUSAL);
    }

    @Test
    void aPlateOfOnesOwnAndADecoyAreAskedAboutAtOnce() {
        city.search("yang", "mine", "case-1", at(0, 10))
                .act(Kind.SEARCH, "yang", "decoy", "case-1", at(0, 11), Map.of("refused", ""));

        assertThat(city.signals("yang", at(1, 0), Set.of("mine"), Set.of("decoy")))
                .extracting(Signal::kind)
                .containsExactlyInAnyOrder(Signal.Kind.OWN_PLATE, Signal.Kind.DECOY);
    }

    @Test
    void attemptsToSearchWithoutTheRightToAreAskedAboutAtTheThird() {
        for (var day = 0; day < 2; day++) {
            city.act(Kind.DENIED, "chief", "", "", at(day, 23), Map.of("refused", ""));
        }
        assertThat(city.kinds("chief", at(2, 0))).isEmpty();

        city.act(Kind.DENIED, "chief", "", "", at(2, 23), Map.of("refused", ""));

        assertThat(city.kinds("chief", at(3, 0))).containsExactly(Signal.Kind.DENIED_ATTEMPTS);
    }

    @Test
    void twoWhoApproveEachOtherThreeTimesAreAskedAbout() {
        for (var i = 0; i < 3; i++) {
            city.act(Kind.REQUEST, "yang", "r" + i, "", at(i, 10)).act(Kind.DECISION, "ruiz", "r" + i, "", at(i, 11));
        }
        assertThat(city.kinds("ruiz", at(3, 0))).isEmpty();
        for (var i = 3; i < 6; i++) {
            city.act(Kind.REQUEST, "ruiz", "r" + i, "", at(i, 10)).act(Kind.DECISION, "yang", "r" + i, "", at(i, 11));
        }

        assertThat(city.kinds("ruiz", at(6, 0))).containsExactly(Signal.Kind.RECIPROCAL_APPROVAL);
        assertThat(city.kinds("yang", at(6, 0))).containsExactly(Signal.Kind.RECIPROCAL_APPROVAL);
    }

    @Test
    void oneAccountOnTwoDevicesAtOnceIsAskedAboutOnTheThirdDay() {
        for (var day = 0; day < 3; day++) {
            city.search("yang", "a" + day, "case-1", at(day, 10))
                    .act(Kind.SEARCH, "yang", "b" + day, "case-1", at(day, 10.05), Map.of("device", "a desk"))
                    .search("yang", "c" + day, "case-1", at(day, 10.1));
        }

        assertThat(city.kinds("yang", at(2, 1))).isEmpty();
        assertThat(city.kinds("yang", at(3, 0))).containsExactly(Signal.Kind.SHARED_ACCOUNT);
    }

    @Test
    void oneAccountThatNeverSleepsIsAskedAbout() {
        for (var hour = 0; hour < 17; hour++) {
            city.search("yang", "a" + hour, "case-" + hour, at(0, hour + 0.2));
        }
        assertThat(city.kinds("yang", at(0, 17))).isEmpty();

        city.search("yang", "a", "case-1", at(0, 17.2));

        assertThat(city.kinds("yang", at(0, 18))).containsExactly(Signal.Kind.SHARED_ACCOUNT);
    }

    @Test
    void twoCriticalDaysAreAskedAbout() {
        for (var day = 0; day < 20; day++) {
            fill(day, 3);
        }
        fill(20, 18);
        assertThat(city.kinds("yang", at(21, 0))).isEmpty();

        fill(22, 40);

        assertThat(city.kinds("yang", at(23, 0))).containsExactly(Signal.Kind.ANOMALY);
    }
}
