package passby.core.hotlist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.Watermarks;

/** Until when somebody must have looked through the entries of the city's own people again, by author and age (product.md, C9). */
public final class EntryAudits {
    /** From one audit to the next. Oregon's SB 1516 (2026) asks for monthly audits of what is searched; the same rhythm here. */
    public static final Duration PERIOD = Duration.ofDays(30);

    private static final String AUDITED = "audit-entries";
    private static final String MISSED = "audit-entries-missed";

    private final Watermarks watermarks;

    public EntryAudits(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    /** Empty before the city's clock looked for the first time: from then on the first one is due within a period. */
    public Optional<Instant> due() {
        return watermarks.find(AUDITED).map(since -> since.plus(PERIOD));
    }

    public void begin(Instant now) {
        watermarks.advance(AUDITED, now);
    }

    /** A conflict, and no entry, when another one was made at that moment or later. */
    public Commit audited(Instant at, Entry entry) {
        return watermarks.advance(AUDITED, at, entry);
    }

    /** The moment at which an audit fell due and was not there, that no entry tells of yet; one for each period that goes by. */
    public Optional<Instant> missed(Instant now) {
        var told = watermarks.find(MISSED).map(moment -> moment.plus(PERIOD));
        return due().map(due -> told.filter(due::isBefore).orElse(due)).filter(moment -> !moment.isAfter(now));
    }

    /** A conflict, and no entry, when another run told of it. */
    public Commit enterMissed(Instant due, Entry entry) {
        return watermarks.advance(MISSED, due, entry);
    }
}
