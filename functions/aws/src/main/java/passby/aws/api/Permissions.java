package passby.aws.api;

import java.util.ArrayList;
import java.util.List;
import passby.aws.api.Permission.Resource;

/** The permissions that several functions share, named once. */
final class Permissions {
    static final String GET = "dynamodb:GetItem";
    static final String PUT = "dynamodb:PutItem";
    static final String QUERY = "dynamodb:Query";
    static final String SCAN = "dynamodb:Scan";
    static final String UPDATE = "dynamodb:UpdateItem";
    static final String CHECK = "dynamodb:ConditionCheckItem";

    private static final Permission POLICY = table("Policy", GET, QUERY);
    private static final Permission COUNTERS = table("Counters", UPDATE);

    private Permissions() {}

    static Permission table(String name, String... actions) {
        return new Permission(new Resource.Table(name), List.of(actions));
    }

    static Permission bucket(String name, String... actions) {
        return new Permission(new Resource.Bucket(name), List.of(actions));
    }

    static Permission cityKey() {
        return new Permission(new Resource.Key("city"), List.of("kms:Decrypt"));
    }

    /** Every function that knows the policy and counts. */
    static List<Permission> counting(Permission... own) {
        return join(List.of(POLICY, COUNTERS), own);
    }

    /** Every function that writes entries. */
    static List<Permission> entering(Permission... own) {
        return join(counting(table("LedgerPending", PUT), table("LedgerOpenings", PUT)), own);
    }

    /** Every function that people call. */
    static List<Permission> forPeople(Permission... own) {
        return join(entering(table("People", GET, PUT, UPDATE)), own);
    }

    private static List<Permission> join(List<Permission> common, Permission... own) {
        var all = new ArrayList<>(common);
        all.addAll(List.of(own));
        return all;
    }
}
