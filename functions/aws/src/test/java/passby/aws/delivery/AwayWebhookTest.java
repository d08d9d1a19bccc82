package passby.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.delivery.DeliveringCity.ALERT;
import static passby.core.testing.TestData.NOW;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.aws.api.Queue;
import passby.aws.hit.AlertMessage;
import passby.aws.lambda.RetryLater;
import passby.core.delivery.AlertFilter;
import passby.core.delivery.AlertReach;
import passby.core.delivery.Channels;
import passby.core.delivery.DeliverAlerts;
import passby.core.delivery.EndsGoneAddresses;
import passby.core.delivery.InMemorySubscriptions;
import passby.core.delivery.Sending;
import passby.core.delivery.Subscription;
import passby.core.delivery.Webhook;
import passby.core.delivery.WebhookSecret;
import passby.core.delivery.WebhookUrl;
import passby.core.hit.Alert;
import passby.core.hit.HitId;
import passby.core.ledger.EntryFactory;
import passby.core.retention.Timing;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** A system of the city's that is away for an hour and longer, by the clock of its queue. */
final class AwayWebhookTest {
    private static final String AWAY = "https://away.example.gov/passby";
    private static final String WELL = "https://well.example.gov/passby";
    private static final Duration HOUR = Duration.ofHours(1);

    /** What a system that is away does with a call. */
    enum Manner {
        ANSWERS_500 {
            @Override
            int status() {
                return 500;
            }
        },
        ANSWERS_301_TO_ELSEWHERE {
            @Override
            int status() {
                return 301;
            }
        },
        NEVER_ANSWERS {
            @Override
            int status() throws IOException {
                throw new IOException("no answer within 3 s");
            }
        },
        ANSWERS_204 {
            @Override
            int status() {
                return 204;
            }
        };

        abstract int status() throws IOException;
    }

    /** A call that a system took. */
    private record Taken(String system, String hitId, Instant at, Duration age) {}

    /** A message of the queue: it is hidden until then, and dies after so many receives. */
    private static final class Waiting {
        final SQSMessage message = new SQSMessage();
        Instant visibleAt;
        int receives;

        Waiting(Alert alert, Instant now) {
            message.setMessageId(alert.hitId().value());
            message.setBody(AlertMessage.write(alert));
            visibleAt = now;
            sentAt = now;
        }

        final Instant sentAt;

        void receive(Instant now) {
            receives++;
            visibleAt = now.plus(Queue.WEBHOOKS.visibility());
            message.setAttributes(Map.of(
                    "ApproximateReceiveCount",
                    String.valueOf(receives),
                    "SentTimestamp",
                    String.valueOf(sentAt.toEpochMilli())));
        }
    }

    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                throw new AssertionError("nobody asks for " + method.getName());
            });

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(city.ledger());
    private final AlertReach reach = new AlertReach(city.watermarks(), clock);
    private final List<Waiting> queue = new ArrayList<>();
    private final List<Waiting> dead = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Instant> tries = new ArrayList<>();
    private final DeliverAlertsHandler handler = new DeliverAlertsHandler(
            new DeliverAlerts(
                    subscriptions,
                    city.people(),
                    (personId, at) -> Optional.empty(),
                    new Channels(
                            (number, text) -> Sending.FAILED,
                            (browser, notice) -> Sending.FAILED,
                            new SignedWebhooks(this::post, clock)),
                    new EndsGoneAddresses(
                            subscriptions, new EntryFactory(clock, city.entropy()), () -> TestData.POLICY_HASH, clock),
                    reach,
                    DeliverAlerts.Audience.SYSTEMS,
                    Runnable::run,
                    clock),
            new RetryLater(
                    (message, after) ->
                            waiting(message).visibleAt = clock.instant().plus(after),
                    Timing::webhookRetryAfter),
            clock);
    private Manner manner = Manner.ANSWERS_204;

    private int post(URI address, Map<String, String> headers, byte[] body) throws IOException {
        var system = address.toString();
        if (system.equals(AWAY)) {
            tries.add(clock.instant());
        }
        var status = system.equals(AWAY) ? manner.status() : Manner.ANSWERS_204.status();
        if (status == 204) {
            var alert =
                    AlertMessage.parse(new String(body, StandardCharsets.UTF_8)).orElseThrow();
            taken.add(new Taken(system, alert.hitId().value(), clock.instant(), alert.age()));
        }
        return status;
    }

    private Waiting waiting(SQSMessage message) {
        return queue.stream()
                .filter(one -> one.message.getMessageId().equals(message.getMessageId()))
                .findFirst()
                .orElseThrow();
    }

    private void subscribe(String id, String url) {
        subscriptions.put(new Subscription(
                Subscription.CITY,
                id,
                new Webhook(new WebhookUrl(url), new WebhookSecret("whsec_" + "A".repeat(43) + "=")),
                new AlertFilter(Set.of(), Set.of(), null),
                "12345678",
                true,
                NOW.minusSeconds(60).plus(Subscription.LIFE)));
    }

    private static Alert alert(int number) {
        return new Alert(
                new HitId("abcdef"
                        + "%02d"
                                .formatted(number)
                                .replace('0', 'a')
                                .replace('1', 'b')
                                .repeat(23)),
                ALERT.category(),
                ALERT.zone(),
                ALERT.match(),
                false,
                ALERT.listAge(),
                Duration.ofSeconds(2));
    }

    private Waiting publish(Alert alert) {
        var waiting = new Waiting(alert, clock.instant());
        queue.add(waiting);
        return waiting;
    }

    /** Lets the queue do what it does in that time, and the city look every minute whether alerts reach anybody. */
    private void pass(Duration time) {
        var end = clock.instant().plus(time);
        var look = clock.instant();
        while (!look.isAfter(end)) {
            deliverUntil(look);
            clock.set(look);
            reach.look(subscriptions);
            look = look.plus(Duration.ofMinutes(1));
        }
        deliverUntil(end);
        clock.set(end);
    }

    private void deliverUntil(Instant end) {
        for (var next = due(end); next.isPresent(); next = due(end)) {
            var at = next.get().visibleAt;
            clock.set(at.isAfter(clock.instant()) ? at : clock.instant());
            deliver(next.get());
        }
    }

    private Optional<Waiting> due(Instant end) {
        return queue.stream()
                .filter(waiting -> !waiting.visibleAt.isAfter(end))
                .min(Comparator.comparing(waiting -> waiting.visibleAt));
    }

    private void deliver(Waiting waiting) {
        if (waiting.receives == Queue.WEBHOOKS.receives()) {
            queue.remove(waiting);
            dead.add(waiting);
            return;
        }
        waiting.receive(clock.instant());
        var event = new SQSEvent();
        event.setRecords(List.of(waiting.message));
        if (handler.handleRequest(event, CONTEXT).getBatchItemFailures().isEmpty()) {
            queue.remove(waiting);
        }
    }

    private List<Taken> takenBy(String system) {
        return taken.stream().filter(call -> call.system().equals(system)).toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWERS_204")
    void whatIsAwayForAnHourMissesNothingAndKeepsNobodyElseWaiting(Manner away) {
        subscribe("sub-away", AWAY);
        subscribe("sub-well", WELL);
        manner = away;
        for (var number = 1; number <= 6; number++) {
            publish(alert(number));
            pass(Duration.ofMinutes(10));
        }

        assertThat(takenBy(AWAY)).isEmpty();
        assertThat(takenBy(WELL))
                .extracting(Taken::at)
                .containsExactlyElementsOf(IntStream.range(0, 6)
                        .mapToObj(number -> NOW.plus(Duration.ofMinutes(10L * number)))
                        .toList());
        assertThat(reach.isReached()).isTrue();

        manner = Manner.ANSWERS_204;
        pass(Duration.ofMinutes(15));

        assertThat(takenBy(AWAY))
                .extracting(Taken::hitId)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        takenBy(WELL).stream().map(Taken::hitId).toList());
        assertThat(takenBy(AWAY)).allSatisfy(call -> assertThat(call.age()).isGreaterThan(Duration.ofMinutes(10)));
        assertThat(takenBy(WELL)).hasSize(6);
        assertThat(queue).isEmpty();
        assertThat(dead).isEmpty();
    }

    @Test
    void itIsTriedLessAndLessOften() {
        subscribe("sub-away", AWAY);
        manner = Manner.ANSWERS_500;
        publish(alert(1));

        pass(HOUR);

        var pauses = IntStream.range(1, tries.size())
                .mapToObj(n -> Duration.between(tries.get(n - 1), tries.get(n)).toSeconds())
                .toList();
        assertThat(pauses).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L);
    }

    @Test
    void afterTwoAndAHalfHoursItIsADeadLetterThatSomebodyCanSendAgain() {
        subscribe("sub-away", AWAY);
        subscribe("sub-well", WELL);
        manner = Manner.ANSWERS_500;
        publish(alert(1));

        pass(Duration.ofMinutes(160));

        assertThat(dead).hasSize(1);
        assertThat(tries).hasSize(Timing.WEBHOOK_RECEIVES);
        assertThat(Duration.between(NOW, tries.getLast())).isBetween(HOUR.multipliedBy(2), Duration.ofMinutes(150));

        manner = Manner.ANSWERS_204;
        publish(alert(1));
        pass(Duration.ofMinutes(1));

        assertThat(takenBy(AWAY)).hasSize(1);
        assertThat(takenBy(WELL)).hasSize(1);
    }

    @Test
    void aCityWhoseOnlySystemTakesNothingSaysThatItReachesNobodyUntilItDoesAgain() {
        subscribe("sub-away", AWAY);
        pass(Duration.ofMinutes(5));
        assertThat(reach.isReached()).isTrue();
        manner = Manner.ANSWERS_500;
        publish(alert(1));

        pass(Duration.ofMinutes(5));
        assertThat(reach.isReached()).isFalse();
        pass(HOUR);
        assertThat(reach.isReached()).isFalse();

        manner = Manner.ANSWERS_204;
        pass(Duration.ofMinutes(16));
        assertThat(reach.isReached()).isTrue();
        assertThat(takenBy(AWAY)).hasSize(1);
    }

    @Test
    void aCodeThatCameBackSinceShowsThatMessagesArrive() {
        subscribe("sub-away", AWAY);
        manner = Manner.ANSWERS_500;
        publish(alert(1));
        pass(Duration.ofMinutes(5));
        assertThat(reach.isReached()).isFalse();

        subscriptions.put(new Subscription(
                Subscription.CITY,
                "sub-new",
                new Webhook(new WebhookUrl(WELL), new WebhookSecret("whsec_" + "A".repeat(43) + "=")),
                new AlertFilter(Set.of(), Set.of("south"), null),
                "12345678",
                true,
                clock.instant().plusSeconds(1).plus(Subscription.LIFE)));

        clock.advance(Duration.ofSeconds(2));
        assertThat(reach.look(subscriptions)).isEqualTo(1);
    }
}
