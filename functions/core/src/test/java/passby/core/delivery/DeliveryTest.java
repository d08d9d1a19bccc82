package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.delivery.DeliveringCity.ALERT;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.core.access.ManageAccess;
import passby.core.form.Form;
import passby.core.hit.Alert;
import passby.core.hotlist.Category;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** From an officer's subscription to the alert on that officer's telephone. */
final class DeliveryTest {
    private static final Caller LOPEZ = TestData.officer("officer-lopez");
    private static final Caller PARK = TestData.officer("officer-park");
    private static final Caller MANAGER = TestData.caller(TestData.person("manager-adams", Role.PROGRAM_MANAGER));
    private static final String NUMBER = "+15555550123";

    private record Text(String number, String text) {}

    private final List<Text> texts = new CopyOnWriteArrayList<>();
    private final AtomicReference<CountDownLatch> slow = new AtomicReference<>(new CountDownLatch(0));
    private final AtomicReference<Set<String>> throttled = new AtomicReference<>(Set.of());
    private final AtomicReference<Set<String>> optedOut = new AtomicReference<>(Set.of());
    private final Channels channels = new Channels(this::send, (_, _) -> Sending.FAILED, (_, _, _) -> Sending.FAILED);
    private final DeliveringCity delivering = new DeliveringCity(channels, LOPEZ, PARK, MANAGER);
    private final InMemoryCity city = delivering.city;
    private final MutableClock clock = delivering.clock;
    private final InMemorySubscriptions subscriptions = delivering.subscriptions;
    private final ManageSubscriptions manage = delivering.manage;
    private final DeliverAlerts deliver = delivering.to(DeliverAlerts.Audience.OFFICERS);

    private Sending send(PhoneNumber number, String text) {
        if (throttled.get().contains(number.value())) {
            throw new IllegalStateException("throttled");
        }
        if (optedOut.get().contains(number.value())) {
            return Sending.REFUSED;
        }
        awaitTheOthers(number);
        texts.add(new Text(number.value(), text));
        slow.get().countDown();
        return Sending.SENT;
    }

    private void awaitTheOthers(PhoneNumber number) {
        try {
            if (number.value().equals(NUMBER) && !slow.get().await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody else got a message meanwhile");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> body(String number) {
        return new HashMap<>(Map.of("number", number, "categories", List.of(), "zones", List.of()));
    }

    private Subscription subscribed(Caller caller, Map<String, Object> body) {
        return Results.value(manage.subscribe(caller, new Form(body)));
    }

    private Subscription confirmed(Caller caller, Map<String, Object> body) {
        var subscription = subscribed(caller, body);
        var code = Map.<String, Object>of("code", subscription.confirmationCode());
        var confirmed = Results.value(manage.confirm(caller, subscription.subscriptionId(), new Form(code)));
        texts.clear();
        return confirmed;
    }

    @Test
    void aTelephoneIsSentACodeAndNoAlertBeforeTheCodeCameBack() {
        var subscription = subscribed(LOPEZ, body(NUMBER));

        assertThat(texts)
                .singleElement()
                .satisfies(text -> assertThat(text.text()).contains(subscription.confirmationCode()));
        texts.clear();
        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
        assertThat(texts).isEmpty();
    }

    @Test
    void aConfirmedTelephoneGetsCategoryZoneShortCodeAndTheFixedText() {
        confirmed(LOPEZ, body(NUMBER));

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));

        assertThat(texts)
                .containsExactly(
                        new Text(NUMBER, "Passby: stolen-vehicle, zone north, code abcdef. " + Alert.SHORT_TEXT));
    }

    @Test
    void theLongestAlertIsOnePartOfATextMessage() {
        var longest = Stream.of(Category.values())
                .mapToInt(category -> category.code().length())
                .max()
                .orElseThrow();

        var message =
                "Passby: %s, zone %s, code abcdef. %s".formatted("c".repeat(longest), "z".repeat(16), Alert.SHORT_TEXT);

        assertThat(message).hasSizeLessThanOrEqualTo(160).matches("[A-Za-z0-9 .,:-]+");
    }

    private static Alert own(boolean advisory) {
        return new Alert(
                ALERT.hitId(),
                Category.BOLO,
                ALERT.zone(),
                ALERT.match(),
                advisory,
                ALERT.listAge(),
                ALERT.age(),
                true,
                false);
    }

    private static Map<String, Object> onlyAmber(String number) {
        var body = body(number);
        body.put("categories", List.of("amber-alert"));
        return body;
    }

    /** product.md, C2: nobody follows one car alone. */
    @Test
    void anOwnEntryAlertsTheWholeShiftWhateverTheyChoseAndNobodyElse() {
        confirmed(LOPEZ, onlyAmber(NUMBER));
        confirmed(PARK, onlyAmber("+15555550124"));
        delivering.onDuty.put("officer-lopez", true);
        delivering.onDuty.put("officer-park", false);

        assertThat(deliver.handle(own(false))).isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));

        assertThat(texts).extracting(Text::number).containsExactly(NUMBER);
    }

    @Test
    void whoseHoursNobodyEnteredHearsOfAnOwnEntryOutsideOfQuietHours() {
        confirmed(LOPEZ, onlyAmber(NUMBER));
        var quiet = onlyAmber("+15555550124");
        quiet.put("quietHours", Map.of("from", "00:00", "to", "23:59", "timeZone", "UTC"));
        confirmed(PARK, quiet);

        deliver.handle(own(false));

        assertThat(texts).extracting(Text::number).containsExactly(NUMBER);
    }

    @Test
    void anEntryOfAnotherAgencyOrAnAdvisoryHitDoesNotAlertTheShift() {
        confirmed(LOPEZ, onlyAmber(NUMBER));
        delivering.onDuty.put("officer-lopez", true);

        deliver.handle(ALERT);
        deliver.handle(own(true));

        assertThat(texts).isEmpty();
    }

    @Test
    void anOfficerOfTheShiftWhoWasRevokedHearsNothingOfAnOwnEntry() {
        confirmed(LOPEZ, onlyAmber(NUMBER));
        delivering.onDuty.put("officer-lopez", true);
        city.people().put(TestData.disabled(LOPEZ.person()));

        deliver.handle(own(false));

        assertThat(texts).isEmpty();
    }

    @Test
    void anAlertThatIsDeliveredAgainIsSentOnce() {
        confirmed(LOPEZ, body(NUMBER));
        deliver.handle(ALERT);

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
        assertThat(texts).hasSize(1);
    }

    @Test
    void anAlertThatNobodyViewedReachesAlsoThoseWhoChoseOthersOrSleepOnceMore() {
        var quiet = body(NUMBER);
        quiet.put("zones", List.of("south"));
        quiet.put("quietHours", Map.of("from", "00:00", "to", "00:00", "timeZone", "America/Chicago"));
        confirmed(LOPEZ, quiet);
        confirmed(PARK, body("+15555550124"));
        deliver.handle(ALERT);
        assertThat(texts).extracting(Text::number).containsExactly("+15555550124");

        assertThat(deliver.handle(ALERT.toEverybody())).isEqualTo(new DeliverAlerts.Delivery(2, 0, 0));
        assertThat(deliver.handle(ALERT.toEverybody())).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));

        assertThat(texts)
                .hasSize(3)
                .last()
                .satisfies(text -> assertThat(text.text()).contains("Nobody has viewed this hit yet."));
    }

    @Test
    void aThrottledMessageIsTriedAgainAndNobodyElseHearsTwice() {
        confirmed(LOPEZ, body(NUMBER));
        confirmed(PARK, body("+15555550124"));
        throttled.set(Set.of(NUMBER));

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(1, 0, 1));
        throttled.set(Set.of());
        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(1, 0, 0));

        assertThat(texts).extracting(Text::number).containsExactly("+15555550124", NUMBER);
    }

    /** The slow one ends only after all others have their message. */
    @Test
    void aNumberThatIsSlowToTakeItsMessageKeepsNoOtherWaiting() throws Exception {
        confirmed(LOPEZ, body(NUMBER));
        confirmed(PARK, body("+15555550124"));
        confirmed(PARK, body("+15555550125"));
        slow.set(new CountDownLatch(2));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var delivery =
                    delivering.to(DeliverAlerts.Audience.OFFICERS, threads).handle(ALERT);

            assertThat(delivery).isEqualTo(new DeliverAlerts.Delivery(3, 0, 0));
        }
        assertThat(texts).extracting(Text::number).hasSize(3).last().isEqualTo(NUMBER);
    }

    @Test
    void aCityWhoseOnlyTelephoneWantsNoMessagesSaysThatItReachesNobody() {
        confirmed(LOPEZ, body(NUMBER));
        assertThat(delivering.reach().look(subscriptions)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        optedOut.set(Set.of(NUMBER));

        deliver.handle(ALERT);

        assertThat(delivering.reach().look(subscriptions)).isZero();
    }

    @Test
    void aNumberThatWantsNoMessagesIsNotTriedAgain() {
        confirmed(LOPEZ, body(NUMBER));
        optedOut.set(Set.of(NUMBER));

        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 1, 0));
        assertThat(deliver.handle(ALERT)).isEqualTo(new DeliverAlerts.Delivery(0, 0, 0));
    }

    @Test
    void aLateAlertSaysHowLateItIs() {
        confirmed(LOPEZ, body(NUMBER));

        deliver.handle(ALERT.after(Duration.ofMinutes(5)));

        assertThat(texts)
                .singleElement()
                .satisfies(text -> assertThat(text.text()).contains("Late: the plate was seen 5 minutes ago."));
    }

    @Test
    void whoIsRevokedHearsOfNoHitAndTheSubscriptionGoes() {
        confirmed(LOPEZ, body(NUMBER));
        var people = new EndsSubscriptions(city.people(), subscriptions, clock);
        new ManageAccess(TestAuthorizer.open(city, clock), people, clock).revoke(MANAGER, "officer-lopez");

        assertThat(subscriptions.of("officer-lopez"))
                .allSatisfy(subscription -> assertThat(subscription.isLive(NOW)).isFalse());
        deliver.handle(ALERT);
        assertThat(texts).isEmpty();
    }

    /** The process died between the revocation and the end of the subscriptions. */
    @Test
    void aSubscriptionThatOutlivedItsPersonsAccessIsNotUsed() {
        confirmed(LOPEZ, body(NUMBER));
        city.people().put(TestData.disabled(LOPEZ.person()));

        deliver.handle(ALERT);

        assertThat(texts).isEmpty();
    }

    @Test
    void aWrongCodeConfirmsNothingAndALateOneFindsNothing() {
        var subscription = subscribed(LOPEZ, body(NUMBER));
        var wrong = subscription.confirmationCode().equals("00000000") ? "00000001" : "00000000";
        var id = subscription.subscriptionId();

        assertThat(Results.problems(manage.confirm(LOPEZ, id, new Form(Map.of("code", wrong)))))
                .extracting(problem -> problem.field())
                .containsExactly("code");
        clock.advance(Subscription.CONFIRMATION);
        var late = manage.confirm(LOPEZ, id, new Form(Map.of("code", subscription.confirmationCode())));

        assertThat(Results.refusal(late)).isEqualTo(new Refusal.NotFound());
        assertThat(subscriptions.confirmed()).isEmpty();
    }

    @Test
    void nobodySeesConfirmsOrEndsTheSubscriptionOfAnother() {
        var subscription = subscribed(LOPEZ, body(NUMBER));
        var code = new Form(Map.of("code", subscription.confirmationCode()));

        assertThat(Results.value(manage.list(PARK))).isEmpty();
        assertThat(Results.refusal(manage.confirm(PARK, subscription.subscriptionId(), code)))
                .isEqualTo(new Refusal.NotFound());
        assertThat(Results.refusal(manage.end(PARK, subscription.subscriptionId())))
                .isEqualTo(new Refusal.NotFound());
    }

    @Test
    void anEndedSubscriptionIsNeitherListedNorUsed() {
        var subscription = confirmed(LOPEZ, body(NUMBER));

        manage.end(LOPEZ, subscription.subscriptionId());

        assertThat(Results.value(manage.list(LOPEZ))).isEmpty();
        deliver.handle(ALERT);
        assertThat(texts).isEmpty();
        assertThat(city.ledger().entries(EntryType.SUBSCRIPTION_ENDED)).hasSize(1);
    }

    @Test
    void aPersonHasAtMostFive() {
        for (var n = 0; n < ManageSubscriptions.MOST; n++) {
            subscribed(LOPEZ, body(NUMBER));
        }

        assertThat(Results.problems(manage.subscribe(LOPEZ, new Form(body(NUMBER)))))
                .extracting(problem -> problem.code())
                .containsExactly("out-of-range");
    }

    @Test
    void everythingThatIsWrongWithABodyIsSaidAtOnce() {
        var body = body("0171 2345");
        body.put("categories", List.of("speeding"));
        body.put("quietHours", Map.of("from", "25:00", "to", "06:00", "timeZone", "Mars/Olympus"));

        assertThat(Results.problems(manage.subscribe(LOPEZ, new Form(body))))
                .extracting(problem -> problem.field())
                .containsExactlyInAnyOrder("number", "categories", "quietHours.from", "quietHours.timeZone");
        assertThat(texts).isEmpty();
    }

    @Test
    void neitherNumberNorCodeStandsInAText() {
        var subscription = subscribed(LOPEZ, body(NUMBER));

        assertThat(subscription.toString() + subscription.address())
                .doesNotContain(NUMBER)
                .doesNotContain(subscription.confirmationCode());
    }
}
