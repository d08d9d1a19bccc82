package passby.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.id.Ori;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ManageAccessTest {
    private static final Caller CHIEF = TestData.caller(TestData.person("chief-ito", Role.CHIEF));
    private static final Caller MANAGER = TestData.caller(TestData.person("manager-adams", Role.PROGRAM_MANAGER));

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final ManageAccess access = new ManageAccess(TestAuthorizer.open(city, clock), city.people(), clock);

    ManageAccessTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_30));
        city.people().put(CHIEF.person());
        city.people().put(MANAGER.person());
    }

    private static Map<String, Object> body(String personId, String... roles) {
        return new HashMap<>(Map.of(
                "personId",
                personId,
                "agency",
                "Springfield Police Department",
                "ori",
                "XX0000000",
                "roles",
                List.of(roles),
                "trainedUntil",
                NOW.plus(Duration.ofDays(20)).toString()));
    }

    private Result<Person> grant(Caller by, String personId, String... roles) {
        return access.grant(by, new Form(body(personId, roles)));
    }

    private static void assertUnmet(Result<?> result, Requirement requirement) {
        assertThat(Results.refusal(result)).isEqualTo(new Refusal.Unmet(requirement));
    }

    @Test
    void theProgramManagerGrantsAccessAndTheEntrySaysWhatWasBeforeAndWhatIsNow() {
        var result = grant(MANAGER, "officer-lopez", "operator");

        assertThat(Results.value(result).roles()).containsExactly(Role.OPERATOR);
        assertThat(city.people().find("officer-lopez")).contains(Results.value(result));
        var entry = city.ledger().entries().getLast();
        assertThat(entry.type()).isEqualTo(EntryType.ACCESS_GRANTED);
        assertThat(entry.accepted()).isEqualTo(result.accepted());
        assertThat(Objects.requireNonNull(entry.openings().get(Field.GRANT)).value())
                .contains("\"before\":{}", "\"operator\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "records-officer", "system-admin"})
    void anOutsideAgencyNeverHoldsAnAccount(String role) {
        var body = body("officer-elsewhere", role, "auditor");
        body.put("ori", "XX0000900");

        var result = access.grant(MANAGER, new Form(body));

        assertThat(Results.problems(result))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("ori prohibited");
        assertThat(city.people().find("officer-elsewhere")).isEmpty();
    }

    @Test
    void auditorsAndVendorsComeFromElsewhere() {
        var auditor = body("auditor-x", "auditor");
        auditor.put("ori", "XX0000900");
        var vendor = body("vendor-x", "vendor");
        vendor.put("ori", "XX0000900");

        assertThat(Results.value(access.grant(MANAGER, new Form(auditor))).ori())
                .isEqualTo(new Ori("XX0000900"));
        assertThat(Results.value(access.grant(CHIEF, new Form(vendor))).ori()).isEqualTo(new Ori("XX0000900"));
    }

    @Test
    void nobodyAcknowledgesForAnother() {
        assertThat(Results.value(grant(MANAGER, "officer-lopez", "operator")).hasAcknowledged(NOW))
                .isFalse();

        var body = body("officer-park", "operator");
        body.put("acknowledgedUntil", NOW.plusSeconds(60).toString());

        assertThat(Results.problems(access.grant(MANAGER, new Form(body))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("acknowledgedUntil unknown");
    }

    @Test
    void theChiefNamesProgramManagersAndVendorsAndNobodyElse() {
        assertThat(Results.value(grant(CHIEF, "deputy-cole", "program-manager")).roles())
                .containsExactly(Role.PROGRAM_MANAGER);
        assertThat(Results.value(grant(CHIEF, "vendor-x", "vendor")).roles()).containsExactly(Role.VENDOR);

        assertUnmet(grant(CHIEF, "officer-lopez", "operator"), Requirement.GRANTING_ROLE);
        assertUnmet(grant(MANAGER, "deputy-lane", "program-manager"), Requirement.GRANTING_ROLE);
        assertUnmet(grant(MANAGER, "vendor-y", "vendor"), Requirement.GRANTING_ROLE);
    }

    @Test
    void noChiefIsMadeOrChangedHere() {
        assertUnmet(grant(MANAGER, "officer-lopez", "chief"), Requirement.GRANTING_ROLE);
        assertUnmet(grant(MANAGER, "chief-ito", "operator"), Requirement.GRANTING_ROLE);
        assertUnmet(grant(CHIEF, "chief-two", "chief"), Requirement.GRANTING_ROLE);
    }

    @Test
    void nobodyChangesTheirOwnAccess() {
        assertUnmet(grant(MANAGER, "manager-adams", "operator"), Requirement.ANOTHER_PERSON);
        assertUnmet(access.revoke(MANAGER, "manager-adams"), Requirement.ANOTHER_PERSON);
    }

    @Test
    void accessIsGrantedWithAFreshSecondFactorOnly() {
        clock.advance(Caller.FRESH);

        assertUnmet(grant(MANAGER, "officer-lopez", "operator"), Requirement.FRESH_SECOND_FACTOR);
    }

    @Test
    void aVendorsAccessEndsWithinThirtyDaysAndOnlyTheChiefRenewsIt() {
        var body = body("vendor-x", "vendor");
        body.put("trainedUntil", NOW.plus(ManageAccess.VENDOR).plusMillis(1).toString());
        assertThat(Results.problems(access.grant(CHIEF, new Form(body))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("trainedUntil out-of-range");

        var vendor = Results.value(grant(CHIEF, "vendor-x", "vendor"));

        assertThat(vendor.isTrained(NOW.plus(Duration.ofDays(20)))).isFalse();
        assertUnmet(grant(MANAGER, "vendor-x", "vendor"), Requirement.GRANTING_ROLE);
    }

    @Test
    void aRevokedPersonIsOutAtOnceAndComesBackOnlyByWhoMayGrantTheirRoles() {
        city.people().put(TestData.person("deputy-cole", Role.PROGRAM_MANAGER));
        clock.advance(Duration.ofMinutes(20));

        assertThat(Results.value(access.revoke(MANAGER, "deputy-cole")).active())
                .isFalse();

        assertThat(city.people().find("deputy-cole").orElseThrow().active()).isFalse();
        assertThat(city.ledger().entries().getLast().type()).isEqualTo(EntryType.ACCESS_REVOKED);
        clock.set(NOW);
        assertUnmet(grant(MANAGER, "deputy-cole", "program-manager"), Requirement.GRANTING_ROLE);
        assertThat(Results.value(grant(CHIEF, "deputy-cole", "program-manager")).active())
                .isTrue();
    }

    @Test
    void nobodyWhoIsUnknownCanBeRevoked() {
        assertThat(Results.refusal(access.revoke(MANAGER, "officer-nobody"))).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void aPersonAcknowledgesTheTextThatIsInForceAndItsHashIsInTheEntry() {
        var lopez = TestData.person("officer-lopez", Role.OPERATOR).acknowledged(Instant.EPOCH, "0".repeat(64));
        city.people().put(lopez);
        var hash = city.policyDocuments().current().hash();

        var result = access.acknowledge(TestData.caller(lopez), new Form(Map.of("policyHash", hash)));

        assertThat(Results.value(result).acknowledgedUntil()).isEqualTo(NOW.plus(ManageAccess.ACKNOWLEDGEMENT));
        var entry = city.ledger().entries().getLast();
        assertThat(entry.type()).isEqualTo(EntryType.POLICY_ACKNOWLEDGED);
        assertThat(Objects.requireNonNull(entry.openings().get(Field.ACTION)).value())
                .isEqualTo("acknowledge " + hash);
        assertThat(Results.problems(
                        access.acknowledge(TestData.caller(lopez), new Form(Map.of("policyHash", "0".repeat(64))))))
                .hasSize(1);
    }

    @Test
    void theAcknowledgedTextIsKeptWithTheAccountWhoeverChangesItsRoles() {
        var lopez = TestData.person("officer-lopez", Role.OPERATOR);
        city.people().put(lopez);
        var hash = city.policyDocuments().current().hash();

        Results.value(access.acknowledge(TestData.caller(lopez), new Form(Map.of("policyHash", hash))));
        Results.value(grant(MANAGER, "officer-lopez", "operator"));

        assertThat(city.people().find("officer-lopez").orElseThrow().acknowledgedPolicy())
                .isEqualTo(hash);
    }

    @Test
    void ofTwoChangesAtOnceOneIsRefused() {
        var lopez = TestData.person("officer-lopez", Role.OPERATOR);
        city.people().put(TestData.disabled(lopez));

        var stale = access.acknowledge(
                TestData.caller(lopez),
                new Form(Map.of("policyHash", city.policyDocuments().current().hash())));

        assertThat(Results.refusal(stale)).isInstanceOf(Refusal.Conflict.class);
        assertThat(city.people().find("officer-lopez").orElseThrow().active()).isFalse();
    }
}
