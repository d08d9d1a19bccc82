package passby.infra.access;

import passby.infra.naming.Names;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.StarPrincipal;

/** Whom a line of the permission table is about. */
public sealed interface Principal {
    /** The role whose line it is. */
    record Holder() implements Principal {}

    /** Whoever in the account the account's own policies allow it to, as far as the line's conditions go. */
    record Account() implements Principal {}

    /** @param name such as {@code s3.amazonaws.com} */
    record Service(String name) implements Principal {}

    /** Of a denial, or of a way out that is open to whoever stands in front of it. */
    record Anybody() implements Principal {}

    /** As it stands in the permission table. */
    default String label() {
        return switch (this) {
            case Holder() -> "itself";
            case Account() -> "the account";
            case Service(var name) -> name;
            case Anybody() -> "anybody";
        };
    }

    /** As it stands in the policy of a thing. */
    default IPrincipal principal() {
        return switch (this) {
            case Holder() -> throw new IllegalStateException("a role's own policy names nobody");
            case Account() -> new AccountRootPrincipal();
            case Service(var name) ->
                ServicePrincipal.Builder.create(Names.resolved(name)).build();
            case Anybody() -> new StarPrincipal();
        };
    }
}
