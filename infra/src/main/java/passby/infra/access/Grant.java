package passby.infra.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * One line of the permission table.
 *
 * @param who may do it, or may not
 * @param effect allowed or denied
 * @param actions by their IAM names
 * @param things that they are about
 * @param conditions operator, key, values; texts may hold pseudo parameters
 */
public record Grant(
        Principal who,
        Effect effect,
        List<String> actions,
        List<ResourceRef> things,
        Map<String, Map<String, List<String>>> conditions) {
    public Grant {
        actions = List.copyOf(actions);
        things = List.copyOf(things);
        conditions = new TreeMap<>(conditions);
    }

    public static Grant allow(List<String> actions, ResourceRef... things) {
        return new Grant(new Principal.Holder(), Effect.ALLOW, actions, List.of(things), Map.of());
    }

    public static Grant deny(List<String> actions, ResourceRef... things) {
        return new Grant(new Principal.Holder(), Effect.DENY, actions, List.of(things), Map.of());
    }

    /** The same, only when the condition holds. */
    public Grant when(String operator, String key, String... values) {
        var more = new TreeMap<>(conditions);
        more.merge(operator, Map.of(key, List.of(values)), (one, other) -> {
            var both = new TreeMap<>(one);
            both.putAll(other);
            return both;
        });
        return new Grant(who, effect, actions, things, more);
    }

    /** The same, of a thing's own policy. */
    public Grant to(Principal other) {
        return new Grant(other, effect, actions, things, conditions);
    }

    /** As a statement of a template whose stack does not hold the keys. */
    public PolicyStatement statement(Names names) {
        return statement(thing -> thing.value(names));
    }

    /** As a statement of a template. */
    public PolicyStatement statement(Function<ResourceRef, String> value) {
        var statement = PolicyStatement.Builder.create()
                .effect(effect)
                .actions(actions)
                .resources(things.stream().map(value).toList())
                .conditions(resolvedConditions());
        return switch (who) {
            case Principal.Holder _ -> statement.build();
            case Principal.Account _, Principal.Service _, Principal.Anybody _ ->
                statement.principals(List.of(who.principal())).build();
        };
    }

    private Map<String, Object> resolvedConditions() {
        return conditions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, condition -> resolved(condition.getValue())));
    }

    private static Map<String, Object> resolved(Map<String, List<String>> condition) {
        return condition.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            var values = entry.getValue().stream().map(Names::resolved).toList();
            return values.size() == 1 ? values.getFirst() : values;
        }));
    }
}
