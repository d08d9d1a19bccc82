package passby.aws.request;

import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Values;
import passby.core.people.Role;
import passby.core.request.Decision;

/** The attributes of a row that say what the second person decided; none while nobody has. */
public final class DecisionColumns {
    private static final String PERSON = "personId";
    private static final String ROLE = "role";
    private static final String FACTOR_SHOWN = "factorShownAt";
    private static final String ENTRY = "decisionEntryId";

    private DecisionColumns() {}

    public static <T> SchemaBuilder<T> add(SchemaBuilder<T> row, SchemaBuilder.Getter<T, Decision> decision) {
        return row.string(PERSON, request -> part(decision.get(request), Decision::personId))
                .with(
                        ROLE,
                        Converters.code(Role.class, Role::code, Role::of),
                        request -> part(decision.get(request), Decision::role))
                .instant(FACTOR_SHOWN, request -> part(decision.get(request), Decision::factorShownAt))
                .string(ENTRY, request -> part(decision.get(request), Decision::entryId));
    }

    public static @Nullable Decision of(Values values) {
        return values.has(ENTRY)
                ? new Decision(
                        values.string(PERSON),
                        values.get(ROLE, Role.class),
                        values.instant(FACTOR_SHOWN),
                        values.string(ENTRY))
                : null;
    }

    private static <P> @Nullable P part(@Nullable Decision decision, SchemaBuilder.Getter<Decision, P> part) {
        return decision == null ? null : part.get(decision);
    }
}
