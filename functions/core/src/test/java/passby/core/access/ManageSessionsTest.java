package passby.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.EndsSessions;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.people.Session;
import passby.core.people.Sessions;
import passby.core.request.Refusal;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ManageSessionsTest {
    private static final Person LOPEZ = TestData.person("officer-lopez", Role.OPERATOR);
    private static final Caller OFFICER = TestData.caller(LOPEZ);
    private static final Caller MANAGER = TestData.caller(TestData.person("manager-adams", Role.PROGRAM_MANAGER));

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final EndsSessions people = new EndsSessions(city.people(), city.sessions(), clock);
    private final ManageSessions manage =
            new ManageSessions(TestAuthorizer.open(city, clock), people, city.sessions(), clock);
    private final Session phone = new Session("officer-lopez", "phone", NOW, NOW, "a phone");
    private final Session car = new Session("officer-lopez", "car", NOW.minusSeconds(9), NOW.minusSeconds(9), "a car");

    ManageSessionsTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_30));
        city.people().put(LOPEZ);
        city.sessions().begin(phone, TestData.entry(EntryType.SIGN_IN));
        city.sessions().begin(car, TestData.entry(EntryType.SIGN_IN));
    }

    private Sessions.Touch touch(Session session) {
        return city.sessions().touch("officer-lopez", session.sessionId(), session.signedInAt(), clock.instant());
    }

    @Test
    void anOfficerSeesWhereTheyAreSignedInAndNobodyReadsTheIdOfASession() {
        assertThat(Results.value(manage.own(OFFICER))).containsExactly(phone, car);

        assertThat(phone.reference()).matches("[0-9a-f]{32}").isNotEqualTo(car.reference());
        assertThat(city.ledger().entries().getLast().type()).isEqualTo(EntryType.SESSIONS_LISTED);
    }

    @Test
    void nobodysSessionsAreNotFound() {
        assertThat(Results.refusal(manage.of(MANAGER, "officer-nobody"))).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void anOfficerEndsTheSessionOfALostTelephoneAndKeepsTheOther() {
        var result = manage.endOwn(OFFICER, phone.reference());

        assertThat(Results.value(result)).isEqualTo(phone);
        assertThat(touch(phone)).isEqualTo(Sessions.Touch.LOCKED);
        assertThat(touch(car)).isEqualTo(Sessions.Touch.LIVE);
        var entry = city.ledger().entries().getLast();
        assertThat(entry.type()).isEqualTo(EntryType.SESSION_ENDED);
        assertThat(Objects.requireNonNull(entry.openings().get(Field.ACTION)).value())
                .isEqualTo("end " + phone.reference());
    }

    @Test
    void nobodyEndsTheSessionOfAnotherAsTheirOwn() {
        var stranger = TestData.caller(TestData.person("officer-okafor", Role.OPERATOR));

        assertThat(Results.refusal(manage.endOwn(stranger, phone.reference()))).isEqualTo(new Refusal.NotFound());

        assertThat(touch(phone)).isEqualTo(Sessions.Touch.LIVE);
    }

    @Test
    void theProgramManagerSeesAndEndsSessionsOneByOne() {
        assertThat(Results.value(manage.of(MANAGER, "officer-lopez"))).containsExactly(phone, car);

        Results.value(manage.end(MANAGER, "officer-lopez", car.reference()));

        assertThat(Results.value(manage.of(MANAGER, "officer-lopez"))).containsExactly(phone);
        assertThat(Results.refusal(manage.end(MANAGER, "officer-lopez", car.reference())))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aRevocationEndsEverySessionInOneCallAndNoneComesBackWithThePerson() {
        people.appoint(LOPEZ, LOPEZ.revoked(), TestData.entry(EntryType.ACCESS_REVOKED));
        assertThat(touch(phone)).isEqualTo(Sessions.Touch.LOCKED);
        var begunMeanwhile = new Session("officer-lopez", "meanwhile", NOW, NOW, "a phone");
        city.sessions().begin(begunMeanwhile, TestData.entry(EntryType.SIGN_IN));

        people.appoint(LOPEZ.revoked(), LOPEZ, TestData.entry(EntryType.ACCESS_GRANTED));

        assertThat(touch(phone)).isEqualTo(Sessions.Touch.LOCKED);
        assertThat(touch(begunMeanwhile)).isEqualTo(Sessions.Touch.LOCKED);
    }

    @Test
    void aChangeOfRolesEndsNoSession() {
        people.appoint(LOPEZ, TestData.person("officer-lopez", Role.AUDITOR), TestData.entry(EntryType.ACCESS_GRANTED));

        assertThat(touch(phone)).isEqualTo(Sessions.Touch.LIVE);
    }

    @Test
    void whatConflictsEndsNothing() {
        people.appoint(null, LOPEZ.revoked(), TestData.entry(EntryType.ACCESS_REVOKED));

        assertThat(touch(phone)).isEqualTo(Sessions.Touch.LIVE);
    }

    @Test
    void whoIsGivenAccessUsesTheAccountFromThenOn() {
        clock.advance(Duration.ofDays(100));

        people.appoint(LOPEZ, LOPEZ, TestData.entry(EntryType.ACCESS_GRANTED));

        assertThat(city.sessions().lastUsed("officer-lopez")).isEqualTo(Optional.of(clock.instant()));
    }
}
