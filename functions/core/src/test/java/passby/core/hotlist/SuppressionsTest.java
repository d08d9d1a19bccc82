package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.CITY_KEY;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.recognition.PlateReading;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** "Not me": from the request of somebody who keeps being stopped to the reads that make no hit any more. */
final class SuppressionsTest {
    private static final Caller ZHOU = TestData.caller(TestData.person("records-zhou", Role.RECORDS_OFFICER));
    private static final String PLATE = "7TST123";

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemorySuppressions suppressions = new InMemorySuppressions(city.ledger());
    private final ManageSuppressions manage = new ManageSuppressions(
            TestAuthorizer.open(city, clock), suppressions, new Ulids(clock, city.entropy()), clock);
    private final MatchHotLists match = new MatchHotLists(
            city.hotLists(),
            new CachedOpenEntries(city.hotLists(), clock),
            new CachedSuppressions(suppressions, clock),
            () -> CITY_KEY);

    SuppressionsTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_30));
        city.people().put(ZHOU.person());
    }

    private void listed(String source, String plate) {
        city.hotLists()
                .put(AHotListEntry.of(source + plate, plate)
                        .withSource(source)
                        .withApprovedBy(source)
                        .build());
    }

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of(
                "plate", PLATE,
                "state", "CA",
                "source", "ncic",
                "reason", "Recovered in May; the record was not cleared",
                "caseNumber", "26-004711",
                "expires", NOW.plus(Duration.ofDays(30)).toString()));
    }

    private Suppression suppressed() {
        return Results.value(manage.suppress(ZHOU, new Form(body())));
    }

    private List<String> matched(PlateReading reading) {
        return match.handle(reading, TestData.policy(NonHitRetention.DAYS_30), clock.instant()).values().stream()
                .flatMap(List::stream)
                .map(found -> found.entry().source())
                .toList();
    }

    @Test
    void aSuppressedPlateMakesNoHitWithThatListAndAllOthersAlert() {
        listed("ncic", PLATE);
        listed("state", PLATE);
        listed(HotListEntry.CUSTOM, PLATE);
        suppressed();

        assertThat(matched(reading(PLATE, CALIFORNIA))).containsExactlyInAnyOrder("state", HotListEntry.CUSTOM);
    }

    @Test
    void aPlateOfAnotherStateOrThatOnlyLooksAlikeAlertsAsBefore() {
        listed("ncic", PLATE);
        suppressed();

        assertThat(matched(reading(PLATE, new IssuingState.Issued("NV", new Confidence(0.9)))))
                .containsExactly("ncic");
        assertThat(matched(reading("7TSTI23", CALIFORNIA))).containsExactly("ncic");
        assertThat(matched(reading(PLATE, IssuingState.UNKNOWN))).isEmpty();
    }

    @Test
    void aSuppressionEndsByItselfAndTheListAlertsAgain() {
        listed("ncic", PLATE);
        var brief = body();
        brief.put("expires", NOW.plus(Duration.ofHours(2)).toString());
        Results.value(manage.suppress(ZHOU, new Form(brief)));
        clock.set(NOW.plus(Duration.ofHours(2)).minusMillis(1));
        assertThat(matched(reading(PLATE, CALIFORNIA))).isEmpty();

        clock.set(NOW.plus(Duration.ofHours(2)));

        assertThat(matched(reading(PLATE, CALIFORNIA))).containsExactly("ncic");
    }

    @Test
    void whoEndsItLetsTheListAlertWithinTenSeconds() {
        listed("ncic", PLATE);
        var made = suppressed();
        assertThat(matched(reading(PLATE, CALIFORNIA))).isEmpty();

        Results.value(manage.end(ZHOU, made.suppressionId()));
        clock.advance(Duration.ofSeconds(10));

        assertThat(matched(reading(PLATE, CALIFORNIA))).containsExactly("ncic");
        assertThat(city.ledger().entries(EntryType.SUPPRESSION_ENDED)).hasSize(1);
    }

    @Test
    void itHasItsOwnerAndSaysAWeekBeforeThatItEnds() {
        var made = suppressed();

        assertThat(made.owner()).isEqualTo("records-zhou");
        assertThat(Results.value(manage.list(ZHOU))).containsExactly(made);
        assertThat(made.endsSoon(NOW.plus(Duration.ofDays(23)).minusMillis(1))).isFalse();
        assertThat(made.endsSoon(NOW.plus(Duration.ofDays(23)))).isTrue();
        assertThat(made.endsSoon(made.expires())).isFalse();
    }

    @Test
    void noneLastsLongerThanNinetyDaysOrHasEndedBefore() {
        for (var expires : List.of(NOW, NOW.plus(Suppression.LONGEST).plusMillis(1))) {
            var late = body();
            late.put("expires", expires.toString());

            assertThat(Results.problems(manage.suppress(ZHOU, new Form(late))))
                    .extracting(Problem::field)
                    .containsExactly("expires");
        }
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThat(Results.problems(manage.suppress(ZHOU, new Form(Map.of()))))
                .extracting(Problem::field)
                .contains("plate", "state", "source", "reason", "caseNumber", "expires");
    }

    @Test
    void anEntryOfTheCitysOwnIsWithdrawnAndNotSuppressed() {
        var custom = body();
        custom.put("source", HotListEntry.CUSTOM);

        assertThat(Results.problems(manage.suppress(ZHOU, new Form(custom))))
                .extracting(Problem::field)
                .containsExactly("source");
    }

    @Test
    void itTakesASecondFactorShownJustNow() {
        clock.advance(Duration.ofHours(1));

        assertThat(manage.suppress(ZHOU, new Form(body()))).isInstanceOf(Result.Refused.class);
        assertThat(suppressions.live(clock.instant())).isEmpty();
    }

    @Test
    void oneThatIsNotThereIsNotEnded() {
        assertThat(manage.end(ZHOU, "none")).isInstanceOf(Result.Refused.class);
    }

    @Test
    void whenTheyCannotBeReadTheLastCopyIsUsedAndWithoutOneTheReadGoesBack() {
        var broken = new CachedSuppressions(new Unreadable(), clock);

        assertThatThrownBy(broken::current).isInstanceOf(IllegalStateException.class);
    }

    /** A store out of reach. */
    private static final class Unreadable implements Suppressions {
        @Override
        public List<Suppression> live(Instant now) {
            throw new IllegalStateException("out of reach");
        }

        @Override
        public Commit add(Suppression suppression, Entry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Commit replace(Suppression before, Suppression after, Entry entry) {
            throw new UnsupportedOperationException();
        }
    }
}
