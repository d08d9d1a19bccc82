package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import passby.core.feed.FileCode;
import passby.core.feed.RowRejection;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.lists.ImportAnswer.AbortReason;
import passby.core.lists.ImportAnswer.RefusalReason;
import passby.core.people.Role;

final class ImportListTest {
    private final Importing city = new Importing();

    private ImportReceipt imported(List<String> lines) {
        var answer = city.send(lines);
        assertThat(answer).isInstanceOf(ImportAnswer.Imported.class);
        return ((ImportAnswer.Imported) answer).receipt();
    }

    private void assertAborted(List<String> lines, AbortReason reason) {
        var before = city.alerting();

        var answer = city.send(lines);

        assertThat(answer).isInstanceOfSatisfying(ImportAnswer.Aborted.class, aborted -> {
            assertThat(aborted.reason()).isEqualTo(reason);
            assertThat(aborted.accepted()).isEqualTo(city.ledger.lastRefusal(EntryType.LIST_IMPORTED));
        });
        assertThat(city.alerting()).isEqualTo(before);
    }

    private static List<String> plates(int from, int to) {
        return Importing.rows(from, to).stream()
                .map(row -> row.split(",", -1)[3])
                .toList();
    }

    @Test
    void theFirstFileIsTheFirstVersion() {
        var receipt = imported(Importing.rows(0, 1200));

        assertThat(receipt.version()).isEqualTo(1);
        assertThat(List.of(receipt.added(), receipt.changed(), receipt.removed()))
                .containsExactly(1200, 0, 0);
        assertThat(city.alerting()).isEqualTo(plates(0, 1200));
        assertThat(city.source().alertsAt(Importing.NOW)).isTrue();
    }

    @Test
    void onlyWhatChangedIsWritten() {
        imported(Importing.rows(0, 1000));
        var counting = new CountingRows(city.rows);
        var lines = new ArrayList<>(Importing.rows(10, 1005));
        lines.set(0, Importing.row(10, "RED"));
        Collections.reverse(lines);

        var answer = city.importer(city.lists, city.manifests, counting).handle(city.order(lines));

        assertThat(answer).isInstanceOfSatisfying(ImportAnswer.Imported.class, done -> {
            var receipt = done.receipt();
            assertThat(List.of(receipt.added(), receipt.changed(), receipt.removed()))
                    .containsExactly(5, 1, 10);
        });
        assertThat(counting.put).hasValue(6);
        assertThat(counting.ended).hasValue(11);
        assertThat(city.alerting()).isEqualTo(plates(10, 1005));
        assertThat(city.manifests.names()).hasSize(1);
    }

    @Test
    void aVersionAfterAVersionStillFindsWhatTheFirstOneWrote() {
        imported(Importing.rows(0, 100));
        imported(Importing.rows(5, 100));
        imported(Importing.rows(10, 110));

        assertThat(city.alerting()).isEqualTo(plates(10, 110));
        assertThat(city.source().activeVersion()).isEqualTo(3);
    }

    @Test
    void theReceiptIsInTheLedger() {
        imported(Importing.rows(0, 20));
        city.clock.advance(Duration.ofHours(12));
        var lines = new ArrayList<>(Importing.rows(0, 20));
        lines.add(Importing.row(99).replace("V0", "N0"));

        imported(lines);

        var entry = city.ledger.entries(EntryType.LIST_IMPORTED).getLast();
        assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
        assertThat(Objects.requireNonNull(entry.openings().get(Field.COUNTS)).value())
                .contains("\"entries\":20", "\"refused\":{\"N\":1}", "\"previousAgeSeconds\":43200", "\"sha256\":\"")
                .doesNotContain("T00000X");
    }

    @Test
    void refusedFileCodesAreCountedByCodeAndDoNotAbort() {
        var lines = new ArrayList<>(Importing.rows(0, 10));
        Importing.rows(10, 40).forEach(row -> lines.add(row.replace("V0", "N0")));

        var receipt = imported(lines);

        assertThat(receipt.refused()).isEqualTo(Map.of(FileCode.IMMIGRATION_VIOLATOR, 30L));
        assertThat(city.lists.find(Importing.SOURCE).orElseThrow().active())
                .isNotNull()
                .satisfies(active -> assertThat(active.refused()).isEqualTo(receipt.refused()));
        assertThat(city.alerting()).hasSize(10);
    }

    @Test
    void thePolicyMayEnableNByName() {
        city.policy = new ListPolicy(false, Set.of(FileCode.IMMIGRATION_VIOLATOR), 5, 30);

        var receipt = imported(List.of(Importing.row(1).replace("V0", "N0")));

        assertThat(receipt.refused()).isEmpty();
        assertThat(city.alerting()).hasSize(1);
    }

    @Test
    void aboveFivePercentMalformedNothingIsImported() {
        imported(Importing.rows(0, 100));
        var lines = new ArrayList<>(Importing.rows(0, 95));
        Importing.rows(95, 100).forEach(row -> lines.add(row + ",more"));
        imported(lines);

        lines.add("and one more");

        assertAborted(lines, AbortReason.MALFORMED);
    }

    @Test
    void halfAFileIsNotImported() {
        imported(Importing.rows(0, 100));

        assertAborted(Importing.rows(0, 50), AbortReason.SHRUNK);
        imported(Importing.rows(0, 70));
    }

    @Test
    void aFileWithoutOneGoodRowIsNotImported() {
        assertAborted(List.of(""), AbortReason.EMPTY);
    }

    @Test
    void theSameRecordTwiceIsCountedAndTheFirstCounts() {
        var lines = new ArrayList<>(Importing.rows(0, 50));
        lines.add(Importing.row(7, "RED"));

        var receipt = imported(lines);

        assertThat(receipt.rejected()).isEqualTo(Map.of(RowRejection.DUPLICATE, 1L));
        assertThat(city.rows.visible(Importing.SOURCE, 1))
                .hasSize(50)
                .extracting(row -> row.row().vehicle().colour())
                .containsOnly("BLU");
    }

    @Test
    void aFileThatChangesBetweenTheTwoReadingsBecomesNoVersion() {
        imported(Importing.rows(0, 10));
        var first = String.join("\n", Importing.rows(0, 12)).getBytes(StandardCharsets.US_ASCII);
        var second = String.join("\n", Importing.rows(0, 13)).getBytes(StandardCharsets.US_ASCII);
        var opened = new AtomicInteger();
        var order = new ImportOrder(
                Importing.SOURCE,
                () -> new ByteArrayInputStream(opened.getAndIncrement() == 0 ? first : second),
                Importing.sign(Importing.SOURCE, first, Importing.NOW),
                Importing.NOW,
                "bucket",
                count -> {});

        var answer = city.importer().handle(order);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        ImportAnswer.Aborted.class,
                        aborted -> assertThat(aborted.reason()).isEqualTo(AbortReason.NOT_THE_SAME_TWICE));
        assertThat(city.alerting()).hasSize(10);
    }

    @Test
    void anotherImportAtTheSameTimeSaysThatOneIsUnderWay() {
        var other = new ArrayList<ImportAnswer>();
        var order = city.order(Importing.rows(0, 10));
        var meanwhile = new ImportOrder(
                order.source(),
                order.file(),
                order.signature(),
                order.received(),
                order.by(),
                count -> other.add(city.send(Importing.rows(0, 20))));

        var answer = city.importer().handle(meanwhile);

        assertThat(answer).isInstanceOf(ImportAnswer.Imported.class);
        assertThat(other).singleElement().isInstanceOfSatisfying(ImportAnswer.Busy.class, busy -> {
            assertThat(busy.version()).isEqualTo(1);
            assertThat(busy.until()).isEqualTo(Importing.NOW.plus(Lease.LIFE));
        });
        assertThat(city.alerting()).hasSize(10);
    }

    @Test
    void aListStopsAlertingAtTheMinuteOfItsAge() {
        imported(Importing.rows(0, 10));

        assertThat(city.source()
                        .alertsAt(Importing.NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .isTrue();
        assertThat(city.source().alertsAt(Importing.NOW.plus(Duration.ofHours(24))))
                .isFalse();
    }

    @Test
    void aFileThatItsSourceDidNotSignIsRefused() {
        var file = String.join("\n", Importing.rows(0, 10)).getBytes(StandardCharsets.US_ASCII);
        var good = Importing.sign(Importing.SOURCE, file, Importing.NOW);
        var otherList = Importing.sign("other", file, Importing.NOW);
        var otherBytes = Importing.sign(Importing.SOURCE, new byte[] {1}, Importing.NOW);
        var forged = new FeedSignature(good.source(), good.sha256(), Importing.NOW.plusSeconds(1), good.signature());
        var ahead = Importing.sign(Importing.SOURCE, file, Importing.NOW.plus(Duration.ofHours(1)));

        for (var signature : List.of(otherList, otherBytes, forged, ahead)) {
            assertRefused(city.importer().handle(city.order(file, signature)), RefusalReason.NOT_SIGNED);
        }
        assertRefused(city.importer().handle(city.order(file, null)), RefusalReason.NOT_SIGNED);
        assertThat(city.rows.size()).isZero();
    }

    @Test
    void anOldFileSentAgainIsRefused() {
        var old = city.order(Importing.rows(0, 10));
        city.clock.advance(Duration.ofHours(1));
        imported(Importing.rows(5, 15));

        assertRefused(city.importer().handle(old), RefusalReason.OLDER_THAN_ACTIVE);
    }

    private void assertRefused(ImportAnswer answer, RefusalReason reason) {
        assertThat(answer)
                .isEqualTo(new ImportAnswer.Refused(reason, city.ledger.lastRefusal(EntryType.LIST_IMPORTED)));
    }

    @Test
    void withoutASigningKeyTwoPeopleAgreeToEachFile() {
        var file = String.join("\n", Importing.rows(0, 10)).getBytes(StandardCharsets.US_ASCII);
        var sha256 = Importing.sign(Importing.SOURCE, file, Importing.NOW).sha256();
        var author = new ListSource.Consent("admin-ito", Role.SYSTEM_ADMIN, Importing.NOW, Importing.NOW);
        var second = new ListSource.Consent("manager-silva", Role.PROGRAM_MANAGER, Importing.NOW, Importing.NOW);
        city.lists.put(Importing.source(null));
        assertRefused(city.importer().handle(city.order(file, null)), RefusalReason.NOT_APPROVED);
        city.lists.put(city.source().with(new ListSource.Announcement(sha256, 0, author, null)));
        assertRefused(city.importer().handle(city.order(file, null)), RefusalReason.NOT_APPROVED);

        city.lists.put(city.source().with(new ListSource.Announcement(sha256, 0, author, second)));

        assertThat(city.importer().handle(city.order(file, null))).isInstanceOf(ImportAnswer.Imported.class);
        assertRefused(city.importer().handle(city.order(file, null)), RefusalReason.NOT_APPROVED);
    }

    @Test
    void aFileThatComesAQuarterOfAnHourAfterItsApprovalIsRefused() {
        var file = String.join("\n", Importing.rows(0, 10)).getBytes(StandardCharsets.US_ASCII);
        var sha256 = Importing.sign(Importing.SOURCE, file, Importing.NOW).sha256();
        var consent = new ListSource.Consent("manager-silva", Role.PROGRAM_MANAGER, Importing.NOW, Importing.NOW);
        city.lists.put(Importing.source(null).with(new ListSource.Announcement(sha256, 0, consent, consent)));

        city.clock.advance(Duration.ofMinutes(15));

        assertRefused(city.importer().handle(city.order(file, null)), RefusalReason.NOT_APPROVED);
    }

    @Test
    void aFileThatCameWhileItsApprovalCountedIsImportedHoweverLongItWaitedInTheQueue() {
        var file = String.join("\n", Importing.rows(0, 10)).getBytes(StandardCharsets.US_ASCII);
        var sha256 = Importing.sign(Importing.SOURCE, file, Importing.NOW).sha256();
        var consent = new ListSource.Consent("manager-silva", Role.PROGRAM_MANAGER, Importing.NOW, Importing.NOW);
        city.lists.put(Importing.source(null).with(new ListSource.Announcement(sha256, 0, consent, consent)));
        city.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        var inTime = city.order(file, null);

        city.clock.advance(Duration.ofHours(1));

        assertThat(city.importer().handle(inTime)).isInstanceOf(ImportAnswer.Imported.class);
    }

    @Test
    void twoPeopleMayAcceptThatAListShrinks() {
        imported(Importing.rows(0, 100));
        var half = city.order(Importing.rows(0, 50));
        var consent = new ListSource.Consent("manager-silva", Role.PROGRAM_MANAGER, Importing.NOW, Importing.NOW);
        var sha256 = half.signature() == null ? "" : half.signature().sha256();
        city.lists.put(city.source().with(new ListSource.Announcement(sha256, 50, consent, consent)));

        assertThat(city.importer().handle(half)).isInstanceOf(ImportAnswer.Imported.class);
    }

    @Test
    void aSourceThatOnePersonAloneProposedIsInert() {
        var key = Base64.getEncoder().encodeToString(Importing.KEYS.getPublic().getEncoded());
        city.lists.put(Importing.source(key).suspended());

        assertRefused(city.send(Importing.rows(0, 10)), RefusalReason.NOT_ACCEPTED);
    }

    @Test
    void aLocalOnlyCityTakesNoFile() {
        city.policy = new ListPolicy(true, ListPolicy.DEFAULT.fileCodes(), 5, 30);

        assertRefused(city.send(Importing.rows(0, 10)), RefusalReason.LOCAL_ONLY);
    }

    @Test
    void aFileOfAnUnknownSourceIsRefused() {
        var order = city.order(Importing.rows(0, 10));

        var answer = city.importer()
                .handle(new ImportOrder(
                        "nobody", order.file(), order.signature(), order.received(), order.by(), order.progress()));

        assertRefused(answer, RefusalReason.UNKNOWN_SOURCE);
    }
}
