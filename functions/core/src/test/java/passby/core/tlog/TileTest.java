package passby.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.note.MalformedException;

final class TileTest {
    /** The examples of C2SP tlog-tiles. */
    @Test
    void pathsAreThoseOfTheSpecification() {
        assertThat(Tile.full(0, 1_234_067).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(Tile.full(Tile.ENTRIES, 999).path()).isEqualTo("tile/entries/999");
        assertThat(Tile.full(Tile.ENTRIES, 1000).path()).isEqualTo("tile/entries/x001/000");
    }

    @Test
    void theEdgeOfTheSpecificationsTreeIsAsItSays() {
        assertThat(Tile.edge(70_000)).containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.edge(256)).containsExactly(new Tile(1, 0, 1));
        assertThat(Tile.edge(0)).isEmpty();
    }

    @Property
    void aPathIsParsedToItsTile(
            @ForAll @IntRange(min = -1, max = 7) int level,
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        var tile = new Tile(level, index, width);

        assertThat(Tile.parse(tile.path())).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkpoint",
                "tile/0/1",
                "tile/00/001",
                "tile/8/001",
                "tile/0/x000/001",
                "tile/0/001.p/0",
                "tile/0/001.p/256",
                "tile/0/001.p/01",
                "tile/0/001.p/999",
                "tile/0/../001",
                "tile/entries/x001",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
            })
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(MalformedException.class);
    }
}
