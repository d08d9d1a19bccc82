package passby.aws.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.aws.stub.NoContext;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.people.AppointPerson;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class AppointPersonHandlerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHIEF = """
            {"personId": "chief-abara", "agency": "Springfield Police Department", "ori": "XX0000000", "roles": ["chief"],
             "trainedUntil": "2027-11-23T12:00:00Z", "acknowledgedUntil": "2027-11-23T12:00:00Z", "active": true}
            """;

    private final InMemoryCity city = new InMemoryCity();

    @Test
    void anAppointmentIsAnsweredWithItsEntry() throws IOException {
        var answer = send(city.people(), CHIEF);

        var entry = city.ledger().entries(EntryType.PERSON_APPOINTED).getFirst();
        assertThat(answer.path("appointed").asBoolean()).isTrue();
        assertThat(answer.path("personId").asText()).isEqualTo("chief-abara");
        assertThat(answer.path("entryId").asText()).isEqualTo(entry.entryId());
        assertThat(answer.path("leafHash").asText()).isEqualTo(entry.leafHash());
    }

    @Test
    void problemsAreAnsweredAsJson() throws IOException {
        var answer = send(city.people(), CHIEF.replace("[\"chief\"]", "[\"operator\", \"system-admin\"]"));

        assertThat(answer.path("appointed").asBoolean(true)).isFalse();
        assertThat(answer.path("problems").path(0).path("field").asText()).isEqualTo("roles");
        assertThat(answer.path("problems").path(0).path("code").asText()).isEqualTo("clash");
        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void whatIsNoObjectIsAProblemToo() throws IOException {
        var answer = send(city.people(), CHIEF + CHIEF);

        assertThat(answer.path("appointed").asBoolean(true)).isFalse();
        assertThat(answer.path("problems").path(0).path("code").asText()).isEqualTo("malformed");
    }

    @Test
    void whoWasSlowerIsTold() throws IOException {
        var answer = send(new AlwaysChanging(), CHIEF);

        assertThat(answer.path("problems").path(0).path("code").asText()).isEqualTo("conflict");
    }

    private JsonNode send(People people, String event) throws IOException {
        var entries = new EntryFactory(new MutableClock(TestData.NOW), city.entropy());
        var handler = new AppointPersonHandler(
                new AppointPerson(() -> TestData.POLICY_HASH, () -> TestData.ORI, people, entries));
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new NoContext());
        return JSON.readTree(answer.toByteArray());
    }

    /** People of whom somebody else is always faster to say something. */
    private static final class AlwaysChanging implements People {
        @Override
        public Optional<Person> find(String personId) {
            return Optional.empty();
        }

        @Override
        public Commit appoint(@Nullable Person before, Person person, Entry entry) {
            return new Commit.Conflict();
        }
    }
}
