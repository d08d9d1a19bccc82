package passby.infra.naming;

import java.util.Objects;
import software.constructs.IConstruct;

/** The CloudFormation resource inside a construct of the CDK's. */
public final class Underlying {
    private Underlying() {}

    public static <T> T of(IConstruct construct, Class<T> type) {
        return type.cast(Objects.requireNonNull(construct.getNode().getDefaultChild()));
    }
}
