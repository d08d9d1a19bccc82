package passby.core.hotlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.form.Form;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/**
 * The Program Manager's audit of the entries that the city's own people made: who has how many, and how old they are. That it was
 * done, and how much it questioned, is public; what was written about it is committed. (product.md, C9)
 */
public final class AuditEntries {
    /**
     * What was looked through.
     *
     * @param entries that lived
     * @param authors whose they are
     * @param oldestDays age of the oldest in whole days; 0 when there is none
     * @param questioned how many need an answer of their author
     * @param nextDue until when the next audit must be done
     */
    public record Audit(int entries, int authors, long oldestDays, int questioned, Instant nextDue) {
        private String canonical() {
            return CanonicalJson.write(
                    Map.of("entries", entries, "authors", authors, "oldestDays", oldestDays, "questioned", questioned));
        }
    }

    private static final int MAX_NARRATIVE = 2000;
    private static final String AT_THE_SAME_MOMENT = "Somebody else audited the entries at the same moment.";

    private final Authorizer authorizer;
    private final HotLists hotLists;
    private final EntryAudits audits;
    private final Clock clock;

    public AuditEntries(Authorizer authorizer, HotLists hotLists, EntryAudits audits, Clock clock) {
        this.authorizer = authorizer;
        this.hotLists = hotLists;
        this.audits = audits;
        this.clock = clock;
    }

    /** Until when the next audit must be done; empty in the first minute of a city. */
    public Optional<Instant> due() {
        return audits.due();
    }

    /** The body is {@code {"questioned":1,"narrative":"…"}}. */
    public Result<Audit> audit(Caller caller, Form body) {
        return authorizer.handle(Action.AUDIT_HOT_LIST_ENTRIES, EntryType.HOT_LIST_AUDITED, caller, request -> {
            var live = live(request);
            var questioned = body.longValue("questioned", 0, live.size());
            var narrative = body.string("narrative", MAX_NARRATIVE);
            return request.check(
                    body.checked(() -> audit(live, (int) questioned)),
                    audit -> audit(request.about(Field.NARRATIVE, narrative), audit));
        });
    }

    private List<HotListEntry> live(AuthorizedRequest request) {
        var now = clock.instant();
        return hotLists.custom(now).stream()
                .filter(entry ->
                        entry.endingWithin(request.policy().longestListEntry()).isLive(now))
                .toList();
    }

    private Audit audit(List<HotListEntry> live, int questioned) {
        var now = clock.instant();
        var oldest = live.stream()
                .map(HotListEntry::createdAt)
                .min(Instant::compareTo)
                .map(created -> Duration.between(created, now).toDays())
                .orElse(0L);
        var authors = live.stream().map(HotListEntry::author).distinct().count();
        return new Audit(live.size(), (int) authors, oldest, questioned, now.plus(EntryAudits.PERIOD));
    }

    private Result<Audit> audit(AuthorizedRequest request, Audit audit) {
        return request.about(Field.COUNTS, audit.canonical())
                .change(
                        audit,
                        entry -> audits.audited(audit.nextDue().minus(EntryAudits.PERIOD), entry),
                        AT_THE_SAME_MOMENT);
    }
}
