package passby.core.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.audit.Openings;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.plate.Plate;

/**
 * What the ledger says that a search was for. Only the entry of a search that was answered commits to a plate, a query and a
 * count of results at once: a refused one has no count, a hot-list entry no query. Only that of a row that was opened commits to
 * its read, to the plate that was shown and to the offence it was opened for: a refused one has no plate.
 */
public final class OpenedSearches implements SearchedPlates {
    private final Openings openings;

    public OpenedSearches(Openings openings) {
        this.openings = openings;
    }

    @Override
    public Optional<Plate> find(String entryId) {
        return Optional.ofNullable(openings.find(List.of(entryId)).get(entryId))
                .filter(OpenedSearches::isAnsweredSearch)
                .flatMap(fields -> Optional.ofNullable(fields.get(Field.PLATE)))
                .flatMap(plate -> Plate.parse(plate.value()));
    }

    @Override
    public boolean opened(String entryId, String readId) {
        return Optional.ofNullable(openings.find(List.of(entryId)).get(entryId))
                .filter(fields -> fields.containsKey(Field.PLATE) && fields.containsKey(Field.OFFENCE))
                .map(fields -> fields.get(Field.SUBJECT))
                .filter(subject -> subject.value().equals(readId))
                .isPresent();
    }

    private static boolean isAnsweredSearch(Map<Field, Opening> fields) {
        var count = fields.get(Field.RESULT_COUNT);
        return fields.containsKey(Field.QUERY)
                && count != null
                && !count.value().equals("0");
    }
}
