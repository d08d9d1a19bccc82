package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.delivery.DeliveringCity.ALERT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
import passby.core.testing.Results;
import passby.core.testing.TestData;

/** From an officer's subscription to the alert in that officer's mailbox. */
final class EmailDeliveryTest {
    private static final Caller LOPEZ = TestData.officer("officer-lopez");
    private static final Caller MANAGER = TestData.caller(TestData.person("manager-adams", Role.PROGRAM_MANAGER));
    private static final String MAILBOX = "lopez@springfield.example";

    private record Mail(String address, String subject, String text) {}

    private final List<Mail> mails = new ArrayList<>();
    private final AtomicReference<Set<String>> bounced = new AtomicReference<>(Set.of());
    private final AtomicBoolean throttled = new AtomicBoolean();
    private final Emails emails = new Emails() {
        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public Sending send(EmailAddress address, String subject, String text) {
            if (throttled.get()) {
                throw new IllegalStateException("throttled");
            }
            if (bounced.get().contains(address.value())) {
                return Sending.GONE;
            }
            mails.add(new Mail(address.value(), subject, text));
            return Sending.SENT;
        }
    };
    private final DeliveringCity delivering = delivering(emails);
    private final DeliverAlerts deliver = delivering.to(DeliverAlerts.Audience.OFFICERS);

    private static DeliveringCity delivering(Emails emails) {
        return new DeliveringCity(
                new Channels((_, _) -> Sending.FAILED, (_, _) -> Sending.FAILED, (_, _, _) -> Sending.FAILED, emails),
                LOPEZ,
                MANAGER);
    }

    private static Map<String, Object> body(String email) {
        return new HashMap<>(Map.of("email", email, "categories", List.of(), "zones", List.of()));
    }

    private void confirmed(Map<String, Object> body) {
        var subscription = Results.value(delivering.manage.subscribe(LOPEZ, new Form(body)));
        var code = Map.<String, Object>of("code", subscription.confirmationCode());
        Results.value(delivering.manage.confirm(LOPEZ, subscription.subscriptionId(), new Form(code)));
        mails.clear();
    }

    @Test
    void aMailboxIsSentACodeAndNoAlertBeforeTheCodeCameBack() {
        var subscription = Results.value(delivering.manage.subscribe(LOPEZ, new Form(body(MAILBOX))));

        assertThat(mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(subscription.confirmationCode()));
        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
    }

    @Test
    void aConfirmedMailboxGetsCategoryZoneShortCodeAndTheFixedText() {
        confirmed(body(MAILBOX));

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));

        assertThat(mails)
                .containsExactly(
                        new Mail(MAILBOX, "Passby", "Passby: stolen-vehicle, zone north, code abcdef. " + Alert.TEXT));
    }

    @Test
    void quietHoursHoldForAMailboxToo() {
        var quiet = body(MAILBOX);
        quiet.put("quietHours", Map.of("from", "00:00", "to", "00:00", "timeZone", "America/Chicago"));
        confirmed(quiet);

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
    }

    @Test
    void anAddressThatBouncedForGoodIsEndedWithAnEntry() {
        confirmed(body(MAILBOX));
        bounced.set(Set.of(MAILBOX));

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 1, 0));

        assertThat(delivering.city.ledger().entries(EntryType.SUBSCRIPTION_ENDED))
                .hasSize(1);
        assertThat(deliver.handle(ALERT.toEverybody())).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
    }

    @Test
    void aThrottledMessageIsSentAtTheNextTryAndOnce() {
        confirmed(body(MAILBOX));
        throttled.set(true);

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 1));
        throttled.set(false);

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));
        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
        assertThat(mails).hasSize(1);
    }

    @Test
    void aCityWithoutASenderRefusesAMailbox() {
        var silent = delivering(Emails.NONE);

        var refused = silent.manage.subscribe(LOPEZ, new Form(body(MAILBOX)));

        assertThat(Results.refusal(refused)).isInstanceOf(Refusal.Denied.class);
        assertThat(silent.subscriptions.of("officer-lopez")).isEmpty();
    }

    @Test
    void onlyAnOperatorSubscribesAMailbox() {
        var refused = delivering.manage.subscribe(MANAGER, new Form(body(MAILBOX)));

        assertThat(Results.refusal(refused)).isInstanceOf(Refusal.Denied.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lopez",
                "lopez@",
                "@springfield.example",
                "lopez@springfield",
                "lopez@springfield.example\nbcc: all@springfield.example",
                "<lopez@springfield.example>",
                "lopez@-springfield.example",
                "lopez lopez@springfield.example"
            })
    void whatIsNoAddressIsRefused(String email) {
        var refused = delivering.manage.subscribe(LOPEZ, new Form(body(email)));

        assertThat(Results.refusal(refused)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void anAddressIsPrintedNowhere() {
        var address = new EmailAddress(MAILBOX);

        assertThat(address.toString()).doesNotContain("lopez");
        assertThat(address.hint()).isEqualTo("l...@springfield.example");
    }
}
