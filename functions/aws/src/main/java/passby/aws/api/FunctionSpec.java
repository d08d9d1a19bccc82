package passby.aws.api;

import java.util.List;

/**
 * One function as it is deployed and as it runs locally.
 *
 * @param name PascalCase, never changed
 * @param handler class name of its handler
 * @param trigger what starts it
 * @param writes what a run leaves in the ledger; for the API see each route
 * @param permissions all that it may do
 */
public record FunctionSpec(String name, String handler, Trigger trigger, Writes writes, List<Permission> permissions) {
    public FunctionSpec {
        permissions = List.copyOf(permissions);
    }

    /** Its routes; empty unless the API starts it. */
    public List<Route> routes() {
        return switch (trigger) {
            case Trigger.Api(var routes) -> routes;
            case Trigger.Queue _, Trigger.EveryMinute _ -> List.of();
        };
    }
}
