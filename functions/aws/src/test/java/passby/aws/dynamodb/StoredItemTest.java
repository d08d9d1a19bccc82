package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.plate.Plate;

final class StoredItemTest {
    private static StoredItem stored(Item item) {
        return StoredItem.of("thing", 1, item.attributes());
    }

    @Test
    void whatIsWrittenIsRead() {
        var at = Instant.parse("2026-11-23T12:00:00.123456789Z");
        var item = stored(Item.of(1)
                .string("text", "")
                .longValue("whole", 1L << 60)
                .decimal("decimal", -121.25)
                .decimals("decimals", List.of(0.1, 1e-9, 1.0))
                .bool("truth", true)
                .instant("instant", at)
                .part("part", Item.part().string("inner", "x"))
                .parts("parts", List.of(Item.part(), Item.part()))
                .strings("texts", List.of("b", "a"))
                .textSet("set", Set.of("b", "a")));

        assertThat(item.string("text")).isEmpty();
        assertThat(item.longValue("whole")).isEqualTo(1L << 60);
        assertThat(item.decimal("decimal")).isEqualTo(-121.25);
        assertThat(item.decimals("decimals")).containsExactly(0.1, 1e-9, 1.0);
        assertThat(item.bool("truth")).isTrue();
        assertThat(item.instant("instant")).isEqualTo(at);
        assertThat(item.part("part").string("inner")).isEqualTo("x");
        assertThat(item.parts("parts")).hasSize(2);
        assertThat(item.strings("texts")).containsExactly("b", "a");
        assertThat(item.textSet("set")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatIsNotThereMayBeAbsentOnlyWhereThatIsMeant() {
        var item = stored(Item.of(1)
                .optionalString("text", null)
                .optionalInstant("at", null)
                .textSet("set", Set.of()));

        assertThat(item.optionalString("text")).isEmpty();
        assertThat(item.optionalInstant("at")).isEmpty();
        assertThat(item.textSet("set")).isEmpty();
        assertThatThrownBy(() -> item.string("text"))
                .isInstanceOf(UnreadableItem.class)
                .hasMessage("a stored thing has no text");
        assertThatThrownBy(() -> item.strings("list")).isInstanceOf(UnreadableItem.class);
        assertThatThrownBy(() -> item.part("part")).isInstanceOf(UnreadableItem.class);
    }

    @Test
    void anUnknownVersionIsNotGuessedAt() {
        var item = Item.of(2).attributes();

        assertThatThrownBy(() -> StoredItem.of("thing", 1, item))
                .isInstanceOf(UnreadableItem.class)
                .hasMessage("a stored thing has another format version than 1");
    }

    @Test
    void aComplaintNeverRepeatsTheValue() {
        var item = stored(Item.of(1).string("plate", "8tst417").string("at", "8TST417"));

        assertThatThrownBy(() -> item.code("plate", Plate::new))
                .isInstanceOf(UnreadableItem.class)
                .hasMessage("a stored thing has no valid plate")
                .hasNoCause();
        assertThatThrownBy(() -> item.instant("at"))
                .isInstanceOf(UnreadableItem.class)
                .hasMessage("a stored thing has no valid at")
                .hasNoCause();
    }

    /** Probabilities of long texts multiply to numbers that DynamoDB does not take. */
    @Test
    void aNumberTooSmallForDynamoDbIsStoredAsZero() {
        assertThat(stored(Item.of(1).decimal("p", 1e-200)).decimal("p")).isZero();
    }
}
