package passby.aws.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One function as it is deployed and as it runs locally.
 *
 * @param name PascalCase, never changed
 * @param trigger what starts it
 * @param writes what a run leaves in the ledger; for the API see each route
 * @param size what it gets of the machine
 * @param permissions all that it may do
 * @param metrics what it measures of itself
 */
public record FunctionSpec(
        String name, Trigger trigger, Writes writes, Size size, List<Permission> permissions, Set<Metric> metrics) {
    public FunctionSpec {
        permissions = List.copyOf(permissions);
        metrics = Set.copyOf(metrics);
    }

    /** A function that measures nothing but lost counts, and those only where the API starts it: its refusals are counted. */
    public FunctionSpec(String name, Trigger trigger, Writes writes, Size size, List<Permission> permissions) {
        this(
                name,
                trigger,
                writes,
                size,
                permissions,
                trigger instanceof Trigger.Api ? Set.of(Metric.COUNTS_LOST) : Set.of());
    }

    /** The same function, which measures these of itself. */
    FunctionSpec measuring(Metric... measured) {
        var all = EnumSet.copyOf(List.of(measured));
        all.addAll(metrics);
        return new FunctionSpec(name, trigger, writes, size, permissions, all);
    }

    /** Its routes; empty unless the API starts it. */
    public List<Route> routes() {
        return switch (trigger) {
            case Trigger.Api(var routes) -> routes;
            case Trigger.Queue _,
                    Trigger.EveryMinute _,
                    Trigger.EveryHour _,
                    Trigger.EveryDay _,
                    Trigger.Deployment _,
                    Trigger.SignIn _,
                    Trigger.ByHand _ -> List.of();
        };
    }

    /** The settings that it finds in its environment: those of the things that it may touch. */
    public Set<Setting> settings() {
        var settings = EnumSet.of(Setting.FUNCTION, Setting.TABLES);
        permissions.forEach(permission -> settings.addAll(Setting.of(permission.resource())));
        if (routes().stream().anyMatch(route -> route.caller() == CallerKind.PERSON)) {
            settings.addAll(Setting.OF_PEOPLE);
        }
        return settings;
    }

    /** Whether a snapshot of its start is taken: where somebody waits for it. */
    public boolean hasSnapshot() {
        return switch (trigger) {
            case Trigger.Api _, Trigger.Queue _, Trigger.EveryMinute _, Trigger.SignIn _ -> true;
            case Trigger.EveryHour _, Trigger.EveryDay _, Trigger.Deployment _, Trigger.ByHand _ -> false;
        };
    }
}
