package passby.aws.testing;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import passby.aws.conduct.ConductActions;
import passby.aws.conduct.DutyActions;
import passby.core.conduct.ConductKeys;
import passby.core.conduct.ConductReview;
import passby.core.conduct.ConductReviews;
import passby.core.conduct.DutyHours;
import passby.core.conduct.EnterDutyHours;
import passby.core.conduct.InMemoryConductReviews;
import passby.core.conduct.InMemoryDecoyReads;
import passby.core.conduct.InMemoryDuties;
import passby.core.conduct.InMemoryMarkedPlates;
import passby.core.conduct.MarkPlates;
import passby.core.conduct.ReviewConduct;
import passby.core.conduct.Signal;
import passby.core.ledger.EntryType;
import passby.core.request.Authorizer;
import passby.core.testing.InMemoryCity;
import passby.core.testing.TestData;

/** What {@link EdgeCity} asks about somebody's conduct: one question, about a shared account. */
final class EdgeConduct {
    /** An operator whose hours are entered too. */
    static final String PARTNER = "officer-ruiz";

    static final String REVIEW = "01KTEST0000000000000000010";

    private final InMemoryCity stores;
    private final Clock clock;
    private final InMemoryConductReviews reviews;

    EdgeConduct(InMemoryCity stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
        this.reviews = new InMemoryConductReviews(stores.ledger());
        reviews.put(review());
    }

    /** Open: of an account that several people seem to share. */
    static ConductReview review() {
        return new ConductReview(
                REVIEW,
                "officer-yang",
                List.of(new Signal(
                        Signal.Kind.SHARED_ACCOUNT,
                        "",
                        3,
                        TestData.NOW,
                        List.of(TestData.entry(EntryType.SEARCH).entryId()))),
                TestData.NOW,
                TestData.NOW.plus(Duration.ofDays(14)),
                null,
                TestData.NOW.plus(ConductReviews.KEPT),
                1);
    }

    ConductActions actions(Authorizer authorizer) {
        return new ConductActions(new ReviewConduct(authorizer, reviews, clock), markPlates(authorizer));
    }

    static List<DutyHours> dutyHours(Instant now) {
        return Stream.of(EdgeCity.OPERATOR, PARTNER)
                .map(personId -> new DutyHours(
                        personId,
                        ZoneOffset.UTC,
                        List.of(new DutyHours.Shift(DayOfWeek.MONDAY, LocalTime.NOON, Duration.ofHours(8))),
                        List.of(),
                        now.plus(Duration.ofDays(90))))
                .toList();
    }

    DutyActions duties(Authorizer authorizer) {
        var duties = new InMemoryDuties(stores.ledger());
        dutyHours(clock.instant()).forEach(duties::put);
        return new DutyActions(new EnterDutyHours(authorizer, stores.people(), duties, clock));
    }

    private MarkPlates markPlates(Authorizer authorizer) {
        var marked = new InMemoryMarkedPlates(stores.ledger());
        return new MarkPlates(
                authorizer,
                marked,
                new InMemoryDecoyReads(stores.ledger(), marked),
                stores.cameras(),
                () -> TestData.CITY_KEY,
                new ConductKeys(() -> TestData.CITY_KEY),
                stores.entropy(),
                clock);
    }
}
