package passby.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import passby.aws.http.ProblemType;
import passby.core.plate.Plate;
import passby.local.city.CityKeyFile;
import passby.local.springfield.Springfield;

/** Everything that can go wrong goes wrong, and what the city writes about it tells nothing about anybody. */
@ExtendWith(SharedCity.class)
class NoPlateInAnyLogJourneyIT {
    private static final Duration USUAL_VISIBILITY = Duration.ofSeconds(30);

    @Test
    void aRunFullOfMishapsWritesNoPlateNoKeyAndNoToken(TestCity city) throws Exception {
        var terminal = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        var before = city.log().length();
        var captured = new PrintStream(terminal, true, UTF_8);
        System.setOut(captured);
        System.setErr(captured);

        try {
            mishaps(city);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        var log = city.log();
        assertThat(log.substring(before))
                .contains("A frame goes back to the queue: asleep", "A frame goes back to the queue: java.lang");
        assertThat(log).doesNotContain("NPL6601", "NPL6602", "NPL6603", "NPL6604");
        new Secrets(city).areNotIn("the log", log);
        new Secrets(city).areNotIn("the terminal", terminal.toString(UTF_8));
        assertThat(terminal.toString(UTF_8)).doesNotContain("NPL66");
    }

    private static void mishaps(TestCity city) throws Exception {
        city.visibility(Duration.ofSeconds(3));
        city.awake(false);
        try {
            var asleep = city.send(SpellingRecognizer.later("NPL6601/CA"));
            city.send(SpellingRecognizer.breaking("NPL6602"));
            city.happenings().awaitRetry(asleep);
            city.awake(true);
            city.happenings().end(asleep);
            Patience.until("the dead letter", () -> city.messages(city.queue().deadLetterUrl()) == 1);
            assertThat(city.takeDeadLetter()).doesNotContain("NPL66");
        } finally {
            city.awake(true);
            city.visibility(USUAL_VISIBILITY);
        }
        city.happenings().end(city.send(SpellingRecognizer.frame("HWL5093/OH", "NPL6603")));
        var officer = city.person("officer-lund");
        assertThat(city.found(officer, "NPL6603")).containsExactly("NPL6603");
        officer.post("/v1/searches", "{\"plate\":\"NPL6604\",\"NPL6604\":1").isRefused(ProblemType.MALFORMED_JSON);
        officer.post("/v1/searches", Map.of("NPL6604", "NPL6604"));
        officer.get("/v1/hits/NPL6604").isRefused(ProblemType.NOT_FOUND);
        city.bearing("eyJhbGciOiJSUzI1NiJ9.NPL6604.x").get("/v1/hits").isRefused(ProblemType.UNAUTHENTICATED);
        city.tell("{\"Records\":[{\"s3\":\"NPL6604\"}]}");
        city.awaitQuiet();
        city.city().tick();
    }

    @Test
    void whoeverWroteSuchAThingWouldBeFound(TestCity city) throws Exception {
        var secrets = new Secrets(city);
        city.happenings().end(city.send(SpellingRecognizer.frame("NPL6605/CA")));
        var key = CityKeyFile.in(city.folder(), byte[]::new).plateKey(new Plate("NPL6605"));
        var token = city.engines().oidc().accessToken(Springfield.OFFICER, Duration.ofMinutes(1), Map.of());
        var url = city.promise(city.shot(SpellingRecognizer.frame())).url();

        for (var secret : List.of("NPL6605", "HWL5093", key.value(), token, url.toString())) {
            assertThat(secrets.found("before " + secret + " after")).isNotEmpty();
        }
        LoggerFactory.getLogger("passby.canary").warn("sings of {}", key.value().length());
        assertThat(city.log()).contains("passby.canary sings of " + key.value().length());
    }
}
