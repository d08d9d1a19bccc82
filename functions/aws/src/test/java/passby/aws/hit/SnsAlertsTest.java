package passby.aws.hit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import passby.aws.stub.HttpStub;
import passby.aws.stub.Pointed;
import passby.core.hit.Alert;
import passby.core.hit.HitId;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;

class SnsAlertsTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:passby-alerts";
    private static final CityKey CITY_KEY = new CityKey(1, new byte[CityKey.BYTES]);
    private static final Plate PLATE = new Plate("MADEUP7");
    private static final HitId HIT = HitId.of(CITY_KEY, "elm-and-third-pass-7", CITY_KEY.plateKey(PLATE));
    private static final Alert ALERT = new Alert(
            HIT,
            Category.STOLEN_VEHICLE,
            "north",
            MatchType.O0_FOLD,
            false,
            Duration.ofMinutes(90),
            Duration.ofSeconds(3));
    private static final HttpStub.Answer PUBLISHED = new HttpStub.Answer(200, Map.of("Content-Type", "text/xml"), """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <PublishResult><MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult>
              <ResponseMetadata><RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId></ResponseMetadata>
            </PublishResponse>
            """);

    @Test
    void theMessageNamesTheHitAndWhyItMatters() throws JsonProcessingException {
        var form = published(ALERT);

        var message = new ObjectMapper().readValue(form.get("Message"), new TypeReference<Map<String, Object>>() {});

        assertThat(form)
                .containsEntry("Action", "Publish")
                .containsEntry("TopicArn", TOPIC)
                .doesNotContainKey("MessageStructure");
        assertThat(message)
                .isEqualTo(Map.ofEntries(
                        Map.entry("v", 1),
                        Map.entry("hitId", HIT.value()),
                        Map.entry("shortCode", HIT.shortCode()),
                        Map.entry("category", "stolen-vehicle"),
                        Map.entry("zone", "north"),
                        Map.entry("match", "o0-fold"),
                        Map.entry("advisory", false),
                        Map.entry("listAgeSeconds", 5400),
                        Map.entry("ageSeconds", 3),
                        Map.entry("own", false),
                        Map.entry("escalated", false),
                        Map.entry("text", Alert.TEXT)));
    }

    @Test
    void aLateAlertSaysInItsTextHowLateItIs() throws JsonProcessingException {
        var late = new Alert(HIT, Category.BOLO, "north", MatchType.EXACT, false, Duration.ZERO, Duration.ofHours(1));

        var message = new ObjectMapper().readTree(published(late).get("Message"));

        assertThat(message.path("ageSeconds").asInt()).isEqualTo(3600);
        assertThat(message.path("text").asText()).isEqualTo("Late: the plate was seen 60 minutes ago. " + Alert.TEXT);
    }

    @Test
    void subscribersFilterByAttributes() {
        var form = published(new Alert(
                HIT,
                Category.AMBER_ALERT,
                "harbor",
                MatchType.STATE_UNKNOWN,
                true,
                Duration.ofSeconds(2),
                Duration.ofMinutes(42)));

        var attributes = attributes(form);

        assertThat(attributes)
                .isEqualTo(Map.of(
                        "category",
                        "amber-alert",
                        "zone",
                        "harbor",
                        "match",
                        "state-unknown",
                        "advisory",
                        "true",
                        "escalated",
                        "false"));
    }

    @Test
    void theSubjectIsTheSameForEveryHit() {
        var one = published(ALERT);
        var other = published(new Alert(
                HIT, Category.BOLO, "harbor", MatchType.EXACT, true, Duration.ofSeconds(2), Duration.ofMinutes(42)));

        assertThat(one.get("Subject")).isEqualTo(other.get("Subject")).isEqualTo(SnsAlerts.SUBJECT);
    }

    @Test
    void noPlateNoPlateKeyAndNoLinkGoesOut() {
        var form = published(ALERT);

        assertThat(form.toString())
                .doesNotContain(PLATE.raw())
                .doesNotContain(CITY_KEY.plateKey(PLATE).value())
                .doesNotContainPattern("https?:");
    }

    @Test
    void anAlertThatWasNotTakenIsNotTakenForSent() {
        var refused = new HttpStub.Answer(
                500,
                Map.of("Content-Type", "text/xml"),
                "<ErrorResponse><Error><Type>Receiver</Type><Code>InternalError</Code></Error></ErrorResponse>");
        try (var stub = HttpStub.answering(refused);
                var sns = client(stub)) {
            var alerts = new SnsAlerts(sns, TOPIC);

            assertThatThrownBy(() -> alerts.publish(ALERT)).isInstanceOf(SnsException.class);
        }
    }

    private static Map<String, String> published(Alert alert) {
        try (var stub = HttpStub.answering(PUBLISHED);
                var sns = client(stub)) {
            new SnsAlerts(sns, TOPIC).publish(alert);
            assertThat(stub.received()).hasSize(1);
            return form(stub.received().getFirst().body());
        }
    }

    private static SnsClient client(HttpStub stub) {
        return Pointed.at(stub.endpoint(), SnsClient.builder())
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private static Map<String, String> form(String body) {
        var form = new TreeMap<String, String>();
        for (var field : body.split("&", -1)) {
            var parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    private static Map<String, String> attributes(Map<String, String> form) {
        var attributes = new HashMap<String, String>();
        for (var i = 1; form.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
            var entry = "MessageAttributes.entry." + i;
            assertThat(form).containsEntry(entry + ".Value.DataType", "String");
            attributes.put(form.get(entry + ".Name"), form.get(entry + ".Value.StringValue"));
        }
        return attributes;
    }
}
