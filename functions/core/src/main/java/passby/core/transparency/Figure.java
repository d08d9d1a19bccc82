package passby.core.transparency;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToLongFunction;
import passby.core.hit.Disposition;
import passby.core.hit.HitState;
import passby.core.hit.RejectionReason;
import passby.core.ledger.Count;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * A column of {@code daily.csv}: what an entry and its published openings add to its day. Nothing else enters a figure, so that whoever
 * has both counts the same.
 */
public enum Figure {
    ENTRIES("Entries of the ledger", entry -> 1),
    FRAMES_READ("Pictures that were looked at", entry -> counted(entry, Count.FRAME_WITH_PLATES, Count.FRAME_NO_PLATE)),
    READS("Plates that were read", entry -> counted(entry, Count.READ)),
    SEARCHES("Searches that were answered", done(EntryType.SEARCH)),
    SEARCHES_REFUSED("Searches that were refused", refused(EntryType.SEARCH)),
    REASONS_JUDGED("Reasons for searches that were judged", entry -> counted(entry, Count.REASON_JUDGED)),
    REASONS_VAGUE("Those of them that were too vague", entry -> counted(entry, Count.REASON_VAGUE)),
    PICTURES_OPENED("Pictures of found cars that were opened", done(EntryType.READ_PICTURE_STREAMED)),
    HITS("Hits: listed plates that were seen", done(EntryType.HIT_RAISED)),
    HITS_REJECTED("Hits that an officer rejected", step(HitState.REJECTED)),
    MISREADS("Rejected hits whose plate was read wrongly", Figure::misread),
    HITS_CONFIRMED("Hits that their source confirmed", step(HitState.CONFIRMED)),
    HITS_NOT_CONFIRMED("Hits that were not confirmed in time, or not at all", step(HitState.NOT_CONFIRMED)),
    CONTACTS("Confirmed hits in which a car was contacted", step(HitState.CONTACT)),
    CONTACTS_UNCONFIRMED("Cars that were contacted without a confirmation", done(EntryType.CONTACT_UNCONFIRMED)),
    STOPS("Hits that ended with a stop", ended(Disposition.STOP)),
    RECOVERIES("Hits that ended with a car or a person found", ended(Disposition.RECOVERY)),
    ARRESTS("Hits that ended with an arrest", ended(Disposition.ARREST)),
    FALSE_ALERTS("Hits that ended as false alerts", ended(Disposition.FALSE_ALERT)),
    ENTRIES_LISTED("Plates that officers put on the hot list", done(EntryType.HOT_LIST_ENTRY_ADDED)),
    LISTS_IMPORTED("Hot lists of other agencies that were taken in", done(EntryType.LIST_IMPORTED)),
    PURGE_RUNS("Runs that deleted what was due", done(EntryType.ROWS_PURGED)),
    ROWS_PURGED("Rows that were deleted because they were due", Figure::rowsPurged),
    PURGE_LAG_MAX("Longest time that a row was kept past its date, in seconds", Figure::purgeLag) {
        @Override
        long merged(long one, long other) {
            return Math.max(one, other);
        }
    },
    SETTINGS_CHANGED("Changes of the rules that came into force", done(EntryType.POLICY_CHANGED)),
    SETTINGS_REQUESTED("Requests to loosen a rule", done(EntryType.POLICY_REQUESTED)),
    ACCESS_GRANTED("People who were given access, or more of it", done(EntryType.ACCESS_GRANTED)),
    ACCESS_REVOKED("People whose access was ended", done(EntryType.ACCESS_REVOKED)),
    HOLDS_PLACED("Reads that were held as evidence", done(EntryType.HOLD_PLACED)),
    EVIDENCE_EXPORTED("Packages of evidence that left the city", done(EntryType.EVIDENCE_EXPORTED)),
    GRANTS_REQUESTED("Requests of other agencies that were filed", done(EntryType.GRANT_REQUESTED)),
    GRANTS_RELEASED("Requests of other agencies that were answered with reads", done(EntryType.GRANT_RELEASED)),
    REVIEWS_APPROVED("Weekly reviews that were done and approved", done(EntryType.REVIEW_APPROVED)),
    REVIEWS_MISSED("Weekly reviews that were missed", done(EntryType.REVIEW_MISSED)),
    LEDGER_READ("Times that somebody read, exported or opened the ledger inside the city", Figure::ledgerRead),
    REQUESTS_REFUSED(
            "Requests of any kind that were refused",
            entry -> entry.entry().outcome().equals(Outcome.REFUSED.code()) ? 1 : 0);

    private final String words;
    /** Of lambdas alone, none of which holds anything. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToLongFunction<PublicEntry> amount;

    Figure(String words, ToLongFunction<PublicEntry> amount) {
        this.words = words;
        this.amount = amount;
    }

    /** The column's name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it counts, for a resident. */
    public String words() {
        return words;
    }

    /** @param entry with the openings that are published */
    long of(PublicEntry entry) {
        return amount.applyAsLong(entry);
    }

    /** Of two entries, or of two days. */
    long merged(long one, long other) {
        return one + other;
    }

    private static ToLongFunction<PublicEntry> done(EntryType type) {
        return entry -> entry.is(type.code(), Outcome.DONE.code()) ? 1 : 0;
    }

    private static ToLongFunction<PublicEntry> refused(EntryType type) {
        return entry -> entry.is(type.code(), Outcome.REFUSED.code()) ? 1 : 0;
    }

    private static ToLongFunction<PublicEntry> step(HitState state) {
        return entry -> isStep(entry, state) ? 1 : 0;
    }

    private static boolean isStep(PublicEntry entry, HitState state) {
        return entry.is(EntryType.HIT_STEP.code(), Outcome.DONE.code())
                && entry.value(Field.ACTION).filter(state.code()::equals).isPresent();
    }

    private static long misread(PublicEntry entry) {
        return isStep(entry, HitState.REJECTED)
                        && entry.value(Field.REASON)
                                .filter(RejectionReason.MISREAD.code()::equals)
                                .isPresent()
                ? 1
                : 0;
    }

    private static ToLongFunction<PublicEntry> ended(Disposition disposition) {
        return entry -> isStep(entry, HitState.DISPOSITION)
                        && entry.value(Field.REASON)
                                .filter(reason ->
                                        Arrays.asList(reason.split(", ", -1)).contains(disposition.code()))
                                .isPresent()
                ? 1
                : 0;
    }

    private static long counted(PublicEntry entry, Count... counts) {
        return entry.is(EntryType.COUNTED.code(), Outcome.DONE.code())
                ? Arrays.stream(counts)
                        .mapToLong(count -> entry.facts(Field.COUNTS).number(count.code()))
                        .sum()
                : 0;
    }

    private static long rowsPurged(PublicEntry entry) {
        return entry.is(EntryType.ROWS_PURGED.code(), Outcome.DONE.code())
                ? entry.facts(Field.COUNTS).facts("rows").sum()
                : 0;
    }

    /** From the date of the oldest row that the run deleted to the run. */
    private static long purgeLag(PublicEntry entry) {
        var counts =
                entry.is(EntryType.ROWS_PURGED.code(), Outcome.DONE.code()) ? entry.facts(Field.COUNTS) : new Facts();
        return counts.has("at") && counts.has("earliest")
                ? Math.max(
                        0,
                        Duration.between(Instant.parse(counts.text("earliest")), Instant.parse(counts.text("at")))
                                .toSeconds())
                : 0;
    }

    private static long ledgerRead(PublicEntry entry) {
        return done(EntryType.LEDGER_VIEWED).applyAsLong(entry)
                + done(EntryType.LEDGER_EXPORTED).applyAsLong(entry)
                + done(EntryType.LEDGER_DISCLOSED).applyAsLong(entry);
    }
}
