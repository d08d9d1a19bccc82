package passby.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import passby.core.ledger.MerkleTree;
import passby.core.note.MalformedException;

/** Trees from tiles against the definition of RFC 6962, written down once more in {@link MerkleTree}. */
final class TreeProperties {
    private static final int MAX = 1100;
    private static final InMemoryLogFiles FILES = InMemoryLogFiles.ofSize(MAX);

    private static Hash root(int size) {
        return Hash.parseHex(MerkleTree.root(IntStream.range(0, size)
                .mapToObj(i -> Integer.toString(i).getBytes(StandardCharsets.UTF_8))
                .toList()));
    }

    @Property(tries = 100)
    void theRootIsThatOfTheDefinition(@ForAll @IntRange(min = 0, max = MAX) int size) {
        assertThat(new Tree(size, FILES).root()).isEqualTo(root(size));
        assertThat(TreeBuilder.resume(size, FILES, (tile, bytes) -> {}).root()).isEqualTo(root(size));
    }

    @Property(tries = 100)
    void aTreeThatIsTakenUpGrowsAsOneThatNeverStopped(
            @ForAll @IntRange(min = 0, max = MAX) int size, @ForAll @IntRange(min = 0, max = 300) int more) {
        var written = new ArrayList<String>();
        var builder = TreeBuilder.resume(size, FILES, (tile, bytes) -> written.add(tile.path()));
        for (var i = size; i < size + more; i++) {
            builder.append(InMemoryLogFiles.leaf(i));
        }

        assertThat(builder.root()).isEqualTo(root(size + more));
        assertThat(written).hasSizeLessThanOrEqualTo(3);
    }

    @Property(tries = 100)
    void everyEntryIsProvedAndNoOther(
            @ForAll @IntRange(min = 1, max = MAX) int size, @ForAll @IntRange(min = 0, max = MAX - 1) int any) {
        var index = any % size;
        var proof = new Tree(size, FILES).inclusionProof(index);

        assertThat(Proofs.isIncluded(InMemoryLogFiles.leaf(index), index, size, root(size), proof))
                .isTrue();
        assertThat(Proofs.isIncluded(InMemoryLogFiles.leaf(MAX), index, size, root(size), proof))
                .isFalse();
        assertThat(Proofs.isIncluded(InMemoryLogFiles.leaf(index), index, size, root(size + 1), proof))
                .isFalse();
        assertThat(Proofs.isIncluded(InMemoryLogFiles.leaf(index), size, size, root(size), proof))
                .isFalse();
        assertThat(Proofs.isIncluded(InMemoryLogFiles.leaf(index), index, size, root(size), longer(proof)))
                .isFalse();
        if (!proof.isEmpty()) {
            assertThat(Proofs.isIncluded(
                            InMemoryLogFiles.leaf(index), index, size, root(size), proof.subList(1, proof.size())))
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void everyTreeIsProvedToContinueEachEarlierOne(
            @ForAll @IntRange(min = 1, max = MAX) int size, @ForAll @IntRange(min = 0, max = MAX) int any) {
        var earlier = any % (size + 1);
        var proof = new Tree(size, FILES).consistencyProof(earlier);

        assertThat(Proofs.isConsistent(earlier, root(earlier), size, root(size), proof))
                .isTrue();
        assertThat(Proofs.isConsistent(earlier, InMemoryLogFiles.leaf(MAX), size, root(size), proof))
                .isFalse();
        assertThat(Proofs.isConsistent(earlier, root(earlier), size, InMemoryLogFiles.leaf(MAX), proof) && earlier > 0)
                .isFalse();
        assertThat(Proofs.isConsistent(earlier, root(earlier), size, root(size), longer(proof)))
                .isFalse();
        assertThat(Proofs.isConsistent(size + 1, root(earlier), size, root(size), proof))
                .isFalse();
    }

    @Example
    void theEmptyTreeIsTheHashOfNothing() {
        assertThat(TreeHash.EMPTY.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    /** Vectors of the CT reference implementation. */
    @Example
    void rootsAreThoseOfOtherImplementations() {
        var builder = new TreeBuilder((tile, bytes) -> {});
        for (var leaf : List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657")) {
            builder.append(TreeHash.leaf(HexFormat.of().parseHex(leaf)));
        }

        assertThat(builder.root().hex()).isEqualTo("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    }

    @Example
    void aPartialTileThatIsGoneIsReadFromTheFullOne() {
        var files = InMemoryLogFiles.ofSize(600);
        files.files.keySet().removeIf(path -> path.contains(".p/"));

        assertThat(new Tree(512, files).leaf(300)).isEqualTo(InMemoryLogFiles.leaf(300));
        assertThat(new Tree(300, files).leaf(299)).isEqualTo(InMemoryLogFiles.leaf(299));
        assertThatThrownBy(() -> new Tree(600, files).leaf(599)).isInstanceOf(MalformedException.class);
    }

    @Example
    void aTileOfAnotherLengthIsRefused() {
        var files = InMemoryLogFiles.ofSize(300);
        files.files.put("tile/0/000", new byte[8191]);

        assertThatThrownBy(() -> new Tree(300, files).leaf(3))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("tile/0/000");
    }

    private static List<Hash> longer(List<Hash> proof) {
        var longer = new ArrayList<>(proof);
        longer.add(TreeHash.EMPTY);
        return longer;
    }
}
