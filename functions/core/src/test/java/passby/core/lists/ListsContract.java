package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.feed.FileCode;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link Lists} does. */
public abstract class ListsContract {
    private static final String SHA256 = "ab".repeat(32);

    private final String name = "state-" + new Unique().code().toLowerCase(Locale.ROOT);
    private final ListSource.Consent admin = new ListSource.Consent("admin-ito", Role.SYSTEM_ADMIN, NOW, NOW);
    private final ListSource.Consent manager = new ListSource.Consent("manager-silva", Role.PROGRAM_MANAGER, NOW, NOW);
    private final ListSource source = new ListSource(
            name, "State Police", "mn", Duration.ofHours(36), "a key", admin, null, null, 0, null, null, 1);

    protected abstract Lists lists();

    protected abstract DurableEntries durable();

    private Commit revise(ListSource revised) {
        return lists().revise(revised, TestData.entry(EntryType.LIST_ACCEPTED));
    }

    private void add() {
        lists().add(source, TestData.entry(EntryType.LIST_PROPOSED));
    }

    private ListSource stored() {
        return lists().find(name).orElseThrow();
    }

    @Test
    void aSourceAndItsEntryCommitTogether() {
        var entry = TestData.entry(EntryType.LIST_PROPOSED);

        assertThat(lists().add(source, entry)).isEqualTo(new Commit.Done(entry.accepted()));

        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
        assertThat(stored()).isEqualTo(source);
        assertThat(lists().all()).contains(source);
    }

    @Test
    void aNameIsGivenOnce() {
        add();

        assertThat(lists().add(source, TestData.entry(EntryType.LIST_PROPOSED))).isEqualTo(new Commit.Conflict());
    }

    @Test
    void everyPartOfASourceIsFoundAsItWasStored() {
        add();
        var running = new RunningImport(3, SHA256, name + "/3-x", "lease", NOW.plusSeconds(300), 12);
        var version =
                new ListVersion(3, SHA256, NOW, 1_000_000, name + "/3-x", Map.of(FileCode.IMMIGRATION_VIOLATOR, 12L));
        var unrefused = new ListVersion(3, SHA256, NOW, 1_000_000, name + "/3-x");
        var accepted = source.accepted(manager);
        var announced = accepted.with(new ListSource.Announcement(SHA256, 40, admin, manager));
        var begun = announced.with(running);

        for (var revised : List.of(
                accepted,
                announced,
                begun,
                begun.with(version),
                begun.with(version).suspended(),
                begun.with(version).suspended().with(unrefused))) {
            if (revised.revision() > stored().revision()) {
                assertThat(revise(revised)).isInstanceOf(Commit.Done.class);
                assertThat(stored()).isEqualTo(revised);
            }
        }
    }

    @Test
    void ofTwoRevisionsOfTheSameOneWins() {
        add();

        assertThat(revise(source.accepted(manager))).isInstanceOf(Commit.Done.class);
        assertThat(revise(source.suspended())).isEqualTo(new Commit.Conflict());

        assertThat(stored()).isEqualTo(source.accepted(manager));
    }

    @Test
    void onlyTheHolderOfALeaseRenewsIt() {
        add();
        var running = new RunningImport(1, SHA256, name + "/1-x", "mine", NOW, 0);
        revise(source.with(running));

        assertThat(lists().renew(name, "another", NOW.plusSeconds(9), 5)).isFalse();
        assertThat(lists().renew(name, "mine", NOW.plusSeconds(9), 5)).isTrue();
        assertThat(lists().renew("nobody", "mine", NOW.plusSeconds(9), 5)).isFalse();

        assertThat(stored().running()).isEqualTo(running.renewed(NOW.plusSeconds(9), 5));
        assertThat(stored().revision()).isEqualTo(2);
    }

    @Test
    void whatIsCertainlyWrittenNeverBecomesLess() {
        add();
        var running = new RunningImport(1, SHA256, name + "/1-x", "mine", NOW, 500);
        revise(source.with(running));

        assertThat(lists().renew(name, "mine", NOW.plusSeconds(9), 499)).isFalse();
        assertThat(lists().renew(name, "mine", NOW.plusSeconds(9), 500)).isTrue();
    }

    @Test
    void whatIsDoneHasNoLease() {
        add();

        assertThat(lists().renew(name, "mine", NOW, 0)).isFalse();
    }
}
