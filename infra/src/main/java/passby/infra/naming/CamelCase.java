package passby.infra.naming;

/** Names of AWS and of parameters, for people. */
public final class CamelCase {
    private CamelCase() {}

    /** {@code NumericLessThan} as {@code Numeric Less Than}. */
    public static String spaced(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2");
    }
}
