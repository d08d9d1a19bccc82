package passby.core.hotlist;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passby.core.plate.Plate;

/**
 * A plate that a source asks to be told about. Several entries may name one plate: it can be stolen and wanted at once.
 *
 * @param source who keeps it; {@link #CUSTOM} for entries by the city's own operators
 * @param recordId the source's own number for it; a ULID for custom entries
 * @param plate as the source writes it
 * @param state that issued it, or an explicit unknown
 * @param category why
 * @param reason in the author's words, at most 500 characters
 * @param caseNumber of the case that it belongs to
 * @param author who entered it
 * @param effective from when it alerts
 * @param expires when its author wants it gone
 * @param createdAt when it was entered
 * @param approvedBy the second person, or null while there is none
 * @param withdrawnAt when its author took it back, or null
 */
public record HotListEntry(
        String source,
        String recordId,
        Plate plate,
        ListedState state,
        Category category,
        String reason,
        String caseNumber,
        String author,
        Instant effective,
        Instant expires,
        Instant createdAt,
        @Nullable String approvedBy,
        @Nullable Instant withdrawnAt) {
    public static final String CUSTOM = "custom";
    public static final Pattern RECORD_ID = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /**
     * Whether a read at that time may be matched with it.
     *
     * @param unapprovedUntil when it dies unless a second person approves it
     */
    public boolean alertsAt(Instant now, Instant unapprovedUntil) {
        if (withdrawnAt != null || now.isBefore(effective) || !now.isBefore(expires)) {
            return false;
        }
        return approvedBy != null || (!category.approvedFirst() && now.isBefore(unapprovedUntil));
    }

    public HotListEntry withdrawn(Instant at) {
        return new HotListEntry(
                source,
                recordId,
                plate,
                state,
                category,
                reason,
                caseNumber,
                author,
                effective,
                expires,
                createdAt,
                approvedBy,
                at);
    }
}
