package passby.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import passby.core.evidence.ExportEvidence.Exported;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.picture.Box;
import passby.core.picture.PlateMask;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ARead;
import passby.core.testing.Results;
import passby.core.testing.TestData;

/** What leaves the city on an approved request, and what never does. */
final class ReleaseGrantTest {
    private final List<String> rules = new ArrayList<>();
    private final Sharing sharing = sharing(ImageRetention.AS_READ);

    private Sharing sharing(ImageRetention pictures) {
        return new Sharing(
                TestData.withImageRetention(TestData.policy(NonHitRetention.DAYS_30), pictures),
                (requester, profile) -> rules.isEmpty()
                        ? new SharingPolicies.Verdict.Permitted()
                        : new SharingPolicies.Verdict.Refused(rules));
    }

    private Result<Exported> released(Grant grant) {
        return sharing.release().handle(sharing.records, grant.grantId());
    }

    private static Map<String, byte[]> files(Result<Exported> released) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(
                new ByteArrayInputStream(Results.value(released).zip()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Set<String> reads(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> name.startsWith("reads/"))
                .map(name -> name.split("/", 3)[1])
                .collect(Collectors.toSet());
    }

    @Test
    void thePackageHoldsExactlyTheScopeAndVouchesForItself() {
        var inside = sharing.store(sharing.read("7TST123"));
        sharing.store(sharing.read("7TST124"));

        var files = files(released(sharing.approved()));

        assertThat(reads(files)).containsExactly(inside.readId());
        assertThat(files)
                .containsKeys(
                        "README.txt",
                        "request.json",
                        "reads/" + inside.readId() + "/read.json",
                        "reads/" + inside.readId() + "/page.pdf",
                        "reads/" + inside.readId() + "/plate.jpg",
                        "reads/" + inside.readId() + "/vehicle.jpg",
                        "custody.json",
                        "manifest.txt",
                        "ledger-entry.json",
                        "ledger-opening.txt",
                        "VerifyExport.java");
        assertThat(new String(files.get("custody.json"), StandardCharsets.UTF_8))
                .contains("requested", "approved", "released", "records-zhou", "manager-osei");
    }

    @Test
    void theEntryOfTheReleaseNamesTheGrantTheScopeAndHowManyReadsLeft() {
        sharing.store(sharing.read("7TST123"));
        var grant = sharing.approved();

        Results.value(released(grant));

        var entry = sharing.city.ledger().entries(EntryType.GRANT_RELEASED).getFirst();
        assertThat(entry.openings().get(Field.GRANT))
                .satisfies(id -> assertThat(id.value()).isEqualTo(grant.grantId()));
        assertThat(entry.openings().get(Field.RESULT_COUNT))
                .satisfies(count -> assertThat(count.value()).isEqualTo("1"));
        assertThat(entry.openings().get(Field.ON_BEHALF_OF))
                .satisfies(requester -> assertThat(requester.value()).contains("Shelbyville"));
        assertThat(entry.canonical()).doesNotContain("7TST123");
    }

    @Test
    void aGrantIsReleasedOnceAndTheSecondTimeRefused() {
        var grant = sharing.approved();

        Results.value(released(grant));

        assertThat(Results.refusal(released(grant))).isEqualTo(new Refusal.Conflict(ReleaseGrant.RELEASED, "released"));
    }

    @Test
    void lookAlikesOtherStatesOtherCamerasAndOtherTimesAreOutside() {
        var inside = sharing.store(sharing.read("7TST123").withState(IssuingState.UNKNOWN));
        sharing.store(sharing.read("7T5T123"));
        sharing.store(sharing.read("7TST123").withState(new IssuingState.Issued("NV", new Confidence(0.9))));
        sharing.store(ARead.of(sharing.read("7TST123").uploadId(), "7TST123", NOW.minus(Duration.ofDays(3))));
        sharing.store(sharing.read("7TST123").withCamera("cam-oak"));
        sharing.city.cameras().put(TestData.camera("cam-elm"));
        var body = Sharing.body();
        var scope = Sharing.scope("7TST123");
        scope.put("cameraIds", List.of("cam-elm"));
        body.put("scope", scope);

        assertThat(reads(files(released(sharing.approved(body))))).containsExactly(inside.readId());
    }

    /** Even where it was not deleted yet (E4). */
    @Test
    void whatIsPastItsInstantIsNotInIt() {
        sharing.store(sharing.read("7TST123").withExpiresAt(NOW));

        assertThat(reads(files(released(sharing.approved())))).isEmpty();
    }

    @Test
    void aPictureWhoseOwnRetentionIsOverIsNotInIt() {
        var brief = sharing(ImageRetention.DAYS_1);
        var old = brief.store(ARead.of(brief.read("7TST123").uploadId(), "7TST123", NOW.minus(Duration.ofHours(25))));

        var files = files(brief.release().handle(brief.records, brief.approved().grantId()));

        assertThat(files).containsKey("reads/" + old.readId() + "/read.json");
        assertThat(files).doesNotContainKey("reads/" + old.readId() + "/vehicle.jpg");
    }

    @Test
    void platesOfOtherCarsAreCovered() {
        sharing.store(sharing.read("7TST123").withOthers(new Box(0.3, 0.3, 0.1, 0.1)));

        var files = files(released(sharing.approved()));

        assertThat(sharing.covered).hasValue(1);
        assertThat(files.entrySet())
                .filteredOn(file -> file.getKey().endsWith("vehicle.jpg"))
                .allSatisfy(file -> assertThat(file.getValue())
                        .isEqualTo(TestData.jpeg("masked").bytes()))
                .hasSize(1);
    }

    @Test
    void whileTheyCannotBeCoveredNothingLeavesAndTheGrantStays() {
        sharing.store(sharing.read("7TST123").withOthers(new Box(0.3, 0.3, 0.1, 0.1)));
        var grant = sharing.approved();
        sharing.mask = (picture, parts) -> new PlateMask.Masked.Unavailable("asleep");

        assertThat(Results.refusal(released(grant)))
                .isEqualTo(new Refusal.Conflict(ReleaseGrant.NOT_COVERED, "approved"));
        assertThat(sharing.grants.find(grant.grantId())).contains(grant);
    }

    @Test
    void moreThanOneAnswerCanHoldIsRefusedByItsBound() {
        for (var i = 0; i <= ReleaseGrant.MAX_READS; i++) {
            sharing.store(sharing.read("7TST123"));
        }
        var grant = sharing.approved();

        assertThat(Results.refusal(released(grant))).isEqualTo(new Refusal.Conflict(ReleaseGrant.TOO_MANY, "approved"));
    }

    @Test
    void onlyAnApprovedRequestIsReleasedAndOnlyInItsQuarterOfAnHour() {
        var waiting = sharing.filed(Sharing.body());
        var late = sharing.approved();

        assertThat(Results.state(released(waiting))).isEqualTo("requested");
        sharing.clock.advance(Duration.ofMinutes(15));
        assertThat(Results.state(released(late))).isEqualTo("lapsed");
    }

    @Test
    void anApprovalOfSomebodyWhoMayNotApproveAnyMoreIsNone() {
        var grant = sharing.approved();
        sharing.city.people().put(TestData.disabled(sharing.manager.person()));

        assertThat(Results.refusal(released(grant)))
                .isEqualTo(new Refusal.Conflict(ReleaseGrant.NOT_APPROVED, "approved"));
    }

    @Test
    void aRuleThatCameMeanwhileRefusesTheRelease() {
        var grant = sharing.approved();
        rules.add("nobody-shares: Nobody shares here.");

        assertThat(Results.refusal(released(grant))).isEqualTo(new Refusal.Denied(rules));
    }

    @Test
    void whatNobodyKnowsAnyMoreIsNotReleasedAndWhatWasNeverFiledIsNotFound() {
        var grant = sharing.approved();
        var forgetful = sharing.release(ids -> Collections.emptyMap());

        assertThat(Results.refusal(forgetful.handle(sharing.records, grant.grantId())))
                .isEqualTo(new Refusal.Conflict(ManageGrants.FORGOTTEN, "approved"));
        assertThat(Results.refusal(sharing.release().handle(sharing.records, "unknown")))
                .isInstanceOf(Refusal.NotFound.class);
    }
}
