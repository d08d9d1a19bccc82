package passby.core.hotlist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passby.core.id.CaseNumber;
import passby.core.plate.Plate;
import passby.core.request.SecondPerson;

/**
 * A vehicle that a source wants to be alerted to. Several entries may name one plate: it can be stolen and wanted at once.
 * Never changed: each change makes the next revision.
 *
 * @param source who keeps it; {@link #CUSTOM} for entries by the city's own operators
 * @param recordId names it inside its source; a ULID for custom entries, a hash for imported ones
 * @param target the plate, the part of a plate, or none where only a vehicle is described
 * @param state that issued the plate, or an explicit unknown
 * @param vehicle as described
 * @param category why
 * @param reason in the author's words, at most 500 characters
 * @param caseNumber of the case that it belongs to, or the source's own record number
 * @param author who entered it
 * @param effective from when it alerts
 * @param expires when its author wants it gone
 * @param createdAt when it was entered; for an imported one, when its list was received
 * @param approvalFirst whether it alerts nobody before a second person approved it
 * @param approvedBy the second person, or null while there is none
 * @param withdrawnAt when it was taken back, or null
 * @param reviewDue until when somebody must say what becomes of it after a hit was acted upon, or null
 * @param askedAgainAt when its author changed it so that it needs approval again, or null
 * @param revision 1 upwards
 */
public record HotListEntry(
        String source,
        String recordId,
        Target target,
        ListedState state,
        VehicleDescription vehicle,
        Category category,
        String reason,
        CaseNumber caseNumber,
        String author,
        Instant effective,
        Instant expires,
        Instant createdAt,
        boolean approvalFirst,
        @Nullable String approvedBy,
        @Nullable Instant withdrawnAt,
        @Nullable Instant reviewDue,
        @Nullable Instant askedAgainAt,
        int revision) {
    public static final String CUSTOM = "custom";
    /** Names of lists: the city's own and those of other agencies. */
    public static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    public static final Pattern RECORD_ID = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** The longest life of an entry that names only a part of a plate (product.md, C6). */
    public static final Duration LONGEST_PART = Duration.ofDays(3);

    /** How long the same plate is remembered: who enters it again meanwhile needs approval at once. */
    public static final Duration REENTRY = Duration.ofDays(30);

    /** How soon after a hit was acted upon its entry must be kept, changed or withdrawn (product.md, C8). */
    public static final Duration REVIEW_WITHIN = Duration.ofDays(1);

    /** How long before its end its author hears of it (product.md, C1). */
    public static final Duration WARNED_BEFORE = Duration.ofDays(1);

    /** Empty when it names no whole plate. */
    public Optional<Plate> plate() {
        return target instanceof Target.FullPlate full ? Optional.of(full.plate()) : Optional.empty();
    }

    public boolean isCustom() {
        return source.equals(CUSTOM);
    }

    /** Whether it is neither withdrawn nor expired; it need not be effective or approved yet. */
    public boolean isLive(Instant now) {
        return withdrawnAt == null && now.isBefore(expires);
    }

    /**
     * Whether a read at that time may be matched with it.
     *
     * @param unapprovedUntil when it dies unless a second person approves it
     */
    public boolean alertsAt(Instant now, Instant unapprovedUntil) {
        return isLive(now)
                && !now.isBefore(effective)
                && (approvedBy != null || (!approvalFirst && now.isBefore(unapprovedUntil)));
    }

    /** Whether both ask for the same: a plate or a part of one, look-alikes folded, or a vehicle of the same description. */
    public boolean asksForTheSameAs(HotListEntry other) {
        return switch (target) {
            case Target.FullPlate(var plate) ->
                other.target instanceof Target.FullPlate(var same)
                        && plate.fold().equals(same.fold());
            case Target.PlatePart(var part) ->
                other.target instanceof Target.PlatePart(var same)
                        && Plate.fold(part.text()).equals(Plate.fold(same.text()));
            case Target.AnyPlate() -> other.target instanceof Target.AnyPlate && vehicle.equals(other.vehicle);
        };
    }

    /** Whether nobody said in time what becomes of it after its hit. Overdue reviews are published. */
    public boolean isReviewOverdue(Instant now) {
        return reviewDue != null && isLive(now) && !now.isBefore(reviewDue);
    }

    /** Whether a second person may still approve it: within a day of being asked. */
    boolean waitsForApproval(Instant now) {
        return approvedBy == null
                && SecondPerson.HOT_LIST_ENTRY.isOpen(askedAgainAt == null ? createdAt : askedAgainAt, now);
    }

    /**
     * Whether the city's clock of entries lets it alert at that time. Entries of lists run on the age of their list instead.
     *
     * @param longest life of an entry, from when it was made
     */
    public boolean isWithin(Duration longest, Instant now) {
        return !isCustom() || now.isBefore(createdAt.plus(longest));
    }

    /** The same, expiring when the city's clock of entries is up, unless it expires before. */
    public HotListEntry endingWithin(Duration longest) {
        var latest = createdAt.plus(longest);
        return !isCustom() || !expires.isAfter(latest) ? this : sameRevision(createdAt, latest, approvalFirst);
    }

    /**
     * When it stops alerting unless somebody does something.
     *
     * @param unapprovedLife after which an entry dies that no second person approved
     */
    public Instant end(Duration unapprovedLife) {
        var unapprovedUntil = createdAt.plus(unapprovedLife);
        return approvedBy == null && unapprovedUntil.isBefore(expires) ? unapprovedUntil : expires;
    }

    /** When its author is to hear of that end: a day before it, or a quarter of a short life. */
    public Instant warnedAt(Duration unapprovedLife) {
        var end = end(unapprovedLife);
        var quarter = Duration.between(createdAt, end).dividedBy(4);
        return end.minus(quarter.compareTo(WARNED_BEFORE) < 0 ? quarter : WARNED_BEFORE);
    }

    public HotListEntry withdrawn(Instant at) {
        return copy(approvalFirst, approvedBy, at, null);
    }

    /** It alerts from now on until it expires. */
    public HotListEntry approved(String personId) {
        return copy(approvalFirst, personId, withdrawnAt, reviewDue);
    }

    /** As part of a list that was received whole at that time. */
    public HotListEntry listed(Instant received) {
        return sameRevision(received, expires, approvalFirst);
    }

    /** The same plate was entered before: a second person is needed at once. */
    public HotListEntry onlyWithApproval() {
        return sameRevision(createdAt, expires, true);
    }

    /** A hit of it was acted upon: somebody must say what becomes of it. */
    public HotListEntry toBeReviewed(Instant hitAt) {
        return copy(approvalFirst, approvedBy, withdrawnAt, hitAt.plus(REVIEW_WITHIN));
    }

    /**
     * The same once somebody acted upon a hit of it; empty where it is over, or where a decision about it is awaited already: a
     * second hit gives nobody more time.
     */
    public Optional<HotListEntry> afterHit(Instant actedAt) {
        return isLive(actedAt) && reviewDue == null ? Optional.of(toBeReviewed(actedAt)) : Optional.empty();
    }

    /** Somebody said, with a reason, that it stays. */
    public HotListEntry keptAfterReview() {
        return copy(approvalFirst, approvedBy, withdrawnAt, null);
    }

    /**
     * What its author changed. Whoever changes the plate or its category, or lets it live longer, needs a new approval; the
     * plate itself cannot change, because the key is made of it.
     */
    public HotListEntry updated(HotListEntry wanted) {
        var keepsApproval = category == wanted.category && !wanted.expires.isAfter(expires);
        return new HotListEntry(
                source,
                recordId,
                target,
                wanted.state,
                wanted.vehicle,
                wanted.category,
                wanted.reason,
                wanted.caseNumber,
                author,
                wanted.effective,
                wanted.expires,
                createdAt,
                approvalFirst || wanted.category.approvedFirst(),
                keepsApproval ? approvedBy : null,
                withdrawnAt,
                null,
                keepsApproval ? askedAgainAt : wanted.createdAt,
                revision + 1);
    }

    private HotListEntry sameRevision(Instant created, Instant until, boolean first) {
        return new HotListEntry(
                source,
                recordId,
                target,
                state,
                vehicle,
                category,
                reason,
                caseNumber,
                author,
                effective,
                until,
                created,
                first,
                approvedBy,
                withdrawnAt,
                reviewDue,
                askedAgainAt,
                revision);
    }

    private HotListEntry copy(
            boolean first, @Nullable String approver, @Nullable Instant withdrawal, @Nullable Instant review) {
        return new HotListEntry(
                source,
                recordId,
                target,
                state,
                vehicle,
                category,
                reason,
                caseNumber,
                author,
                effective,
                expires,
                createdAt,
                first,
                approver,
                withdrawal,
                review,
                askedAgainAt,
                revision + 1);
    }
}
