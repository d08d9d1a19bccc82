package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ReviewConductTest {
    private final WatchedCity city = new WatchedCity();
    private final ReviewConduct reviewConduct =
            new ReviewConduct(TestAuthorizer.open(city.city, city.log.clock), city.reviews, city.log.clock);
    private final Caller auditor = TestData.caller(person("auditor-quist", Role.AUDITOR));
    private final Caller manager = TestData.caller(person("manager-okafor", Role.PROGRAM_MANAGER));

    @BeforeEach
    void aReviewIsOpen() {
        review("01A", "officer-yang", Signal.Kind.REPEATED_TARGET);
    }

    private void review(String id, String personId, Signal.Kind... kinds) {
        city.reviews.put(ConductReview.opened(
                id,
                personId,
                List.of(kinds).stream()
                        .map(kind -> new Signal(kind, "", 5, TestData.NOW, List.of("e1")))
                        .toList(),
                TestData.NOW));
    }

    private static Form finding(String of, String narrative) {
        return new Form(Map.of("class", of, "narrative", narrative));
    }

    private static Form stalking() {
        return finding("stalking", "Both plates belong to people whom the officer knows.");
    }

    private static Refusal refusal(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<?>) result).refusal();
    }

    private List<String> seenBy(Caller caller) {
        var result = reviewConduct.list(caller);
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done<List<ConductReview>>) result)
                .value().stream().map(ConductReview::reviewId).toList();
    }

    @Test
    void anAuditorFilesWhatWasFound() {
        var closed = reviewConduct.close(auditor, "01A", stalking());

        assertThat(closed).isInstanceOf(Result.Done.class);
        var finding = city.reviews.find("01A").orElseThrow().finding();
        assertThat(finding)
                .isEqualTo(new ConductReview.Finding(
                        ConductReview.FindingClass.STALKING,
                        "Both plates belong to people whom the officer knows.",
                        "auditor-quist",
                        TestData.NOW));
        var entry = city.city.ledger().entries(EntryType.CONDUCT_REVIEW_CLOSED).getFirst();
        assertThat(entry.openings().values())
                .noneMatch(opening -> opening.value().contains("whom the officer knows"));
    }

    @Test
    void whoeverIsLookedAtNeitherSeesNorClosesIt() {
        review("01B", "auditor-quist", Signal.Kind.DECOY);

        assertThat(seenBy(auditor)).containsExactly("01A");
        assertThat(refusal(reviewConduct.close(auditor, "01B", stalking()))).isEqualTo(new Refusal.NotFound());
        assertThat(city.reviews.find("01B").orElseThrow().isOpen()).isTrue();
    }

    @Test
    void theProgramManagerSeesOnlyThatAnAccountMayBeShared() {
        review("01B", "officer-ruiz", Signal.Kind.SHARED_ACCOUNT);
        review("01C", "officer-ruiz", Signal.Kind.SHARED_ACCOUNT, Signal.Kind.OFF_DUTY);

        assertThat(seenBy(manager)).containsExactly("01B");
        assertThat(seenBy(auditor)).containsExactly("01C", "01B", "01A");
    }

    @Test
    void aReviewIsClosedOnce() {
        reviewConduct.close(auditor, "01A", stalking());

        assertThat(refusal(reviewConduct.close(auditor, "01A", stalking()))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aFindingNeedsAFreshSecondFactor() {
        city.advance(Duration.ofMinutes(5));

        assertThat(refusal(reviewConduct.close(auditor, "01A", stalking())))
                .isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
    }

    @Test
    void aFindingHasAClassAndANarrative() {
        for (var bad : List.of(
                finding("misuse", "Both plates belong to people whom the officer knows."),
                finding("stalking", "nothing"),
                finding("stalking", "x".repeat(2001)),
                new Form(Map.of()))) {
            assertThat(refusal(reviewConduct.close(auditor, "01A", bad))).isInstanceOf(Refusal.Invalid.class);
        }
        assertThat(city.reviews.find("01A").orElseThrow().isOpen()).isTrue();
    }

    @Test
    void aReviewThatIsNotThereAndOneWhoseTimeIsOverAreNotFound() {
        assertThat(refusal(reviewConduct.close(auditor, "01Z", stalking()))).isEqualTo(new Refusal.NotFound());

        city.advance(ConductReviews.KEPT);

        assertThat(refusal(reviewConduct.close(auditor, "01A", stalking()))).isEqualTo(new Refusal.NotFound());
        assertThat(seenBy(auditor)).isEmpty();
    }

    @Test
    void everyLookIsEntered() {
        reviewConduct.list(auditor);

        var entry = city.city.ledger().entries(EntryType.CONDUCT_REVIEWS_VIEWED).getFirst();
        assertThat(entry.openings().get(Field.RESULT_COUNT))
                .isNotNull()
                .satisfies(opening -> assertThat(opening.value()).isEqualTo("1"));
    }
}
