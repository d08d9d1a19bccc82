package passby.infra.access;

import passby.infra.naming.Names;
import software.amazon.awscdk.Fn;

/** What a permission is about. */
public sealed interface ResourceRef {
    /** @param text an ARN, with pseudo parameters */
    record Arn(String text) implements ResourceRef {}

    /** A KMS key, whose ARN nobody knows before it is made. */
    record Key(KeyGroup group) implements ResourceRef {}

    /** The pool that people sign in to, whose id nobody knows before it is made. */
    record UserPool() implements ResourceRef {}

    /** Everything: of a service that knows no resource, or of the resource itself in its own policy. */
    record Any() implements ResourceRef {}

    /** As it stands in the permission table. */
    default String label() {
        return switch (this) {
            case Arn(var text) -> text;
            case Key(var group) -> "key " + group.code();
            case UserPool() -> "the officers' pool";
            case Any() -> "*";
        };
    }

    /** As it stands in a template of a stack that does not hold the keys. */
    default String value(Names names) {
        return switch (this) {
            case Arn(var text) -> Names.resolved(text);
            case Key(var group) -> Fn.importValue(group.export(names));
            case UserPool() -> names.officersPoolArn();
            case Any() -> "*";
        };
    }
}
