package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.picture.Box;
import passby.core.purge.RowKind;
import passby.core.testing.ARead;

final class CopyEvidenceTest {
    private final Evidence evidence = new Evidence();
    private final String folder = "/" + evidence.read.readId() + "/";

    @Test
    void aHeldReadIsCopiedAndItsRowRunsOnItsOwnClockAgain() {
        var hold = evidence.approved();

        assertThat(evidence.copy.handle()).isEqualTo(1);

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
        assertThat(evidence.copy.handle()).isZero();
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

        assertThat(evidence.copy.handle()).isEqualTo(1);

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

        assertThatThrownBy(evidence.copy::handle).hasMessage("1 held reads are gone without a copy");
    }

    @Test
    void otherPlatesInTheVehiclesCropAreMaskedWhereTheyLie() {
        var read = ARead.of(new Ulids(evidence.clock, evidence.city.entropy()).next(), "7TST123", NOW)
                .withOthers(new Box(0.5, 0.5, 0.1, 0.1), new Box(0.9, 0.9, 0.05, 0.05))
                .build();

        // The crop of the vehicle is the middle half of the frame.
        assertThat(EvidenceRead.others(read)).singleElement().satisfies(part -> {
            assertThat(part.left()).isCloseTo(0.5, within(1e-9));
            assertThat(part.width()).isCloseTo(0.2, within(1e-9));
        });
    }

    @Test
    void aHoldThatWasNotRenewedExpiresAndItsCopiesAreDeleted() {
        var hold = evidence.approved();
        evidence.copy.handle();
        evidence.clock.set(hold.until());

        assertThat(evidence.end.handle()).isEqualTo(1);

        assertThat(evidence.vault.names()).isEmpty();
        assertThat(evidence.holds.find(hold.holdId()))
                .get()
                .extracting(Hold::state)
                .isEqualTo(Hold.State.EXPIRED);
        assertThat(evidence.end.handle()).isZero();
    }

    @Test
    void anUnapprovedHoldEndsAfterFourteenDays() {
        var hold = evidence.placed();
        evidence.copy.handle();
        evidence.clock.set(NOW.plus(Duration.ofDays(14)));

        evidence.end.handle();

        assertThat(evidence.holds.find(hold.holdId()))
                .get()
                .extracting(Hold::state)
                .isEqualTo(Hold.State.EXPIRED);
        assertThat(evidence.vault.names()).isEmpty();
    }
}
