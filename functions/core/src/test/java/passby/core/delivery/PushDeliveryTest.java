package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.delivery.DeliveringCity.ALERT;
import static passby.core.testing.TestData.NOW;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.hit.Alert;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.testing.InMemoryCity;
import passby.core.testing.Results;
import passby.core.testing.TestData;

/** From an officer's browser to the alert on its lock screen. */
final class PushDeliveryTest {
    private static final Caller OFFICER = TestData.officer("officer-lopez");
    private static final Caller MANAGER = TestData.caller(TestData.person("manager-adams", Role.PROGRAM_MANAGER));

    private final TestBrowser browser = new TestBrowser();
    private final AtomicReference<Sending> answer = new AtomicReference<>(Sending.SENT);
    private final List<Notice> taken = new ArrayList<>();
    private final Channels channels = new Channels((_, _) -> Sending.FAILED, this::push, (_, _, _) -> Sending.FAILED);
    private final DeliveringCity delivering = new DeliveringCity(channels, MANAGER, OFFICER);
    private final InMemoryCity city = delivering.city;
    private final InMemorySubscriptions subscriptions = delivering.subscriptions;
    private final ManageSubscriptions manage = delivering.manage;
    private final DeliverAlerts deliver = delivering.to(DeliverAlerts.Audience.OFFICERS);

    private Sending push(Browser to, Notice notice) {
        if (answer.get() == Sending.SENT) {
            assertThat(to).isEqualTo(browser.browser());
            taken.add(notice);
        }
        return answer.get();
    }

    private static Map<String, Object> body(Map<String, Object> webPush) {
        return new HashMap<>(Map.of("webPush", webPush, "categories", List.of(), "zones", List.of()));
    }

    private Subscription confirmed() {
        var made = Results.value(manage.subscribe(OFFICER, new Form(body(browser.json()))));
        assertThat(taken).containsExactly(new Notice.Confirmation(made.subscriptionId(), made.confirmationCode()));
        taken.clear();
        var code = new Form(Map.of("code", made.confirmationCode()));
        return Results.value(manage.confirm(OFFICER, made.subscriptionId(), code));
    }

    @Test
    void aBrowserThatSentItsCodeBackGetsEachAlertOnceAndNoPlateInIt() {
        confirmed();

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));
        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));

        assertThat(taken).containsExactly(new Notice.OfHit(ALERT));
        assertThat(taken.getFirst().text()).isEqualTo("stolen-vehicle, zone north, code abcdef. " + Alert.TEXT);
    }

    @Test
    void theSubscriptionOfABrowserThatIsGoneEndsWithItsEntryAndIsNotTriedAgain() {
        var subscription = confirmed();
        answer.set(Sending.GONE);

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 1, 0));

        assertThat(subscriptions.of("officer-lopez")).containsExactly(subscription.ended(NOW));
        assertThat(city.ledger().entries())
                .last()
                .satisfies(entry -> assertThat(entry.type()).isEqualTo(EntryType.SUBSCRIPTION_ENDED));
        answer.set(Sending.SENT);
        assertThat(deliver.handle(ALERT.toEverybody())).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
        assertThat(Results.value(manage.list(OFFICER))).isEmpty();
    }

    @Test
    void aServiceThatIsAwayIsTriedAgain() {
        confirmed();
        answer.set(Sending.FAILED);
        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 1));

        answer.set(Sending.SENT);

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));
    }

    @Test
    void theBrowsersAddressStaysOutOfTheLedger() {
        confirmed();

        assertThat(city.ledger().entries())
                .noneMatch(entry ->
                        entry.toString().contains("wpush") || entry.canonical().contains("wpush"));
        assertThat(browser.browser().toString())
                .doesNotContain("wpush", browser.browser().auth());
    }

    @Test
    void aProgramManagerWhoIsNoOperatorSubscribesNoBrowser() {
        assertThat(Results.refusal(manage.subscribe(MANAGER, new Form(body(browser.json())))))
                .isInstanceOf(Refusal.Denied.class);
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://push.example.com/made-up",
                "http://updates.push.services.mozilla.com/wpush/v2/made-up",
                "https://updates.push.services.mozilla.com.example.com/x",
                "https://updates.push.services.mozilla.com:8443/x",
                "https://x@fcm.googleapis.com/fcm/send/x",
                "https://push.apple.com.example/x",
                "https://evilpush.apple.com.example/x",
                "https://fcm.googleapis.com/fcm/send/x#here",
                "https://169.254.169.254/latest",
                "ftp://fcm.googleapis.com/x",
                "fcm.googleapis.com",
                ""
            })
    void whatIsNoPushServiceOfABrowserIsRefused(String endpoint) {
        var sent = new HashMap<>(browser.json());
        sent.put("endpoint", endpoint);

        assertThat(Results.problems(manage.subscribe(OFFICER, new Form(body(sent)))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("webPush.endpoint malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/made-up:with-a-colon",
                "https://web.push.apple.com/made-up",
                "https://wns2-by3p.notify.windows.com/w/?token=made%2bup"
            })
    void whatBrowsersGiveIsTaken(String endpoint) {
        assertThat(PushEndpoint.parse(endpoint)).isPresent();
    }

    @Test
    void allThatIsWrongWithABrowsersKeysIsSaidAtOnce() {
        var sent = new HashMap<>(browser.json());
        sent.put("keys", Map.of("p256dh", "B" + "A".repeat(86), "auth", "c2hvcnQ", "other", "x"));

        assertThat(Results.problems(manage.subscribe(OFFICER, new Form(body(sent)))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "webPush.keys.p256dh malformed", "webPush.keys.auth malformed", "webPush.keys.other unknown");
    }

    @Test
    void aBrowserAndANumberTogetherAreRefused() {
        var both = body(browser.json());
        both.put("number", "+15555550123");

        assertThat(Results.problems(manage.subscribe(OFFICER, new Form(both))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("number unknown");
    }
}
