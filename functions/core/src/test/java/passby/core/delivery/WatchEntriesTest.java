package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.hotlist.EntryAudits;
import passby.core.hotlist.HotListEntry;
import passby.core.ledger.Count;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.testing.AHotListEntry;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class WatchEntriesTest {
    private static final String PLATE = "7TST123";

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(city.ledger());
    private final List<String> texts = new ArrayList<>();
    private EffectivePolicy policy = TestData.policy(NonHitRetention.DAYS_7);
    private final WatchEntries watch = new WatchEntries(
            city.hotLists(),
            subscriptions,
            new Channels(this::send, (_, _) -> Sending.FAILED, (_, _, _) -> Sending.FAILED),
            city.watermarks(),
            city.counters(),
            new EntryFactory(clock, city.entropy()),
            () -> policy,
            clock);

    private Sending send(PhoneNumber number, String text) {
        if (number.value().endsWith("9")) {
            throw new IllegalStateException("throttled");
        }
        texts.add(text);
        return Sending.SENT;
    }

    private HotListEntry listed(Duration life) {
        return AHotListEntry.of("r1", PLATE)
                .withCreatedAt(NOW)
                .withEffective(NOW, NOW.plus(life))
                .build();
    }

    private void subscribe(String person, String number) {
        subscribe(person, number, null);
    }

    private void subscribe(String person, String number, @Nullable QuietHours quiet) {
        subscriptions.put(new Subscription(
                person,
                "sub-" + number,
                new PhoneNumber(number),
                new AlertFilter(Set.of(), Set.of(), quiet),
                "01234567",
                true,
                NOW.plus(Subscription.LIFE)));
    }

    /** Every minute from now until so much later. */
    private void run(Duration time) {
        for (var end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
            clock.advance(Duration.ofMinutes(1));
            watch.handle();
        }
    }

    @Test
    void anAuthorIsWarnedOnceADayBeforeAnApprovedEntryEndsAndReadsNoPlate() {
        var entry = listed(Duration.ofDays(10)).approved("manager-adams");
        city.hotLists().put(entry);
        subscribe(entry.author(), "+15555550123");
        subscribe("somebody-else", "+15555550124");

        run(Duration.ofDays(9).minusMinutes(1));
        assertThat(texts).isEmpty();
        run(Duration.ofDays(1));

        assertThat(texts)
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .isEqualTo("Passby: your hot-list entry r1 ends in 24 h. Change it if it is still needed.")
                        .doesNotContain(PLATE));
    }

    @Test
    void whoWaitsForApprovalIsWarnedAQuarterOfThatTimeBefore() {
        var entry = listed(Duration.ofDays(10));
        city.hotLists().put(entry);
        subscribe(entry.author(), "+15555550123");

        run(Duration.ofHours(18).minusMinutes(1));
        assertThat(texts).isEmpty();
        run(Duration.ofMinutes(2));

        assertThat(texts)
                .singleElement()
                .satisfies(text -> assertThat(text).contains("ends in 6 h, because nobody has approved it."));
    }

    @Test
    void aWarningWaitsForTheEndOfQuietHoursAndComesOnce() {
        var entry = listed(Duration.ofDays(10)).approved("manager-adams");
        city.hotLists().put(entry);
        subscribe(entry.author(), "+15555550123", quiet(11, 14));

        run(Duration.ofDays(9).plusHours(2).minusMinutes(1));
        assertThat(texts).isEmpty();
        run(Duration.ofHours(20));

        assertThat(texts).singleElement().satisfies(text -> assertThat(text).contains("ends in 22 h."));
    }

    @Test
    void aWarningComesInQuietHoursWhereTheEntryEndsInThem() {
        var entry = listed(Duration.ofDays(10));
        city.hotLists().put(entry);
        subscribe(entry.author(), "+15555550123", quiet(5, 13));

        run(Duration.ofHours(18).plusMinutes(1));

        assertThat(texts).hasSize(1);
    }

    @Test
    void anEntryThatTheCitysOwnClockEndsIsWarnedOfThatEnd() {
        policy = TestData.withRecords(policy, new RecordClocks(30, 1096, 3653));
        var entry = listed(Duration.ofDays(60)).approved("manager-adams");
        city.hotLists().put(entry);
        subscribe(entry.author(), "+15555550123");
        clock.advance(Duration.ofDays(29).minusMinutes(2));
        watch.handle();

        run(Duration.ofMinutes(1));
        assertThat(texts).isEmpty();
        run(Duration.ofMinutes(2));

        assertThat(texts).singleElement().satisfies(text -> assertThat(text).contains("ends in 24 h."));
    }

    private static QuietHours quiet(int from, int to) {
        return new QuietHours(LocalTime.of(from, 0), LocalTime.of(to, 0), ZoneId.of("UTC"));
    }

    @Test
    void aTelephoneThatFailsKeepsNoOtherFromBeingWarned() {
        var entry = listed(Duration.ofDays(10)).approved("manager-adams");
        city.hotLists().put(entry);
        subscribe(entry.author(), "+15555550119");
        subscribe(entry.author(), "+15555550123");

        run(Duration.ofDays(9).plusMinutes(1));

        assertThat(texts).hasSize(1);
    }

    @Test
    void aReviewThatNobodyMadeIsEnteredOnceAndCounted() {
        city.hotLists()
                .put(listed(Duration.ofDays(10)).approved("manager-adams").toBeReviewed(NOW));

        run(HotListEntry.REVIEW_WITHIN.minusMinutes(1));
        assertThat(city.ledger().entries(EntryType.HOT_LIST_REVIEW_MISSED)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(watch.handle().missed()).isEqualTo(1);
        var counted = city.counters().ofMinute(clock.instant());
        run(Duration.ofHours(1));

        assertThat(counted).containsEntry(Count.HOT_LIST_REVIEW_MISSED, 1L);
        assertThat(city.ledger().entries(EntryType.HOT_LIST_REVIEW_MISSED)).hasSize(1);
    }

    @Test
    void anAuditThatNobodyMadeIsEnteredOnceForEachPeriodThatGoesBy() {
        watch.handle();
        clock.advance(EntryAudits.PERIOD.minusMinutes(1));
        watch.handle();
        assertThat(city.ledger().entries(EntryType.HOT_LIST_AUDIT_MISSED)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        watch.handle();
        watch.handle();

        assertThat(city.ledger().entries(EntryType.HOT_LIST_AUDIT_MISSED)).hasSize(1);
        clock.advance(EntryAudits.PERIOD);
        watch.handle();
        assertThat(city.ledger().entries(EntryType.HOT_LIST_AUDIT_MISSED)).hasSize(2);
    }

    @Test
    void anAuditBeginsThePeriodAnew() {
        watch.handle();
        clock.advance(EntryAudits.PERIOD.minusDays(1));
        new EntryAudits(city.watermarks()).audited(clock.instant(), TestData.entry(EntryType.HOT_LIST_AUDITED));
        clock.advance(EntryAudits.PERIOD.minusMinutes(1));

        watch.handle();

        assertThat(city.ledger().entries(EntryType.HOT_LIST_AUDIT_MISSED)).isEmpty();
    }

    @Test
    void aReviewThatWasMadeInTimeAndAnEntryThatWasWithdrawnAreNotMissed() {
        var reviewed = listed(Duration.ofDays(10)).approved("manager-adams").toBeReviewed(NOW);
        city.hotLists().put(reviewed.keptAfterReview());
        city.hotLists()
                .put(AHotListEntry.of("r2", "7TST124")
                        .withCreatedAt(NOW)
                        .withEffective(NOW, NOW.plus(Duration.ofDays(10)))
                        .build()
                        .toBeReviewed(NOW)
                        .withdrawn(NOW.plusSeconds(1)));

        run(HotListEntry.REVIEW_WITHIN.plusHours(1));

        assertThat(city.ledger().entries(EntryType.HOT_LIST_REVIEW_MISSED)).isEmpty();
    }
}
