package passby.core.request;

import static passby.core.testing.TestData.NOW;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import passby.core.access.InMemoryFactors;
import passby.core.access.ResetFactors;
import passby.core.evidence.Hold;
import passby.core.evidence.InMemoryHolds;
import passby.core.evidence.ManageHolds;
import passby.core.form.Form;
import passby.core.governance.DecidePolicyRequest;
import passby.core.governance.OptOut;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.ManageCustomEntries;
import passby.core.id.Ulids;
import passby.core.lists.ListPolicy;
import passby.core.lists.ManageLists;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.reason.ReasonRules;
import passby.core.retention.NonHitRetention;
import passby.core.search.Purposes;
import passby.core.search.RequestPartialSearch;
import passby.core.search.WaitingSearch;
import passby.core.sharing.Grant;
import passby.core.sharing.ManageGrants;
import passby.core.sharing.Sharing;
import passby.core.sharing.SharingPolicies;
import passby.core.testing.APolicyRequest;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A city in which a request of each kind can wait for the Program Manager. */
final class WaitingRequests {
    /** One request, asked for at {@link TestData#NOW}. */
    interface Waiting {
        /** By the Program Manager, whose second factor was shown at that time. */
        Result<?> approve(Instant factorShownAt);

        /** Whether the approval has an effect now, or had it at once. Where a second approval is missing, it is given. */
        boolean hasEffect();

        void askAnew();
    }

    private static final String FILE = "ab".repeat(32);

    final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Authorizer open = TestAuthorizer.open(city, clock);
    private final Ulids ids = new Ulids(clock, city.entropy());

    WaitingRequests() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        List.of(
                        TestData.person("officer-lopez", Role.OPERATOR),
                        TestData.person("chief-ito", Role.CHIEF),
                        TestData.person("manager-osei", Role.PROGRAM_MANAGER))
                .forEach(city.people()::put);
    }

    Waiting asked(SecondPerson kind) {
        return switch (kind) {
            case POLICY -> new OfPolicy();
            case SEARCH -> new OfSearch();
            case LIST_SOURCE -> new OfSource();
            case LIST_FILE -> new OfFile();
            case HOT_LIST_ENTRY -> new OfEntry();
            case HOLD -> new OfHold();
            case GRANT -> new OfGrant();
            case FACTOR_RESET -> new OfFactor();
        };
    }

    private Caller by(String personId, Role role, Instant factorShownAt) {
        return new Caller(TestData.person(personId, role), "session-" + personId, factorShownAt, "desk");
    }

    private Caller manager(Instant factorShownAt) {
        return by("manager-osei", Role.PROGRAM_MANAGER, factorShownAt);
    }

    private final class OfPolicy implements Waiting {
        private String requestId = ids.next();
        private final DecidePolicyRequest decide = new DecidePolicyRequest(
                open,
                city.policyDocuments(),
                city.policyRequests(),
                city.people(),
                () -> OptOut.Status.IN_FORCE,
                (clocks, now) -> true,
                clock);

        OfPolicy() {
            askAnew();
        }

        @Override
        public void askAnew() {
            requestId = ids.next();
            city.policyRequests().put(APolicyRequest.pendingSince(requestId, clock.instant(), APolicyRequest.LONGER));
        }

        @Override
        public Result<?> approve(Instant factorShownAt) {
            return decide(manager(factorShownAt), Role.PROGRAM_MANAGER);
        }

        private Result<?> decide(Caller caller, Role role) {
            var body = Map.<String, Object>of("decision", "approve", "role", role.code(), "reason", "Resolution 12");
            return decide.handle(caller, requestId, new Form(body));
        }

        @Override
        public boolean hasEffect() {
            decide(by("chief-ito", Role.CHIEF, clock.instant()), Role.CHIEF);
            return city.policyDocuments().current().nonHitRetention() == NonHitRetention.DAYS_30;
        }
    }

    private final class OfSearch implements Waiting {
        private final RequestPartialSearch searches = new RequestPartialSearch(
                open,
                city.waitingSearches(),
                entryIds -> Map.of(),
                city.people(),
                new Purposes(ReasonRules.load(), city.counters(), clock),
                () -> TestData.CITY_KEY,
                ids,
                clock);
        private String requestId = "";

        OfSearch() {
            askAnew();
        }

        @Override
        public void askAnew() {
            var purpose = Map.of(
                    "offenceCode", "240",
                    "caseNumber", "26-004711",
                    "narrative", "Car taken from Elm Street last night",
                    "legalBasis", "probable-cause",
                    "onBehalfOf", "self",
                    "outsideAssignment", "none");
            var body = new Form(Map.of(
                    "pattern",
                    "7KX?418",
                    "from",
                    NOW.minus(Duration.ofDays(1)).toString(),
                    "to",
                    NOW.toString(),
                    "purpose",
                    purpose));
            var officer = by("officer-lopez", Role.OPERATOR, clock.instant());
            requestId = Results.value(searches.ask(officer, body)).requestId();
        }

        @Override
        public Result<?> approve(Instant factorShownAt) {
            var body = Map.<String, Object>of("approve", true, "role", "program-manager", "reason", "Fits the report");
            return searches.decide(manager(factorShownAt), requestId, new Form(body));
        }

        @Override
        public boolean hasEffect() {
            return city.waitingSearches().find(requestId).orElseThrow().state(clock.instant())
                    == WaitingSearch.State.APPROVED;
        }
    }

    private final class OfFactor implements Waiting {
        private final InMemoryFactors factors = new InMemoryFactors();
        private final ResetFactors resets = new ResetFactors(
                open, new InMemoryRequests<>(city.ledger()), factors, city.people(), city.sessions(), ids, clock);
        private String requestId = "";

        OfFactor() {
            askAnew();
        }

        @Override
        public void askAnew() {
            var chief = by("chief-ito", Role.CHIEF, clock.instant());
            var asked = resets.ask(chief, "officer-lopez", new Form(Map.of("reason", "Lost telephone")));
            requestId = Results.value(asked).requestId();
        }

        @Override
        public Result<?> approve(Instant factorShownAt) {
            var body = Map.<String, Object>of("approve", true, "role", "program-manager", "reason", "Seen in person");
            return resets.decide(manager(factorShownAt), requestId, new Form(body));
        }

        @Override
        public boolean hasEffect() {
            return factors.reset.contains("officer-lopez");
        }
    }

    private final class OfGrant implements Waiting {
        private final InMemoryRequests<Grant> stored = new InMemoryRequests<>(city.ledger());
        private final ManageGrants grants = new ManageGrants(
                open,
                stored,
                entryIds -> entryIds.stream().collect(Collectors.toMap(id -> id, city.ledger()::openings)),
                (requester, profile) -> new SharingPolicies.Verdict.Permitted(),
                city.cameras(),
                city.people(),
                new Purposes(ReasonRules.load(), city.counters(), clock),
                ids,
                clock);
        private String grantId = "";

        OfGrant() {
            city.people().put(TestData.person("records-zhou", Role.RECORDS_OFFICER));
            askAnew();
        }

        @Override
        public void askAnew() {
            var body = new Form(Sharing.body(Sharing.requester("in-state-law-enforcement", "XX")));
            grantId = Results.value(grants.file(by("records-zhou", Role.RECORDS_OFFICER, clock.instant()), body))
                    .grantId();
        }

        @Override
        public Result<?> approve(Instant factorShownAt) {
            return grants.decide(manager(factorShownAt), grantId, Sharing.review(true));
        }

        @Override
        public boolean hasEffect() {
            return stored.find(grantId).orElseThrow().state(clock.instant()) == Grant.State.APPROVED;
        }
    }

    private class OfSource implements Waiting {
        final ManageLists lists = new ManageLists(open, city.lists(), () -> ListPolicy.DEFAULT, clock);

        OfSource() {
            propose();
        }

        private void propose() {
            var body = new HashMap<String, Object>(Map.of(
                    "source", "state",
                    "agency", "State Police",
                    "layout", "mn",
                    "maxAgeHours", BigDecimal.valueOf(24),
                    "role", "chief"));
            Results.value(lists.propose(by("chief-ito", Role.CHIEF, clock.instant()), new Form(body)));
        }

        @Override
        public void askAnew() {
            propose();
        }

        @Override
        public Result<?> approve(Instant factorShownAt) {
            return lists.accept(manager(factorShownAt), "state", new Form(Map.of("role", "program-manager")));
        }

        @Override
        public boolean hasEffect() {
            return city.lists().find("state").orElseThrow().isArmed();
        }
    }

    private final class OfFile extends OfSource {
        OfFile() {
            Results.value(super.approve(clock.instant()));
            announce();
        }

        private void announce() {
            var body = Map.<String, Object>of("sha256", FILE, "role", "chief");
            Results.value(lists.announce(by("chief-ito", Role.CHIEF, clock.instant()), "state", new Form(body)));
        }

        @Override
        public void askAnew() {
            announce();
        }

        @Override
        public Result<?> approve(Instant factorShownAt) {
            return lists.approve(manager(factorShownAt), "state", new Form(Map.of("role", "program-manager")));
        }

        @Override
        public boolean hasEffect() {
            var file = city.lists().find("state").orElseThrow().announced();
            return file != null && file.allows(FILE, clock.instant());
        }
    }

    private final class OfEntry implements Waiting {
        private final ManageCustomEntries entries =
                new ManageCustomEntries(open, city.hotLists(), city.limits(), ids, clock);
        private String recordId = "";

        OfEntry() {
            askAnew();
        }

        @Override
        public void askAnew() {
            var body = Map.<String, Object>of(
                    "plate", "7TST123",
                    "state", "CA",
                    "category", "bolo",
                    "reason", "Seen leaving the scene",
                    "caseNumber", "26-004711",
                    "effective", clock.instant().toString(),
                    "expires", clock.instant().plus(Duration.ofDays(7)).toString());
            var officer = by("officer-lopez", Role.OPERATOR, clock.instant());
            recordId =
                    Results.value(entries.add(officer, new Form(body))).entry().recordId();
        }

        @Override
        public Result<?> approve(Instant factorShownAt) {
            return entries.approve(manager(factorShownAt), recordId);
        }

        @Override
        public boolean hasEffect() {
            return city.hotLists()
                    .find(HotListEntry.CUSTOM, recordId)
                    .filter(entry -> entry.approvedBy() != null)
                    .isPresent();
        }
    }

    private final class OfHold implements Waiting {
        private static final String SEARCH = "entry-of-a-search";

        private final ManageHolds holds = new ManageHolds(
                open,
                new InMemoryHolds(city.ledger(), city.rows()),
                city.frames(),
                city.frames(),
                (read, reference) -> reference.equals(SEARCH),
                ids,
                clock);
        private Hold hold;

        OfHold() {
            var read = ARead.of(ids.next(), "7TST123", NOW.minus(Duration.ofHours(1)))
                    .withExpiresAt(NOW.plus(Duration.ofDays(6)));
            city.frames().store(read.frame(List.of()), List.of(read.build()), List.of());
            var body = Map.<String, Object>of(
                    "kind", "criminal",
                    "caseNumber", "26-004711",
                    "authority", "Court order 12 of the county court",
                    "party", "prosecution",
                    "role", "chief",
                    "reviewAt", NOW.plus(Duration.ofDays(90)).toString(),
                    "reads", List.of(Map.of("readId", read.build().readId(), "namedBy", SEARCH)));
            hold = Results.value(holds.place(by("chief-ito", Role.CHIEF, NOW), new Form(body)));
        }

        @Override
        public void askAnew() {
            var body = Map.<String, Object>of(
                    "action", "renew",
                    "role", "chief",
                    "reviewAt", NOW.plus(Duration.ofDays(60)).toString());
            var chief = by("chief-ito", Role.CHIEF, clock.instant());
            hold = Results.value(holds.request(chief, hold.holdId(), new Form(body)));
        }

        @Override
        public Result<?> approve(Instant factorShownAt) {
            var answer = holds.decide(
                    manager(factorShownAt),
                    hold.holdId(),
                    new Form(Map.of("decision", "approve", "role", "program-manager")));
            if (answer instanceof Result.Done<Hold>(var approved, var accepted)) {
                hold = approved;
            }
            return answer;
        }

        @Override
        public boolean hasEffect() {
            return hold.state() == Hold.State.HELD;
        }
    }
}
