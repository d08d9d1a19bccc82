package passby.core.conduct;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.plate.PlateKey;

/** Judges what one person did lately, and asks for a review of what the rules cannot explain. */
public final class JudgeConduct {
    /** Of whoever opens a review; the entry must not be found under the person that it is about. */
    static final String ACTOR = "watch-conduct";

    private final Acts acts;
    private final ConductReviews reviews;
    private final Duties duties;
    private final MarkedPlates marked;
    private final ConductKeys keys;
    private final EntryFactory entries;
    private final Supplier<String> policyHash;
    private final Ulids ids;
    private final Clock clock;

    /** @param policyHash of the policy in force at each call */
    public JudgeConduct(
            Acts acts,
            ConductReviews reviews,
            Duties duties,
            MarkedPlates marked,
            ConductKeys keys,
            EntryFactory entries,
            Supplier<String> policyHash,
            Ulids ids,
            Clock clock) {
        this.acts = acts;
        this.reviews = reviews;
        this.duties = duties;
        this.marked = marked;
        this.keys = keys;
        this.entries = entries;
        this.policyHash = policyHash;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    enum Verdict {
        NOTHING,
        OPENED,
        /** An open review tells of more. */
        EXTENDED,
        /** A decoy was touched, whether a review was open or not. */
        INCIDENT
    }

    /** @param at until when everything that the person did is known */
    Verdict handle(String personId, Instant at) {
        var before = reviews.all().stream()
                .filter(review -> review.personId().equals(personId))
                .toList();
        var signals = ConductRules.judge(conduct(personId, at), at).stream()
                .filter(signal -> before.stream().noneMatch(review -> review.answers(signal)))
                .toList();
        if (signals.isEmpty()) {
            return Verdict.NOTHING;
        }
        var open = before.stream().filter(ConductReview::isOpen).findFirst();
        ask(open.map(review -> review.with(signals, clock.instant()))
                .orElseGet(() -> ConductReview.opened(ids.next(), personId, signals, clock.instant())));
        if (signals.stream().anyMatch(signal -> signal.kind() == Signal.Kind.DECOY)) {
            return Verdict.INCIDENT;
        }
        return open.isPresent() ? Verdict.EXTENDED : Verdict.OPENED;
    }

    private Conduct conduct(String personId, Instant at) {
        var person = keys.person(personId);
        return new Conduct(
                person,
                acts.of(person, at.minus(Acts.WINDOW)),
                target -> acts.about(target, at.minus(Acts.KEPT)),
                duties.find(personId).orElse(null),
                values(marked.of(person, at)),
                values(marked.of(MarkedPlates.DECOY, at)));
    }

    private static Set<String> values(Set<PlateKey> plates) {
        return plates.stream().map(PlateKey::value).collect(Collectors.toUnmodifiableSet());
    }

    /** A conflict is somebody who closes it at this moment, or another run: the next run looks again. */
    private void ask(ConductReview review) {
        if (reviews.put(review, entry(review)) instanceof Commit.Conflict) {
            throw new IllegalStateException("review " + review.reviewId() + " was changed at the same moment");
        }
    }

    /** It says that somebody is looked at and for what, and not who: whoever reads the ledger may be that person. */
    private Entry entry(ConductReview review) {
        return entries.create(
                review.revision() == 1 ? EntryType.CONDUCT_REVIEW_OPENED : EntryType.CONDUCT_REVIEW_EXTENDED,
                Outcome.DONE,
                policyHash.get(),
                Map.of(
                        Field.ACTOR, ACTOR,
                        Field.SUBJECT, review.reviewId(),
                        Field.REASON, kinds(review.signals())));
    }

    private static String kinds(List<Signal> signals) {
        return signals.stream()
                .map(signal -> signal.kind().code())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
