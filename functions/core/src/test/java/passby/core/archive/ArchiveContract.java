package passby.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every {@link Archive} does. */
public abstract class ArchiveContract {
    private final String folder = "test/" + new Unique().code() + "/";

    protected abstract Archive archive();

    @Test
    void aFileIsFoundAsItWasPut() {
        archive().put(folder + "a.json", "{\"v\":1,\"é\":\"ü\"}");

        assertThat(archive().find(folder + "a.json")).contains("{\"v\":1,\"é\":\"ü\"}");
        assertThat(archive().find(folder + "b.json")).isEmpty();
    }

    @Test
    void aSecondPutReplacesTheFile() {
        archive().put(folder + "a.json", "1");

        archive().put(folder + "a.json", "2");

        assertThat(archive().find(folder + "a.json")).contains("2");
    }

    @Test
    void onlyNamesWithThePrefixAreListedInTheirOrder() {
        archive().put(folder + "x/2", "");
        archive().put(folder + "x/1", "");
        archive().put(folder + "y/1", "");

        assertThat(archive().list(folder + "x/")).containsExactly(folder + "x/1", folder + "x/2");
        assertThat(archive().list(folder + "z/")).isEmpty();
    }
}
