package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.id.Ori;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class AppointPersonTest {
    private static final String UNTIL = "2027-11-23T12:00:00Z";

    private final InMemoryCity city = new InMemoryCity();
    private final AppointPerson appointPerson = new AppointPerson(
            () -> TestData.POLICY_HASH,
            () -> TestData.ORI,
            city.people(),
            new EntryFactory(new MutableClock(TestData.NOW), city.entropy()));

    @Test
    void aPersonIsAppointedAndTheEntrySaysWhoDidItAndWhatWasGranted() {
        var answer = appointPerson.handle(new Form(person(List.of("operator", "program-manager"))));

        assertThat(answer).isInstanceOf(AppointPerson.Answer.Appointed.class);
        assertThat(city.people().find("officer-lopez"))
                .contains(new Person(
                        "officer-lopez",
                        "Springfield Police Department",
                        new Ori("XX0000000"),
                        Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER),
                        Instant.parse(UNTIL),
                        Instant.parse(UNTIL),
                        null,
                        true));
        assertThat(opened(Field.ACTOR)).isEqualTo("aws-account-administrator");
        assertThat(opened(Field.SUBJECT)).isEqualTo("officer-lopez");
        assertThat(opened(Field.GRANT))
                .contains("\"roles\":[\"operator\",\"program-manager\"]")
                .contains("\"before\":{}");
    }

    @Test
    void aChangeCommitsToWhatWasSaidBefore() {
        appointPerson.handle(new Form(person(List.of("operator"))));

        var dismissed = new HashMap<>(person(List.of()));
        dismissed.put("active", false);
        var answer = appointPerson.handle(new Form(dismissed));

        assertThat(answer).isInstanceOf(AppointPerson.Answer.Appointed.class);
        assertThat(city.people().find("officer-lopez").orElseThrow().active()).isFalse();
        assertThat(opened(Field.GRANT))
                .contains("\"after\":{\"acknowledgedUntil\":\"" + UNTIL + "\",\"active\":false")
                .contains("\"before\":{\"acknowledgedUntil\":\"" + UNTIL + "\",\"active\":true")
                .contains("\"roles\":[\"operator\"]", "\"roles\":[]");
    }

    @Test
    void nobodyIsOperatorAndSystemAdministratorAtOnce() {
        var answer = appointPerson.handle(new Form(person(List.of("operator", "system-admin"))));

        assertThat(problems(answer)).containsExactly("roles clash");
        assertThat(city.people().find("officer-lopez")).isEmpty();
        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void anOutsideAgencyHoldsNoAccount() {
        var outside = new HashMap<>(person(List.of("operator")));
        outside.put("ori", "XX0000900");

        var answer = appointPerson.handle(new Form(outside));

        assertThat(problems(answer)).containsExactly("ori prohibited");
        assertThat(city.people().find("officer-lopez")).isEmpty();
        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var wrong = Map.<String, Object>of(
                "personId", "with space",
                "agency", " ",
                "ori", "xx0000000",
                "roles", List.of("operator", "sheriff"),
                "trainedUntil", "tomorrow",
                "active", "yes",
                "salary", BigDecimal.ONE);

        var answer = appointPerson.handle(new Form(wrong));

        assertThat(problems(answer))
                .containsExactlyInAnyOrder(
                        "personId malformed",
                        "agency out-of-range",
                        "ori malformed",
                        "roles malformed",
                        "trainedUntil malformed",
                        "acknowledgedUntil missing",
                        "active malformed",
                        "salary unknown");
        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void aRoleStandsOnce() {
        var answer = appointPerson.handle(new Form(person(List.of("auditor", "auditor"))));

        assertThat(problems(answer)).containsExactly("roles malformed");
    }

    private static List<String> problems(AppointPerson.Answer answer) {
        return switch (answer) {
            case AppointPerson.Answer.Invalid(var problems) ->
                problems.stream()
                        .map(problem -> problem.field() + " " + problem.code())
                        .toList();
            case AppointPerson.Answer.Appointed _, AppointPerson.Answer.Conflict _ ->
                throw new AssertionError("it was not refused");
        };
    }

    private String opened(Field field) {
        var openings =
                city.ledger().entries(EntryType.PERSON_APPOINTED).getLast().openings();
        return openings.getOrDefault(field, new Opening("", "")).value();
    }

    private static Map<String, Object> person(List<String> roles) {
        return Map.of(
                "personId",
                "officer-lopez",
                "agency",
                "Springfield Police Department",
                "ori",
                "XX0000000",
                "roles",
                roles,
                "trainedUntil",
                UNTIL,
                "acknowledgedUntil",
                UNTIL,
                "active",
                true);
    }
}
