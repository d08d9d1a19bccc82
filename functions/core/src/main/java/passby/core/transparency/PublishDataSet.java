package passby.core.transparency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import passby.core.archive.Archive;
import passby.core.audit.Openings;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.Entry;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.note.Note;
import passby.core.note.NoteSigner;
import passby.core.policy.EffectivePolicy;
import passby.core.sealing.Head;
import passby.core.sealing.LogStore;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Tile;

/**
 * Keeps the data set of {@code /public/v1/} level with the public copy of the log: never ahead of it, so that it shows nothing
 * earlier. Files are written before their list, the progress after both, and the signature last; a run that breaks off is taken up by the
 * next, which writes the same files again: every row names the entry that it counts, and what is no row starts from the progress.
 */
public final class PublishDataSet {
    /** What one run takes in at most, in whole bundles: a city's first run on a long log takes several. */
    static final int MOST_ENTRIES = 40 * Tile.WIDTH;

    /** How far the files are, and what the registers know: not of the data set. Without it everything is made anew. */
    static final String PROGRESS = "progress.json";

    private final LogStore log;
    private final Archive files;
    private final Openings openings;
    private final NoteSigner signer;
    private final SearchRows searches;
    private final Function<String, Optional<EffectivePolicy>> policies;

    /**
     * @param log the copy that everybody may read
     * @param files of the data set
     * @param openings as long as the city keeps them; what is gone stays closed
     * @param policies by the hash that entries name
     */
    public PublishDataSet(
            LogStore log,
            Archive files,
            Openings openings,
            NoteSigner signer,
            Pseudonyms pseudonyms,
            Function<String, Optional<EffectivePolicy>> policies) {
        this.log = log;
        this.files = files;
        this.openings = openings;
        this.signer = signer;
        this.searches = new SearchRows(pseudonyms);
        this.policies = policies;
    }

    /** @return how many entries were taken in */
    public long handle() {
        var head = log.find(LogStore.CHECKPOINT).map(bytes -> Head.of(bytes, signer.verifierKey()));
        return head.map(Head::checkpoint).map(this::level).orElse(0L);
    }

    private long level(Checkpoint checkpoint) {
        var registers = files.find(PROGRESS).map(Registers::parse).orElseGet(Registers::empty);
        var from = registers.until();
        var until = Math.min(checkpoint.size(), from + MOST_ENTRIES);
        if (from == until && signedSize() == checkpoint.size()) {
            return 0;
        }
        if (until > from) {
            take(registers, until, checkpoint);
            files.put(PROGRESS, registers.state());
        }
        if (until == checkpoint.size()) {
            sign(checkpoint);
        }
        return until - from;
    }

    private long signedSize() {
        return files.find(DataSetFiles.SIGNED)
                .map(text -> Note.parse(text.getBytes(StandardCharsets.UTF_8)).text())
                .map(DataSetFiles::size)
                .orElse(-1L);
    }

    private void take(Registers registers, long until, Checkpoint checkpoint) {
        var from = registers.until();
        var before = from == 0 ? "" : files.find(DataSetFiles.LIST).orElse("");
        var growing = new GrowingFiles(files, DataSetFiles.hashes(before).keySet());
        var daily = growing.find(DailyTable.FILE).map(DailyTable::parse).orElseGet(DailyTable::empty);
        for (var first = from - from % Tile.WIDTH; first < until; first += Tile.WIDTH) {
            for (var entry : bundle(first, checkpoint.size())) {
                if (entry.index() >= from && entry.index() < until) {
                    var published = entry.asPublished();
                    daily.add(published);
                    registers
                            .add(published)
                            .forEach(row -> growing.of(ChangeRows.FILE, ChangeRows.HEADER)
                                    .add(entry.index(), row));
                    rows(entry, published, growing);
                }
            }
        }
        var changes = growing.of(ChangeRows.FILE, ChangeRows.HEADER);
        growing.of(QualityRows.FILE, QualityRows.HEADER);
        growing.of(DistrictRows.FILE, DistrictRows.HEADER);
        var written = new TreeMap<>(DataDictionary.files());
        written.putAll(growing.texts());
        written.putAll(registers.texts());
        policies.apply(registers.policy()).map(PolicyFiles::texts).ifPresent(written::putAll);
        written.put(DailyTable.FILE, daily.csv());
        written.put(ChangeFeed.FILE, ChangeFeed.text(checkpoint.origin(), changes.rows(), registers.asOf()));
        written.forEach(files::put);
        files.put(DataSetFiles.LIST, DataSetFiles.list(before, written));
    }

    private void rows(PublicEntry entry, PublicEntry published, GrowingFiles growing) {
        if (SearchRows.isSearch(entry)) {
            growing.of(SearchRows.file(entry.month()), SearchRows.HEADER).add(entry.index(), searches.row(entry));
        }
        QualityRows.of(published)
                .forEach(row -> growing.of(QualityRows.FILE, QualityRows.HEADER).add(entry.index(), row));
        DistrictRows.of(published)
                .forEach(row ->
                        growing.of(DistrictRows.FILE, DistrictRows.HEADER).add(entry.index(), row));
        OpenedRows.of(published)
                .forEach(row -> growing.of(OpenedRows.file(entry.day()), OpenedRows.HEADER)
                        .add(entry.index(), row));
    }

    private List<PublicEntry> bundle(long first, long size) {
        var tile = Tile.holding(Tile.ENTRIES, first, size);
        var bytes = log.find(tile.path())
                .orElseThrow(() -> new IllegalStateException(tile.path() + " of the public copy is missing"));
        var sealed = EntryBundle.parse(bytes, tile.width(), Entry.MAX_BYTES).stream()
                .map(SealedEntry::parse)
                .toList();
        var wanted = sealed.stream()
                .filter(PublishDataSet::isOpened)
                .map(SealedEntry::entryId)
                .toList();
        var opened = wanted.isEmpty() ? Map.<String, Map<Field, Opening>>of() : openings.find(wanted);
        var entries = new ArrayList<PublicEntry>();
        for (var place = 0; place < sealed.size(); place++) {
            var entry = sealed.get(place);
            entries.add(new PublicEntry(first + place, entry, opened.getOrDefault(entry.entryId(), Map.of())));
        }
        return entries;
    }

    private static boolean isOpened(SealedEntry entry) {
        return !OpenedFields.of(entry).isEmpty() || SearchRows.isSearch(new PublicEntry(0, entry, Map.of()));
    }

    private void sign(Checkpoint checkpoint) {
        var list = files.find(DataSetFiles.LIST).orElseThrow();
        var note = signer.signed(DataSetFiles.note(checkpoint, list));
        files.put(DataSetFiles.SIGNED, new String(note.bytes(), StandardCharsets.UTF_8));
    }
}
