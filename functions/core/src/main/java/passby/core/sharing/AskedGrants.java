package passby.core.sharing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.core.audit.Openings;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;

/** What the entry of a request commits to, as long as the clock of search records keeps it. */
final class AskedGrants {
    private final Openings openings;

    AskedGrants(Openings openings) {
        this.openings = openings;
    }

    /**
     * One request as it was filed.
     *
     * @param fields everything that its entry commits to
     */
    record Asked(OutsideRequester requester, GrantScope scope, Map<Field, String> fields) {
        Asked {
            fields = Map.copyOf(fields);
        }
    }

    /** Empty once the openings are deleted: then nobody knows any more what was asked, and nothing is given. */
    Optional<Asked> find(Grant grant) {
        return Optional.ofNullable(openings.find(List.of(grant.askedIn())).get(grant.askedIn()))
                .map(AskedGrants::values)
                .map(fields -> new Asked(
                        OutsideRequester.of(required(fields, Field.ON_BEHALF_OF)),
                        GrantScope.of(required(fields, Field.QUERY)),
                        fields));
    }

    private static Map<Field, String> values(Map<Field, Opening> opened) {
        return opened.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().value()));
    }

    private static String required(Map<Field, String> fields, Field field) {
        return Objects.requireNonNull(fields.get(field), field::code);
    }
}
