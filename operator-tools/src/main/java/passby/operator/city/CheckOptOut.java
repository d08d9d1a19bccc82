package passby.operator.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import passby.aws.governance.OrganizationsOptOut;
import passby.core.governance.OptOut;

/**
 * For scripts/deploy: whether the effective opt-out policy on the input keeps pictures out of AWS's AI training, told by the
 * same code that asks every day; ends with 1 if not, or if that cannot be told.
 */
public final class CheckOptOut {
    private CheckOptOut() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(isInForce(new String(System.in.readAllBytes(), StandardCharsets.UTF_8)) ? 0 : 1);
    }

    static boolean isInForce(String policy) {
        return OrganizationsOptOut.told(policy) == OptOut.Status.IN_FORCE;
    }
}
