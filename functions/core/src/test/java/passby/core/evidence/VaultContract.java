package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every {@link Vault} does. */
public abstract class VaultContract {
    private final String folder = "e/" + new Unique().code() + "/";

    protected abstract Vault vault();

    @Test
    void aCopyIsFoundAsItWasPut() {
        vault().put(folder + "read/plate.jpg", new byte[] {1, -2, 3}, NOW);

        assertThat(vault().find(folder + "read/plate.jpg")).get().isEqualTo(new byte[] {1, -2, 3});
        assertThat(vault().find(folder + "read/vehicle.jpg")).isEmpty();
    }

    @Test
    void theSameCopyIsPutTwiceWithoutHarm() {
        vault().put(folder + "read.json", new byte[] {1}, NOW);

        vault().put(folder + "read.json", new byte[] {1}, NOW.plus(Duration.ofDays(1)));

        assertThat(vault().find(folder + "read.json")).get().isEqualTo(new byte[] {1});
    }

    @Test
    void everythingUnderAPrefixIsDeletedAndNothingElse() {
        vault().put(folder + "a/read.json", new byte[] {1}, NOW);
        vault().put(folder + "a/plate.jpg", new byte[] {2}, NOW);
        vault().put(folder + "b/read.json", new byte[] {3}, NOW);

        vault().delete(folder + "a/");

        assertThat(vault().find(folder + "a/read.json")).isEmpty();
        assertThat(vault().find(folder + "a/plate.jpg")).isEmpty();
        assertThat(vault().find(folder + "b/read.json")).isPresent();
        vault().delete(folder + "a/");
    }
}
