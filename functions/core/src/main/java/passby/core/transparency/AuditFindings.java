package passby.core.transparency;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.core.conduct.ConductReview.FindingClass;
import passby.core.conduct.Signal;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Count;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * {@code audit-findings.json}: weekly reviews, what was found about people's conduct in the classes of the Institute for Justice, and audits of
 * the hot list; done, missed and overdue. It names nobody, and of a review under way neither what it asks nor until when, so that
 * nobody learns from it that they are looked at.
 */
final class AuditFindings implements Register {
    static final String FILE = "audit-findings.json";

    /** A review of conduct that is open longer is overdue, whatever it asks. */
    private static final long OVERDUE_HOURS = Arrays.stream(Signal.Kind.values())
            .mapToLong(kind -> kind.due().toHours())
            .max()
            .orElseThrow();

    private static final Map<String, String> WEEKLY = Map.of(
            EntryType.REVIEW_DRAWN.code(), "drawn",
            EntryType.REVIEW_REPORTED.code(), "reported",
            EntryType.REVIEW_APPROVED.code(), "approved");
    private static final String MISSED = "missed";
    private static final String OPENED = "opened";
    private static final String CLOSED = "closed";
    private static final String FINDING = "finding";

    private final FactTable weeks;
    private final FactTable conduct;
    private final FactTable audits;
    private final Facts entryReviews;

    AuditFindings(Facts state) {
        this.weeks = FactTable.of(state.facts("weeks"));
        this.conduct = FactTable.of(state.facts("conduct"));
        this.audits = FactTable.of(state.facts("audits"));
        this.entryReviews = state.facts("entryReviews");
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public void add(PublicEntry entry) {
        if (!entry.entry().outcome().equals(Outcome.DONE.code())) {
            return;
        }
        var about = entry.value(Field.SUBJECT).orElse("");
        if (!about.isEmpty()) {
            week(entry, about);
            conduct(entry, about);
        }
        audit(entry, about);
        if (entry.isOf(EntryType.COUNTED)) {
            var missed = entry.facts(Field.COUNTS).number(Count.HOT_LIST_REVIEW_MISSED.code());
            entryReviews.put(MISSED, entryReviews.number(MISSED) + missed);
        }
    }

    private void week(PublicEntry entry, String week) {
        var state = WEEKLY.get(entry.entry().type());
        if (state != null) {
            weeks.row(week).put("state", state);
        } else if (entry.isOf(EntryType.REVIEW_MISSED)) {
            weeks.row(week).put(MISSED, true);
        }
        if (entry.isOf(EntryType.REVIEW_REPORTED)) {
            weeks.row(week)
                    .put(
                            "questioned",
                            Long.parseLong(entry.value(Field.RESULT_COUNT).orElse("0")));
        }
    }

    private void conduct(PublicEntry entry, String review) {
        if (entry.isOf(EntryType.CONDUCT_REVIEW_OPENED)) {
            conduct.row(review).put(OPENED, entry.entry().hour());
            conduct.row(review).put("entry", entry.index());
        } else if (entry.isOf(EntryType.CONDUCT_REVIEW_CLOSED)) {
            conduct.row(review).put(CLOSED, entry.entry().hour());
            conduct.row(review).put(FINDING, entry.value(Field.ACTION).orElse(""));
        }
    }

    /** Keys are places in the log, as many digits each, so that they stand in its order. */
    private void audit(PublicEntry entry, String due) {
        var key = String.format("%015d", entry.index());
        if (entry.isOf(EntryType.HOT_LIST_AUDITED)) {
            var counts = entry.facts(Field.COUNTS);
            var audit = audits.row(key);
            audit.put("hour", entry.entry().hour());
            audit.copy(counts, List.of("authors", "entries", "oldestDays", "questioned"));
        } else if (entry.isOf(EntryType.HOT_LIST_AUDIT_MISSED)) {
            audits.row(key).put(MISSED, true);
            audits.row(key).put("due", due);
        }
    }

    @Override
    public String text(String asOf) {
        return CanonicalJson.write(Map.of(
                        "as_of", asOf,
                        "weekly_reviews",
                                weeks.rows().entrySet().stream()
                                        .map(week -> week(week.getKey(), week.getValue()))
                                        .toList(),
                        "conduct_reviews",
                                conduct.rows().values().stream()
                                        .map(review -> conduct(review, asOf))
                                        .toList(),
                        "findings", findings(),
                        "hot_list_audits",
                                audits.rows().values().stream().map(Facts::json).toList(),
                        "hot_list_audit_overdue", isAuditOverdue(),
                        "hot_list_entry_reviews_missed", entryReviews.number(MISSED)))
                + "\n";
    }

    private static Map<String, Object> week(String code, Facts week) {
        var shown = new TreeMap<>(week.json());
        shown.put("week", code);
        shown.putIfAbsent("state", "open");
        shown.putIfAbsent(MISSED, false);
        return shown;
    }

    private static Map<String, Object> conduct(Facts review, String asOf) {
        var shown = new TreeMap<>(review.json());
        shown.put("state", conductState(review, asOf));
        return shown;
    }

    private static String conductState(Facts review, String asOf) {
        if (review.has(CLOSED)) {
            return CLOSED;
        }
        return PublicEntry.hours(review.text(OPENED), asOf) > OVERDUE_HOURS ? "overdue" : "open";
    }

    /** How often each class was found, those that never were too. */
    private Map<String, Object> findings() {
        var found = new TreeMap<String, Object>();
        for (var finding : FindingClass.values()) {
            found.put(
                    finding.code(),
                    conduct.rows().values().stream()
                            .filter(review -> review.text(FINDING).equals(finding.code()))
                            .count());
        }
        return found;
    }

    /** As long as the newest is one that was missed: an audit that is made late stands behind it. */
    private boolean isAuditOverdue() {
        return !audits.rows().isEmpty() && audits.rows().lastEntry().getValue().isTrue(MISSED);
    }

    @Override
    public Map<String, Object> state() {
        return Map.of(
                "weeks", weeks.json(),
                "conduct", conduct.json(),
                "audits", audits.json(),
                "entryReviews", entryReviews.json());
    }
}
