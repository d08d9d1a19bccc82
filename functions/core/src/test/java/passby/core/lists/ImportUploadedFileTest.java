package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ImportUploadedFileTest {
    private final Importing city = new Importing();
    private final InMemoryFeedFiles files = new InMemoryFeedFiles();
    private final InMemoryImportOutcomes outcomes = new InMemoryImportOutcomes();
    private final ImportUploadedFile importFile =
            new ImportUploadedFile(files, order -> city.importer().handle(order), outcomes, city.clock);

    private String send(List<String> lines) {
        var bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        return files.send(
                Importing.SOURCE,
                bytes,
                Importing.sign(Importing.SOURCE, bytes, city.clock.instant()),
                city.clock.instant());
    }

    private Optional<ImportAnswer> run(String sha256, Instant until) {
        return importFile.handle(Importing.SOURCE, sha256, until);
    }

    @Test
    void whatWasImportedIsDeletedAndToldWithItsCounts() {
        var sha256 = send(Importing.rows(0, 3));

        assertThat(run(sha256, Instant.MAX)).containsInstanceOf(ImportAnswer.Imported.class);

        assertThat(outcomes.find(Importing.SOURCE, sha256)).hasValueSatisfying(outcome -> {
            assertThat(outcome.result()).isEqualTo(ImportOutcome.Result.IMPORTED);
            assertThat(outcome.counts())
                    .containsEntry("rows", 3L)
                    .containsEntry("added", 3L)
                    .containsEntry("version", 1L);
        });
        assertThat(run(sha256, Instant.MAX)).isEmpty();
        assertThat(files.open()).isZero();
    }

    @Test
    void whatIsNotTakenIsDeletedAndToldWithItsReason() {
        var bytes = Importing.row(1).getBytes(StandardCharsets.US_ASCII);
        var sha256 = files.send(Importing.SOURCE, bytes, null, Importing.NOW);

        assertThat(run(sha256, Instant.MAX)).containsInstanceOf(ImportAnswer.Refused.class);

        assertThat(outcomes.find(Importing.SOURCE, sha256))
                .hasValueSatisfying(outcome -> assertThat(outcome.reason()).isEqualTo("not-signed"));
        assertThat(files.fetch(Importing.SOURCE, sha256)).isEmpty();
    }

    @Test
    void aFileOfAListThatNobodyProposedIsNotTaken() {
        var bytes = Importing.row(1).getBytes(StandardCharsets.US_ASCII);
        var sha256 = files.send("stranger", bytes, null, Importing.NOW);

        assertThat(importFile.handle("stranger", sha256, Instant.MAX)).containsInstanceOf(ImportAnswer.Refused.class);

        assertThat(files.fetch("stranger", sha256)).isEmpty();
    }

    @Test
    void whatStoppedStaysAndIsNotTold() {
        var sha256 = send(Importing.rows(0, 3));

        assertThat(run(sha256, city.clock.instant())).containsInstanceOf(ImportAnswer.Paused.class);

        assertThat(outcomes.find(Importing.SOURCE, sha256)).isEmpty();
        assertThat(run(sha256, Instant.MAX)).containsInstanceOf(ImportAnswer.Imported.class);
    }

    @Test
    void whatBreaksStaysAndIsClosed() {
        var sha256 = send(Importing.rows(0, 3));
        var broken = new ImportUploadedFile(
                files,
                order -> {
                    throw new IllegalStateException("broken");
                },
                outcomes,
                city.clock);

        assertThatThrownBy(() -> broken.handle(Importing.SOURCE, sha256, Instant.MAX))
                .hasMessage("broken");

        assertThat(files.open()).isZero();
        assertThat(run(sha256, Instant.MAX)).containsInstanceOf(ImportAnswer.Imported.class);
    }
}
