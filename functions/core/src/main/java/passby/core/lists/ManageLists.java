package passby.core.lists;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.request.SecondPerson;

/**
 * Which lists a city takes. A source is proposed by one person and inert until another one, in another role and with a second
 * factor shown just now, accepts it; a file that its source did not sign is announced by one and approved by another likewise.
 */
public final class ManageLists {
    private static final String LOCAL_ONLY = "The city's policy allows no outside list.";
    private static final String TOO_MANY =
            "The city has " + Lists.MAX_SOURCES + " sources already, the most it may have.";
    private static final String KNOWN = "There is a source of that name, or somebody else just changed it.";
    private static final String ACCEPTED_ALREADY = "The source is accepted already.";
    private static final String NOT_ACCEPTED = "The source is not accepted: it takes no file.";
    private static final String NOTHING_ANNOUNCED = "No file waits for approval.";

    private final Authorizer authorizer;
    private final Lists lists;
    private final Supplier<ListPolicy> policy;
    private final Clock clock;

    public ManageLists(Authorizer authorizer, Lists lists, Supplier<ListPolicy> policy, Clock clock) {
        this.authorizer = authorizer;
        this.lists = lists;
        this.policy = policy;
        this.clock = clock;
    }

    /** Every source with the age of its list. */
    public Result<List<ListSource>> list(Caller caller) {
        return authorizer.handle(Action.VIEW_LISTS, EntryType.LISTS_VIEWED, caller, request -> {
            var all = lists.all();
            return request.about(Field.RESULT_COUNT, String.valueOf(all.size())).answer(all);
        });
    }

    public Result<ListSource> propose(Caller caller, Form body) {
        return authorizer.handle(
                Action.PROPOSE_LIST,
                EntryType.LIST_PROPOSED,
                caller,
                request -> request.check(
                        ListSourceForm.parse(body, caller, clock.instant()),
                        proposed -> propose(request.about(Field.SUBJECT, proposed.source()), proposed)));
    }

    private Result<ListSource> propose(AuthorizedRequest request, ListSource proposed) {
        if (policy.get().localOnly()) {
            return request.refuse(new Refusal.Conflict(LOCAL_ONLY));
        }
        var known = lists.find(proposed.source());
        if (known.isPresent() && !known.get().isArmed() && !known.get().isProposed(clock.instant())) {
            return revise(request, known.get().proposedAs(proposed));
        }
        if (lists.all().size() >= Lists.MAX_SOURCES) {
            return request.refuse(new Refusal.Conflict(TOO_MANY));
        }
        return request.about(Field.AFTER, proposed.published())
                .change(proposed, entry -> lists.add(proposed, entry), KNOWN);
    }

    /** From now on its files are taken. */
    public Result<ListSource> accept(Caller caller, String source, Form body) {
        return authorizer.handle(
                Action.ACCEPT_LIST,
                EntryType.LIST_ACCEPTED,
                caller,
                request -> request.check(
                        ListSourceForm.consent(body, caller, clock.instant()),
                        consent -> found(request, source, known -> accept(request, known, consent))));
    }

    private Result<ListSource> accept(AuthorizedRequest request, ListSource source, ListSource.Consent consent) {
        if (policy.get().localOnly()) {
            return request.refuse(new Refusal.Conflict(LOCAL_ONLY));
        }
        if (source.isArmed()) {
            return request.refuse(new Refusal.Conflict(ACCEPTED_ALREADY));
        }
        return source.isProposed(clock.instant())
                ? independent(request, source.proposal(), consent, source.accepted(consent))
                : request.refuse(new Refusal.Conflict(SecondPerson.LAPSED));
    }

    /** Takes no more files and alerts nobody, until two people propose and accept it again. */
    public Result<ListSource> suspend(Caller caller, String source) {
        return authorizer.handle(
                Action.SUSPEND_LIST,
                EntryType.LIST_SUSPENDED,
                caller,
                request -> found(request, source, known -> revise(request, known.suspended())));
    }

    /** Names a file that the source does not sign. The newest announcement replaces the one before. */
    public Result<ListSource> announce(Caller caller, String source, Form body) {
        return authorizer.handle(
                Action.ANNOUNCE_LIST_FILE,
                EntryType.LIST_FILE_ANNOUNCED,
                caller,
                request -> request.check(
                        ListSourceForm.announcement(body, caller, clock.instant()),
                        file -> found(
                                request.about(Field.QUERY, file.sha256()),
                                source,
                                known -> known.isArmed()
                                        ? revise(request.about(Field.QUERY, file.sha256()), known.with(file))
                                        : request.refuse(new Refusal.Conflict(NOT_ACCEPTED)))));
    }

    /** The second person's word for the announced file, and for this file alone. */
    public Result<ListSource> approve(Caller caller, String source, Form body) {
        return authorizer.handle(
                Action.APPROVE_LIST_FILE,
                EntryType.LIST_FILE_APPROVED,
                caller,
                request -> request.check(
                        ListSourceForm.consent(body, caller, clock.instant()),
                        consent -> found(request, source, known -> approve(request, known, consent))));
    }

    private Result<ListSource> approve(AuthorizedRequest request, ListSource source, ListSource.Consent consent) {
        var file = source.announced();
        if (file == null || file.approval() != null) {
            return request.refuse(new Refusal.Conflict(NOTHING_ANNOUNCED));
        }
        if (!SecondPerson.LIST_FILE.isOpen(file.author().at(), clock.instant())) {
            return request.refuse(new Refusal.Conflict(SecondPerson.LAPSED));
        }
        var approved = new ListSource.Announcement(file.sha256(), file.acceptedRemovals(), file.author(), consent);
        return independent(request.about(Field.QUERY, file.sha256()), file.author(), consent, source.with(approved));
    }

    private Result<ListSource> independent(
            AuthorizedRequest request, ListSource.Consent first, ListSource.Consent second, ListSource revised) {
        if (!request.caller().hasFreshSecondFactor(clock.instant())) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        return second.isIndependentOf(first)
                ? revise(request, revised)
                : request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
    }

    private Result<ListSource> found(
            AuthorizedRequest request, String source, Function<ListSource, Result<ListSource>> use) {
        return lists.find(source)
                .map(use)
                .orElseGet(() -> request.about(Field.SUBJECT, source).notFound());
    }

    private Result<ListSource> revise(AuthorizedRequest request, ListSource revised) {
        return request.about(Map.of(Field.SUBJECT, revised.source(), Field.AFTER, revised.published()))
                .change(revised, entry -> lists.revise(revised, entry), KNOWN);
    }
}
