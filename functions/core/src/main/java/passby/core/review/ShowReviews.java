package passby.core.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.disclosure.Week;

/** What everybody may know of the reviews: which weeks had one, which had none in time, and how to draw each sample again. */
public final class ShowReviews {
    /** A year. */
    private static final int WEEKS = 52;

    private final Reviews reviews;
    private final Clock clock;

    public ShowReviews(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Those of a year that somebody stepped, or that were missed; the newest first. */
    public List<WeeklyReview> lately() {
        return Stream.iterate(Week.of(clock.instant()), Week::previous)
                .limit(WEEKS)
                .flatMap(week -> reviews.find(week).stream())
                .toList();
    }

    /** Empty for a text that names no week, and for one without a review. */
    public Optional<WeeklyReview> of(String week) {
        return Week.parse(week).flatMap(reviews::find);
    }
}
