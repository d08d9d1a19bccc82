package passby.aws.api;

import java.util.List;
import java.util.Set;
import passby.core.people.Role;

/** How the lists of functions write their routes. */
final class Routes {
    static final Role[] GOVERNING = {
        Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR, Role.SYSTEM_ADMIN
    };

    static final Role[] DECIDING = {Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER};

    private Routes() {}

    static Trigger api(Route... routes) {
        return new Trigger.Api(List.of(routes));
    }

    static Route read(String path, String operationId, Role... roles) {
        return change("GET", path, operationId, roles);
    }

    static Route change(String method, String path, String operationId, Role... roles) {
        return new Route(method, path, operationId, CallerKind.PERSON, Set.of(roles), false, Writes.ENTRY);
    }

    static Route submit(String path, String operationId, Role... roles) {
        return new Route("POST", path, operationId, CallerKind.PERSON, Set.of(roles), true, Writes.ENTRY);
    }

    static Route replace(String path, String operationId, Role... roles) {
        return new Route("PUT", path, operationId, CallerKind.PERSON, Set.of(roles), true, Writes.ENTRY);
    }

    static Route open(String path, String operationId) {
        return new Route("GET", path, operationId, CallerKind.PUBLIC, Set.of(), false, Writes.COUNTED);
    }
}
