package passby.core.quality;

import java.util.Optional;
import passby.core.id.Coded;

/** What a person said of a plate that was read. */
public enum Verdict implements Coded {
    HIT_MATCHED(Source.HITS, Weight.READ),
    HIT_MISREAD(Source.HITS, Weight.MISREAD),
    HIT_WRONG_STATE(Source.HITS, Weight.MISREAD),
    HIT_FOLDED_CHARACTER(Source.HITS, Weight.MISREAD),
    /** The plate was read well: the entry was old, the car another one, or something else was wrong. */
    HIT_STALE_ENTRY(Source.HITS, Weight.READ),
    HIT_WRONG_VEHICLE(Source.HITS, Weight.READ),
    HIT_OTHER(Source.HITS, Weight.READ),
    SAMPLE_RIGHT(Source.SAMPLES, Weight.READ),
    SAMPLE_WRONG(Source.SAMPLES, Weight.MISREAD),
    SAMPLE_NOT_A_PLATE(Source.SAMPLES, Weight.MISREAD),
    /** Whoever looked cannot tell either: neither for the reader nor against it. */
    SAMPLE_ILLEGIBLE(Source.SAMPLES, Weight.NONE);

    private enum Weight {
        READ,
        MISREAD,
        NONE
    }

    private final Source source;
    private final Weight weight;

    Verdict(Source source, Weight weight) {
        this.source = source;
        this.weight = weight;
    }

    public Source source() {
        return source;
    }

    public static Optional<Verdict> parse(String code) {
        return Coded.find(values(), code);
    }

    /** What that many of it add to a rate. */
    Rate rate(long amount) {
        return switch (weight) {
            case READ -> new Rate(0, amount);
            case MISREAD -> new Rate(amount, amount);
            case NONE -> Rate.NONE;
        };
    }
}
