package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.Eventually.eventually;
import static passby.core.testing.TestData.CITY_KEY;
import static passby.core.testing.TestData.NOW;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.testing.AHotListEntry;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link HotLists} does; the store must use {@link TestData#CITY_KEY}. */
public abstract class HotListsContract {
    private final Unique unique = new Unique();
    private final String plate = unique.plate();

    protected abstract HotLists hotLists();

    protected abstract DurableEntries durable();

    /** Stores the entry or replaces it, as an import or a second person's approval does. */
    protected abstract void given(HotListEntry listed);

    private AHotListEntry entry() {
        return AHotListEntry.of("rec-" + unique.code(), plate);
    }

    private static PlateKey key(String plate) {
        return CITY_KEY.plateKey(new Plate(plate));
    }

    private Commit add(HotListEntry listed) {
        return hotLists().add(listed, TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED));
    }

    /** Withdrawn and expired entries lie around the plate until they are purged: they must hide no other. */
    @Test
    void noCrowdOfWithdrawnAndExpiredEntriesHidesALiveOne() {
        var crowded = unique.plate();
        for (var i = 0; i < 110; i++) {
            var dead = AHotListEntry.of("crowd-" + unique.code(), crowded).build();
            hotLists().add(dead, TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED));
            hotLists().revise(dead.withdrawn(NOW), TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN));
        }
        var expired = AHotListEntry.of("expired-" + unique.code(), crowded)
                .withEffective(NOW.minusSeconds(60), NOW)
                .build();
        hotLists().add(expired, TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED));
        var live = AHotListEntry.of("live-" + unique.code(), crowded).build();
        hotLists().add(live, TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED));

        assertThat(hotLists().byPlate(key(crowded), NOW)).containsExactly(live);
    }

    @Test
    void anAdditionAndItsEntryCommitTogether() {
        var listed = entry().build();
        var entry = TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED);

        var commit = hotLists().add(listed, entry);

        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
        assertThat(hotLists().find(HotListEntry.CUSTOM, listed.recordId())).contains(listed);
        assertThat(hotLists().byPlate(key(plate), NOW)).containsExactly(listed);
    }

    @Test
    void anEntryWithoutAStateIsFoundAsSuch() {
        var listed = entry().withState(new ListedState.Unknown())
                .withApprovedBy("chief-sato")
                .withSource("extract")
                .build();
        add(listed);

        assertThat(hotLists().find("extract", listed.recordId())).contains(listed);
        assertThat(hotLists().byPlate(key(plate), NOW)).containsExactly(listed);
    }

    @Test
    void aRecordIsAddedOnce() {
        var listed = entry().build();
        add(listed);
        var again = AHotListEntry.of(listed.recordId(), unique.plate()).build();
        var entry = TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED);

        var commit = hotLists().add(again, entry);

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(durable().canonical(entry.entryId())).isEmpty();
        assertThat(hotLists().find(HotListEntry.CUSTOM, listed.recordId())).contains(listed);
        assertThat(hotLists().byPlate(CITY_KEY.plateKey(again.plate().orElseThrow()), NOW))
                .isEmpty();
    }

    @Test
    void twoSourcesMayUseTheSameNumber() {
        var custom = entry().build();
        var extract =
                AHotListEntry.of(custom.recordId(), plate).withSource("extract").build();
        add(custom);

        assertThat(add(extract)).isInstanceOf(Commit.Done.class);
        assertThat(hotLists().find("extract", custom.recordId())).contains(extract);
        assertThat(hotLists().byPlate(key(plate), NOW)).containsExactlyInAnyOrder(custom, extract);
    }

    @Test
    void oneKeyFindsFoldedPlatesAndOtherStatesToo() {
        var base = unique.plate().substring(0, 8);
        var letter = AHotListEntry.of("rec-" + unique.code(), base + "OB").build();
        var digit = AHotListEntry.of("rec-" + unique.code(), base + "08")
                .withState(new ListedState.Named("NV"))
                .build();
        add(letter);
        add(digit);

        assertThat(hotLists().byPlate(key(base + "Q8"), NOW)).containsExactlyInAnyOrder(letter, digit);
    }

    @Test
    void anotherPlateHasNoEntries() {
        add(entry().build());

        assertThat(hotLists().byPlate(key(unique.plate()), NOW)).isEmpty();
        assertThat(hotLists().find(HotListEntry.CUSTOM, "rec-" + unique.code())).isEmpty();
    }

    @Test
    void aWithdrawalAndItsEntryCommitTogether() {
        var listed = entry().build();
        add(listed);
        var entry = TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN);

        var commit = hotLists().revise(listed.withdrawn(NOW), entry);

        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
        assertThat(hotLists().find(HotListEntry.CUSTOM, listed.recordId())).contains(listed.withdrawn(NOW));
    }

    @Test
    void aWithdrawnEntryIsNeverFoundAliveAgain() {
        var listed = entry().build();
        add(listed);

        hotLists().revise(listed.withdrawn(NOW), TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN));

        assertThat(hotLists().byPlate(key(plate), NOW)).noneMatch(found -> found.withdrawnAt() == null);
    }

    @Test
    void anEntryIsWithdrawnOnce() {
        var listed = entry().build();
        add(listed);
        hotLists().revise(listed.withdrawn(NOW), TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN));
        var entry = TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN);

        var commit = hotLists().revise(listed.withdrawn(NOW.plusSeconds(1)), entry);

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(durable().canonical(entry.entryId())).isEmpty();
        assertThat(hotLists().find(HotListEntry.CUSTOM, listed.recordId())).contains(listed.withdrawn(NOW));
    }

    @Test
    void anEntryThatWasApprovedMeanwhileIsNotWithdrawnByThoseWhoDidNotSeeIt() {
        var listed = entry();
        add(listed.build());
        given(listed.build().approved("chief-sato"));
        var entry = TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN);

        var commit = hotLists().revise(listed.build().withdrawn(NOW), entry);

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(durable().canonical(entry.entryId())).isEmpty();
        assertThat(hotLists().find(HotListEntry.CUSTOM, listed.recordId()).map(HotListEntry::approvedBy))
                .isEqualTo(Optional.of("chief-sato"));
    }

    @Test
    void whatIsNotListedCannotBeWithdrawn() {
        var entry = TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN);

        var commit = hotLists().revise(entry().build().withdrawn(NOW), entry);

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(durable().canonical(entry.entryId())).isEmpty();
    }

    @Test
    void anEntryWithoutAWholePlateIsFoundApart() {
        var part = AHotListEntry.of("rec-" + unique.code(), unique.plate().substring(0, 6) + "?*")
                .build();
        var whole = entry().build();
        add(part);
        add(whole);

        assertThat(hotLists().withoutPlate(NOW)).contains(part).doesNotContain(whole);
        assertThat(hotLists().withoutPlate(part.expires())).doesNotContain(part);
        assertThat(hotLists().find(HotListEntry.CUSTOM, part.recordId())).contains(part);
    }

    @Test
    void aWithdrawnEntryWithoutAWholePlateIsNotFoundAmongTheOthers() {
        var part = AHotListEntry.of("rec-" + unique.code(), unique.plate().substring(0, 6) + "*")
                .build();
        add(part);

        hotLists().revise(part.withdrawn(NOW), TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN));

        assertThat(hotLists().withoutPlate(NOW))
                .noneMatch(found -> found.recordId().equals(part.recordId()));
    }

    @Test
    void theCitysOwnLiveEntriesAreListedTheNewestFirst() {
        var older = entry().withCreatedAt(NOW.minusSeconds(60)).build();
        var newer = entry().withCreatedAt(NOW).build();
        var foreign = entry().withSource("extract").build();
        add(older);
        add(newer);
        add(foreign);

        eventually(() -> assertThat(hotLists().custom(NOW))
                .containsSubsequence(newer, older)
                .doesNotContain(foreign));
        assertThat(hotLists().custom(newer.expires())).isEmpty();
    }

    @Test
    void whoEntersAPlateAgainIsNoticedWhateverBecameOfTheFirstEntry() {
        var listed = entry().withEffective(NOW.minusSeconds(60), NOW).build();
        add(listed);
        hotLists().revise(listed.withdrawn(NOW), TestData.entry(EntryType.HOT_LIST_ENTRY_WITHDRAWN));

        var again = AHotListEntry.of("rec-" + unique.code(), plate).build();
        assertThat(hotLists().wasEnteredSince(again, listed.createdAt())).isTrue();
        assertThat(hotLists().wasEnteredSince(again, listed.createdAt().plusMillis(1)))
                .isFalse();
        var another = AHotListEntry.of("rec-" + unique.code(), unique.plate()).build();
        assertThat(hotLists().wasEnteredSince(another, listed.createdAt())).isFalse();
    }

    @Test
    void whoEntersTheSamePartOfAPlateAgainIsNoticedToo() {
        var part = plate.substring(0, 8) + "?*";
        var listed = AHotListEntry.of("rec-" + unique.code(), part).build();
        add(listed);

        var again = AHotListEntry.of("rec-" + unique.code(), part).build();
        assertThat(hotLists().wasEnteredSince(again, listed.createdAt())).isTrue();
        var another = AHotListEntry.of("rec-" + unique.code(), plate.substring(0, 8) + "*")
                .build();
        assertThat(hotLists().wasEnteredSince(another, listed.createdAt())).isFalse();
    }
}
