package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.delivery.DeliveringCity.ALERT;
import static passby.core.testing.TestData.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestData;

/** From the Program Manager's webhook to the alert in the city's own system. */
final class WebhookDeliveryTest {
    private static final String URL = "https://dispatch.example.gov/passby";
    private static final Caller MANAGER = TestData.caller(TestData.person("manager-adams", Role.PROGRAM_MANAGER));
    private static final Caller OFFICER = TestData.officer("officer-lopez");

    private final AtomicReference<Sending> answer = new AtomicReference<>(Sending.SENT);
    private final List<Notice> taken = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Channels channels = new Channels(
            (_, text) -> {
                texts.add(text);
                return Sending.SENT;
            },
            (_, _) -> Sending.FAILED,
            (_, _, notice) -> {
                if (answer.get() == Sending.SENT) {
                    taken.add(notice);
                }
                return answer.get();
            });
    private final DeliveringCity delivering = new DeliveringCity(channels, MANAGER, OFFICER);
    private final InMemoryCity city = delivering.city;
    private final MutableClock clock = delivering.clock;
    private final InMemorySubscriptions subscriptions = delivering.subscriptions;
    private final ManageSubscriptions manage = delivering.manage;

    private static Form body(String url) {
        return new Form(Map.of("webhook", url, "categories", List.of(), "zones", List.of()));
    }

    private Subscription confirmed() {
        var made = Results.value(manage.subscribe(MANAGER, body(URL)));
        var code = new Form(Map.of("code", made.confirmationCode()));
        var confirmed = Results.value(manage.confirm(MANAGER, made.subscriptionId(), code));
        taken.clear();
        return confirmed;
    }

    @Test
    void aWebhookIsSentACodeAndAlertsOnlyAfterTheCodeCameBack() {
        var made = Results.value(manage.subscribe(MANAGER, body(URL)));

        assertThat(taken).containsExactly(new Notice.Confirmation(made.subscriptionId(), made.confirmationCode()));
        assertThat(delivering.to(DeliverAlerts.Audience.SYSTEMS).handle(ALERT))
                .isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
    }

    @Test
    void aConfirmedWebhookTakesEachAlertOnceAndNoTelephoneHearsOfItThere() {
        confirmed();

        var first = delivering.to(DeliverAlerts.Audience.SYSTEMS).handle(ALERT);
        var again = delivering.to(DeliverAlerts.Audience.SYSTEMS).handle(ALERT);

        assertThat(first).isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));
        assertThat(again).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
        assertThat(taken).containsExactly(new Notice.OfHit(ALERT));
        assertThat(delivering.to(DeliverAlerts.Audience.OFFICERS).handle(ALERT))
                .isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
    }

    @Test
    void aWebhookThatIsAwayIsTriedAgainUntilItTakesTheAlert() {
        confirmed();
        answer.set(Sending.FAILED);
        assertThat(delivering.to(DeliverAlerts.Audience.SYSTEMS).handle(ALERT))
                .isEqualTo(new DeliverAlerts.Delivery(0, 0, 1));
        assertThat(delivering.to(DeliverAlerts.Audience.SYSTEMS).handle(ALERT))
                .isEqualTo(new DeliverAlerts.Delivery(0, 0, 1));

        answer.set(Sending.SENT);

        assertThat(delivering.to(DeliverAlerts.Audience.SYSTEMS).handle(ALERT))
                .isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));
    }

    @Test
    void aWebhookOutlivesTheAccessOfWhoSetIt() {
        confirmed();
        var people = new EndsSubscriptions(city.people(), subscriptions, clock);
        people.appoint(MANAGER.person(), TestData.disabled(MANAGER.person()), TestData.entry(EntryType.ACCESS_REVOKED));

        assertThat(delivering.to(DeliverAlerts.Audience.SYSTEMS).handle(ALERT))
                .isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));
    }

    @Test
    void onlyTheProgramManagerSetsSeesAndEndsTheWebhooksOfTheCity() {
        var webhook = confirmed();

        assertThat(Results.refusal(manage.subscribe(OFFICER, body(URL)))).isInstanceOf(Refusal.Denied.class);
        assertThat(Results.value(manage.list(OFFICER))).isEmpty();
        assertThat(Results.refusal(manage.end(OFFICER, webhook.subscriptionId())))
                .isEqualTo(new Refusal.NotFound());
        assertThat(Results.value(manage.list(MANAGER))).containsExactly(webhook);
        assertThat(Results.value(manage.end(MANAGER, webhook.subscriptionId())).isLive(NOW))
                .isFalse();
    }

    @Test
    void aProgramManagerWhoIsNoOperatorSubscribesNoTelephone() {
        var body = new Form(Map.of("number", "+15555550123", "categories", List.of(), "zones", List.of()));

        assertThat(Results.refusal(manage.subscribe(MANAGER, body))).isInstanceOf(Refusal.Denied.class);
        assertThat(texts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dispatch.example.gov/passby",
                "https://officer:secret@dispatch.example.gov/",
                "https://dispatch.example.gov/?token=1",
                "https://dispatch.example.gov/#here",
                "ftp://dispatch.example.gov/",
                "dispatch.example.gov",
                "https://",
                "https://dispatch.example.gov/a b",
                "http://127.0.0.1.example.gov/"
            })
    void whatIsNoAddressOfAWebhookIsRefused(String url) {
        assertThat(Results.problems(manage.subscribe(MANAGER, body(url))))
                .extracting(problem -> problem.field())
                .containsExactly("webhook");
    }

    @Test
    void anAddressAndANumberTogetherAreRefused() {
        var both =
                new Form(Map.of("webhook", URL, "number", "+15555550123", "categories", List.of(), "zones", List.of()));

        assertThat(Results.problems(manage.subscribe(MANAGER, both)))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("number unknown");
    }
}
