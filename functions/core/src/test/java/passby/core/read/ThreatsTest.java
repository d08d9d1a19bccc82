package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.hit.HandleHits;
import passby.core.hit.HitState;
import passby.core.hotlist.ManageCustomEntries;
import passby.core.id.Digests;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.people.Caller;
import passby.core.picture.PictureKind;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;
import passby.core.recognition.PlateReading;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/**
 * The rows of the threat model (docs/threats.md) that the domain owns and that go through several of its parts. The others stand beside
 * what stops them; the document names the tests of each.
 */
final class ThreatsTest {
    private static final PlateReading EX_PARTNER = reading("7TST123", CALIFORNIA);

    private final UploadLine line = new UploadLine(TestData.policy(NonHitRetention.DAYS_7));
    private final Caller stalker = TestData.officer("officer-lopez");
    private final Caller colleague = TestData.officer("officer-okafor");
    private final ManageCustomEntries custom = new ManageCustomEntries(
            TestAuthorizer.open(line.city, line.clock),
            line.city.hotLists(),
            line.city.limits(),
            new Ulids(line.clock, line.city.entropy()),
            line.clock);
    private final HandleHits work = new HandleHits(
            TestAuthorizer.open(line.city, line.clock),
            line.city.hits(),
            line.city.pictures(),
            (seen, step) -> {},
            line.clock);

    private void enterExPartner() {
        var answer = custom.add(
                stalker,
                new Form(Map.of(
                        "plate", "7TST123",
                        "state", "CA",
                        "category", "bolo",
                        "reason", "Suspicious vehicle",
                        "caseNumber", "26-004711",
                        "effective", NOW.toString(),
                        "expires", NOW.plus(Duration.ofDays(30)).toString())));
        assertThat(answer).isInstanceOf(Result.Done.class);
    }

    private String pass(PlateReading plate) {
        var key = line.upload(plate);
        line.handle(key, line.clock.instant());
        return key;
    }

    @Test
    void anOfficerWhoEntersAnExPartnersPlateIsNotTheOnlyOneAlerted() {
        enterExPartner();

        pass(EX_PARTNER);

        assertThat(line.city.alerts().published())
                .singleElement()
                .satisfies(alert -> assertThat(alert.zone()).isEqualTo(TestData.ZONE));
        assertThat(work.list(colleague))
                .extracting(Results::value)
                .satisfies(listed -> assertThat(listed)
                        .singleElement()
                        .satisfies(hit ->
                                assertThat(hit.strongest().entry().author()).isEqualTo("officer-lopez")));
    }

    @Test
    void anOfficerWhoEntersAnExPartnersPlateFollowsItForADayAtMost() {
        enterExPartner();
        line.clock.advance(Duration.ofDays(1));

        pass(EX_PARTNER);

        assertThat(line.city.hits().all()).isEmpty();
        assertThat(line.city.alerts().published()).isEmpty();
    }

    @Test
    void enteringAPlateDoesNotSearchThePast() {
        pass(EX_PARTNER);

        enterExPartner();

        assertThat(line.city.hits().all()).isEmpty();
        assertThat(line.city.ledger().entries())
                .extracting(Entry::type)
                .containsExactly(EntryType.HOT_LIST_ENTRY_ADDED);
    }

    @Test
    void everyLookAtAHitNamesWhoLooked() {
        enterExPartner();
        pass(EX_PARTNER);
        var hitId = line.city.hits().all().getFirst().hitId();

        work.view(stalker, hitId.value());
        work.picture(stalker, hitId.value(), PictureKind.VEHICLE.code());

        for (var type : List.of(EntryType.HIT_VIEWED, EntryType.HIT_PICTURE_STREAMED)) {
            assertThat(line.city.ledger().entries(type)).singleElement().satisfies(entry -> {
                assertThat(entry.openings().get(Field.ACTOR))
                        .isNotNull()
                        .extracting(Opening::value)
                        .isEqualTo("officer-lopez");
                assertThat(entry.openings().get(Field.PLATE))
                        .isNotNull()
                        .extracting(Opening::value)
                        .isEqualTo("7TST123");
            });
        }
    }

    @Test
    void aReplayedUrlBringsNothingNewAndNoSecondAlert() {
        enterExPartner();
        var key = pass(EX_PARTNER);
        var before = line.leftBehind();

        for (var replay = 0; replay < 5; replay++) {
            line.bringBack(key);
            line.handle(key);
        }

        assertThat(line.leftBehind()).isEqualTo(before);
    }

    /** Five pictures a second for ten minutes would be three thousand runs of the recogniser. */
    @Test
    void aReplayedUrlCostsNoSecondLookEvenWhereThePictureShowsNoPlate() {
        for (var key : List.of(line.upload(), pass(EX_PARTNER))) {
            line.handle(key);
            var looks = line.container.asked().size();

            for (var replay = 0; replay < 5; replay++) {
                line.bringBack(key);
                line.handle(key);
            }

            assertThat(line.container.asked()).hasSize(looks);
        }
        assertThat(line.city.counters().total(Count.FRAME_REPLAYED)).isEqualTo(10);
        assertThat(line.city.uploads().keys()).isEmpty();
    }

    @Test
    void whoRewritesAnEntryBeforeItIsSealedIsGivenAwayByTheReceipt() {
        enterExPartner();
        var entry = line.city.ledger().entries().getFirst();
        var receipt = entry.accepted();

        var rewritten = new Entry(
                entry.entryId(),
                entry.type(),
                entry.hour(),
                entry.outcome(),
                entry.policyHash(),
                entry.accessHash(),
                entry.references(),
                Map.of(Field.ACTOR, new Opening("00".repeat(32), "somebody else")));

        assertThat(rewritten.leafHash()).isNotEqualTo(receipt.leafHash());
    }

    @Test
    void everyEntryNamesThePolicyThatWasInForce() {
        enterExPartner();
        var loose = TestData.policy(NonHitRetention.DAYS_7).hash();
        var tight = TestData.policy(2, NonHitRetention.DAYS_1);
        line.city.policyDocuments().put(tight);
        line.clock.advance(Duration.ofSeconds(30));

        pass(EX_PARTNER);

        assertThat(line.city.ledger().entries()).extracting(Entry::policyHash).containsExactly(loose, tight.hash());
    }

    @Test
    void whoReadsKeysInLogsLearnsNoPlateByGuessing() {
        var plate = new Plate("7TST123");
        var key = TestData.CITY_KEY.plateKey(plate).value();

        assertThat(key).doesNotContain("7tst").doesNotContain(Digests.sha256Hex("7TST123"));
        assertThat(new CityKey(1, new byte[32]).plateKey(plate).value()).isNotEqualTo(key);
    }

    @Test
    void aScriptInAReasonStaysInsideItsCommitment() {
        var script = "<script>alert(document.cookie)</script>";
        custom.add(
                stalker,
                new Form(Map.of(
                        "plate", "7TST123",
                        "state", "CA",
                        "category", "bolo",
                        "reason", script,
                        "caseNumber", "26-004711",
                        "effective", NOW.toString(),
                        "expires", NOW.plus(Duration.ofDays(1)).toString())));

        assertThat(line.city.ledger().entries().getFirst().canonical()).doesNotContain("script");
    }

    @Test
    void anAlertIsALeadUntilAnOfficerHasSeenThePicture() {
        enterExPartner();
        pass(EX_PARTNER);

        var hit = line.city.hits().all().getFirst();

        assertThat(hit.state()).isEqualTo(HitState.ALERTED);
        assertThat(work.step(colleague, hit.hitId().value(), new Form(Map.of("step", "image-matched"))))
                .extracting(Results::refusal)
                .isEqualTo(new Refusal.Unmet(Requirement.PICTURE_SEEN));
    }
}
