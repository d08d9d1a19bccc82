package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * While a new version is let in, and after it was taken back, the version before reads what the new one wrote. Items of the version that was
 * released last lie in {@code golden-released}; {@code scripts/release} puts the golden items there. The released version reads past attributes
 * that it does not know ({@link GoldenItemsIT} gave each of its golden items one); so all that it needs is that those that it knows are still
 * written, with the same types and the same version of the format. That the new version reads the old items is shown there too.
 */
final class PredecessorIT {
    static Stream<Table> tables() {
        return GoldenItemsIT.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everythingThatTheReleasedVersionReadsOfAnItemIsStillWritten(Table table) throws IOException {
        var released = GoldenItemsIT.golden("golden-released", table);

        assertThat(released)
                .as("%s has items of the released version", table.name())
                .isNotEmpty();
        for (var item : released) {
            assertThat(GoldenItemsIT.golden("golden", table))
                    .as("an item with the key and all attributes of %s", key(table, item))
                    .anyMatch(now -> key(table, now).equals(key(table, item)) && covers(now, item));
        }
    }

    private static List<AttributeValue> key(Table table, Map<String, AttributeValue> item) {
        return Stream.of(table.partition(), table.sort() == null ? table.partition() : table.sort())
                .map(name -> item.getOrDefault(name, AttributeValue.fromNul(true)))
                .toList();
    }

    private static boolean covers(Map<String, AttributeValue> now, Map<String, AttributeValue> released) {
        return released.entrySet().stream().allMatch(attribute -> {
            var value = now.get(attribute.getKey());
            return value != null && covers(attribute.getKey(), value, attribute.getValue());
        });
    }

    /** Values may differ, but for what says how the rest is to be read. */
    private static boolean covers(String name, AttributeValue now, AttributeValue released) {
        if (now.type() != released.type()) {
            return false;
        }
        return switch (now.type()) {
            case M -> covers(now.m(), released.m());
            case L ->
                now.l().size() >= released.l().size()
                        && IntStream.range(0, released.l().size())
                                .allMatch(index -> covers(
                                        name, now.l().get(index), released.l().get(index)));
            default -> !name.equals("v") || now.equals(released);
        };
    }
}
