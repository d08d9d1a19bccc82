package passby.verifier;

import java.util.ArrayList;
import java.util.List;

/** What a check found, in the order in which it found it. */
public final class Report {
    /** Beyond these the log is broken anyway, and a list would help nobody. */
    private static final int MAX_FAILURES = 20;

    private final List<Failure> failures = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    public void fact(String fact) {
        facts.add(fact);
    }

    public void fail(Rule rule, String place, String detail) {
        if (failures.size() < MAX_FAILURES) {
            failures.add(new Failure(rule, place, detail));
        }
    }

    /** What another check found. */
    void add(Report other) {
        other.failures.forEach(failure -> fail(failure.rule(), failure.place(), failure.detail()));
        facts.addAll(other.facts);
    }

    /** Whether it goes on making sense to look. */
    public boolean isFull() {
        return failures.size() == MAX_FAILURES;
    }

    public boolean holds() {
        return failures.isEmpty();
    }

    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    public List<String> facts() {
        return List.copyOf(facts);
    }
}
