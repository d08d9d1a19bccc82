package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.caller;
import static passby.core.testing.TestData.person;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ManageListsTest {
    private static final String SHA256 = "ab".repeat(32);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryLists lists = new InMemoryLists(city.ledger());
    private final Caller admin = caller(person("admin-ito", Role.SYSTEM_ADMIN));
    private final Caller manager = caller(person("manager-silva", Role.PROGRAM_MANAGER));
    private ListPolicy policy = ListPolicy.DEFAULT;
    private final ManageLists manage = new ManageLists(TestAuthorizer.open(city, clock), lists, () -> policy, clock);

    ManageListsTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private static Form proposal() {
        return new Form(proposalBody());
    }

    private static Map<String, Object> proposalBody() {
        return new HashMap<>(Map.of(
                "source", "state",
                "agency", "State Police",
                "layout", "mn",
                "maxAgeHours", BigDecimal.valueOf(24),
                "signingKey",
                        Base64.getEncoder()
                                .encodeToString(Importing.KEYS.getPublic().getEncoded()),
                "role", "system-admin"));
    }

    private static Form as(String role) {
        return new Form(Map.of("role", role));
    }

    private ListSource stored() {
        return lists.find("state").orElseThrow();
    }

    @Test
    void aSourceIsInertUntilASecondPersonInAnotherRoleAcceptsIt() {
        Results.value(manage.propose(admin, proposal()));
        assertThat(stored().isArmed()).isFalse();

        Results.value(manage.accept(manager, "state", as("program-manager")));

        assertThat(stored().isArmed()).isTrue();
        assertThat(city.ledger().entries(EntryType.LIST_ACCEPTED)).hasSize(1);
    }

    @Test
    void whatTheCityTellsEverybodyOfAListNamesRolesAndNobody() {
        Results.value(manage.propose(admin, proposal()));

        Results.value(manage.accept(manager, "state", as("program-manager")));

        var accepted = city.ledger().entries(EntryType.LIST_ACCEPTED).getFirst();
        assertThat(Objects.requireNonNull(accepted.openings().get(Field.AFTER)).value())
                .contains(
                        "\"source\":\"state\"", "\"proposedBy\":\"system-admin\"", "\"acceptedBy\":\"program-manager\"")
                .doesNotContain("admin-", "manager-", "signingKey");
    }

    @Test
    void neitherTheSamePersonNorTheSameRoleAccepts() {
        Results.value(manage.propose(admin, proposal()));
        var both = caller(person("admin-ito", Role.SYSTEM_ADMIN, Role.PROGRAM_MANAGER));
        var friend = caller(person("admin-novak", Role.SYSTEM_ADMIN));

        assertThat(Results.refusal(manage.accept(both, "state", as("program-manager"))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        assertThat(Results.refusal(manage.accept(friend, "state", as("system-admin"))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        assertThat(stored().isArmed()).isFalse();
    }

    @Test
    void whoBindsTheCityHasShownTheirSecondFactorJustNow() {
        Results.value(manage.propose(admin, proposal()));
        clock.advance(Caller.FRESH);

        assertThat(Results.refusal(manage.accept(manager, "state", as("program-manager"))))
                .isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
    }

    @Test
    void nobodyActsInARoleThatTheyDoNotHold() {
        Results.value(manage.propose(admin, proposal()));

        assertThat(Results.problems(manage.accept(manager, "state", as("chief"))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("role not-held");
    }

    @Test
    void everythingThatIsWrongWithAProposalIsSaidAtOnce() {
        var body = proposalBody();
        body.put("source", "custom");
        body.put("layout", "xml");
        body.put("maxAgeHours", BigDecimal.valueOf(10_000));
        body.put("signingKey", "a key");

        assertThat(Results.problems(manage.propose(admin, new Form(body))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "source out-of-range", "layout malformed", "maxAgeHours out-of-range", "signingKey malformed");
    }

    @Test
    void aLocalOnlyCityConfiguresNoOutsideList() {
        policy = new ListPolicy(true, ListPolicy.DEFAULT.fileCodes(), 5, 30);

        assertThat(Results.refusal(manage.propose(admin, proposal()))).isInstanceOf(Refusal.Conflict.class);
        assertThat(lists.all()).isEmpty();
    }

    @Test
    void aSuspendedSourceTakesNoFileUntilItIsAcceptedAgain() {
        Results.value(manage.propose(admin, proposal()));
        Results.value(manage.accept(manager, "state", as("program-manager")));

        Results.value(manage.suspend(manager, "state"));

        assertThat(stored().isArmed()).isFalse();
        assertThat(Results.refusal(manage.announce(admin, "state", file()))).isInstanceOf(Refusal.Conflict.class);
    }

    private static Form file() {
        return new Form(Map.of("sha256", SHA256, "role", "system-admin"));
    }

    @Test
    void anUnsignedFileIsAnnouncedByOneAndApprovedByAnother() {
        Results.value(manage.propose(admin, proposal()));
        Results.value(manage.accept(manager, "state", as("program-manager")));
        Results.value(manage.announce(admin, "state", file()));
        assertThat(allows()).isFalse();
        assertThat(Results.refusal(manage.approve(admin, "state", as("system-admin"))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));

        Results.value(manage.approve(manager, "state", as("program-manager")));

        assertThat(allows()).isTrue();
        assertThat(Results.refusal(manage.approve(manager, "state", as("program-manager"))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    private boolean allows() {
        var announced = stored().announced();
        return announced != null && announced.allows(SHA256, NOW);
    }

    @Test
    void aSourceThatNobodyProposedIsNotFound() {
        assertThat(Results.refusal(manage.accept(manager, "nobody", as("program-manager"))))
                .isEqualTo(new Refusal.NotFound());
        assertThat(Results.refusal(manage.suspend(manager, "nobody"))).isEqualTo(new Refusal.NotFound());
    }
}
