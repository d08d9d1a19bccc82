package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.picture.Box;
import passby.core.picture.Jpeg;
import passby.core.picture.PlateMask;
import passby.core.purge.RowKind;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

final class CopyEvidenceTest {
    private final Evidence evidence = new Evidence();
    private final String folder = "/" + evidence.read.readId() + "/";

    @Test
    void aHeldReadIsCopiedAndItsRowRunsOnItsOwnClockAgain() {
        var hold = evidence.approved();

        assertThat(evidence.copied()).isEqualTo(1);

        assertThat(evidence.vault.names())
                .containsExactly(
                        "e/" + hold.holdId() + folder + "plate.jpg",
                        "e/" + hold.holdId() + folder + "read.json",
                        "e/" + hold.holdId() + folder + "vehicle.jpg");
        assertThat(evidence.vault.lockedUntil("e/" + hold.holdId() + folder + "read.json"))
                .contains(NOW.plus(Duration.ofDays(90)));
        assertThat(evidence.city.rows().find(RowKind.READ, evidence.read.readId()))
                .get()
                .satisfies(row -> assertThat(row.holds()).isEmpty());
        assertThat(evidence.city.ledger().entries().getLast().type()).isEqualTo(EntryType.EVIDENCE_COPIED);
        assertThat(evidence.copied()).isZero();
    }

    @Test
    void whatWasCopiedBeforeADeathIsNotLost() {
        var hold = evidence.approved();
        evidence.vault.put("e/" + hold.holdId() + folder + "read.json", new byte[] {1}, hold.until());
        evidence.city
                .rows()
                .find(RowKind.READ, evidence.read.readId())
                .orElseThrow()
                .deletedByHand();

        assertThat(evidence.copied()).isEqualTo(1);

        assertThat(evidence.holds.open().getFirst().isCopied()).isTrue();
    }

    @Test
    void aHeldReadThatIsGoneWithoutACopyIsAnAlarm() {
        evidence.approved();
        evidence.city
                .rows()
                .find(RowKind.READ, evidence.read.readId())
                .orElseThrow()
                .deletedByHand();

        assertThatThrownBy(evidence::copied)
                .hasMessage("1 held reads could not be copied")
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()[0]).hasMessage("a held read is gone without a copy"));
    }

    @Test
    void otherPlatesInTheVehiclesCropAreMaskedWhereTheyLie() {
        var read = ARead.of(new Ulids(evidence.clock, evidence.city.entropy()).next(), "7TST123", NOW)
                .withOthers(new Box(0.5, 0.5, 0.1, 0.1), new Box(0.9, 0.9, 0.05, 0.05))
                .build();

        // The crop of the vehicle is the middle half of the frame.
        assertThat(EvidenceRead.others(Objects.requireNonNull(read.pictures())))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.left()).isCloseTo(0.5, within(1e-9));
                    assertThat(part.width()).isCloseTo(0.2, within(1e-9));
                });
    }

    @Test
    void aHoldThatWasNotRenewedExpiresAndItsCopiesAreDeleted() {
        var hold = evidence.approved();
        evidence.copied();
        evidence.clock.set(hold.until());

        assertThat(evidence.end.handle()).isZero();
        assertThat(evidence.holds.find(hold.holdId()))
                .get()
                .extracting(Hold::state)
                .isEqualTo(Hold.State.EXPIRED);
        evidence.clock.advance(EndHolds.COPYING_ENDS);
        assertThat(evidence.end.handle()).isEqualTo(1);

        assertThat(evidence.vault.names()).isEmpty();
        assertThat(evidence.holds.find(hold.holdId())).isEmpty();
        assertThat(evidence.end.handle()).isZero();
    }

    @Test
    void anUnapprovedHoldEndsAfterFourteenDays() {
        var hold = evidence.placed();
        evidence.copied();
        evidence.clock.set(NOW.plus(Duration.ofDays(14)));

        evidence.end.handle();

        assertThat(evidence.holds.find(hold.holdId()))
                .get()
                .extracting(Hold::state)
                .isEqualTo(Hold.State.EXPIRED);
        evidence.clock.advance(EndHolds.COPYING_ENDS);
        evidence.end.handle();
        assertThat(evidence.vault.names()).isEmpty();
    }

    @Test
    void aSharedPictureWaitsForTheRecogniserAndIsNeverCopiedUnmasked() {
        var shared = evidence.store(ARead.of(new Ulids(evidence.clock, evidence.city.entropy()).next(), "7TST124", NOW)
                .withOthers(new Box(0.5, 0.5, 0.1, 0.1))
                .withExpiresAt(NOW.plus(Duration.ofDays(6))));
        evidence.approved(shared);
        evidence.masked.set(parts -> new PlateMask.Masked.Unavailable("too many requests"));
        evidence.clock.advance(Duration.ofMinutes(7));

        assertThat(evidence.copy.handle(Instant.MAX)).isEqualTo(new CopyRun(0, Duration.ofMinutes(7)));
        assertThat(evidence.vault.names()).noneMatch(name -> name.endsWith("vehicle.jpg") || name.endsWith("json"));

        evidence.masked.set(parts -> new PlateMask.Masked.Done(TestData.jpeg("masked " + parts)));
        assertThat(evidence.copied()).isEqualTo(1);
        assertThat(evidence.vault.names().stream()
                        .filter(name -> name.endsWith("vehicle.jpg"))
                        .map(name -> new Jpeg(evidence.vault.find(name).orElseThrow())))
                .containsExactly(TestData.jpeg("masked 1"));
    }

    @Test
    void aReadThatCannotBeCopiedHoldsUpNoOther() {
        var bad = evidence.approved();
        var other = evidence.store(ARead.of(new Ulids(evidence.clock, evidence.city.entropy()).next(), "7TST125", NOW)
                .withExpiresAt(NOW.plus(Duration.ofDays(6))));
        var good = evidence.approved(other);
        evidence.city.pictures().put(evidence.read.pictureKeys().getFirst(), TestData.jpeg("another picture"));

        assertThatThrownBy(evidence::copied).hasMessage("1 held reads could not be copied");

        assertThat(evidence.holds.find(good.holdId())).get().matches(Hold::isCopied);
        assertThat(evidence.holds.find(bad.holdId())).get().matches(hold -> !hold.isCopied());
    }

    @Test
    void noReadIsBegunOnceTheTimeIsOver() {
        evidence.approved();

        assertThat(evidence.copy.handle(NOW)).isEqualTo(new CopyRun(0, Duration.ZERO));
        assertThat(evidence.vault.names()).isEmpty();
    }

    @Test
    void theCopiesOfARenewedHoldAreLockedForLonger() {
        var hold = evidence.approved();
        evidence.copied();
        evidence.end.handle();
        var next = NOW.plus(Duration.ofDays(300));
        evidence.keep.request(
                evidence.records,
                hold.holdId(),
                new Form(Map.of("action", "renew", "role", "records-officer", "reviewAt", next.toString())));
        evidence.keep.decide(evidence.manager, hold.holdId(), Evidence.decision("approve", "program-manager"));

        evidence.end.handle();

        assertThat(evidence.vault.lockedUntil("e/" + hold.holdId() + folder + "read.json"))
                .contains(next);
        assertThat(evidence.holds.find(hold.holdId()))
                .get()
                .extracting(Hold::lockedUntil)
                .isEqualTo(next);
    }

    @Test
    void picturesOfAHeldReadAreSparedUntilTheyAreCopied() {
        evidence.approved();
        var pictures = Objects.requireNonNull(evidence.read.pictures());
        var keys = Set.of(pictures.plate().key(), pictures.vehicle().key(), "c/n/2036010100/0/orphan-1-plate.jpg");
        var spared = new PicturesOfHolds(evidence.holds, evidence.city.frames());

        assertThat(spared.among(keys))
                .containsExactlyInAnyOrder(
                        pictures.plate().key(), pictures.vehicle().key());
        evidence.copied();
        assertThat(spared.among(keys)).isEmpty();
    }
}
