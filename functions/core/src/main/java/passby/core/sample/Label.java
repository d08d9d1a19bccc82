package passby.core.sample;

import java.util.Optional;
import passby.core.id.Coded;
import passby.core.quality.Verdict;

/** What whoever looks at a sample says of it. */
public enum Label implements Coded {
    RIGHT(Verdict.SAMPLE_RIGHT),
    WRONG(Verdict.SAMPLE_WRONG),
    /** Nor can a person read it. */
    ILLEGIBLE(Verdict.SAMPLE_ILLEGIBLE),
    NOT_A_PLATE(Verdict.SAMPLE_NOT_A_PLATE);

    /** For whoever sends another one. */
    static final String WORDS = "right, wrong, illegible or not-a-plate";

    private final Verdict verdict;

    Label(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }

    public static Optional<Label> parse(String code) {
        return Coded.find(values(), code);
    }
}
