package passby.local.engine;

import software.amazon.awssdk.regions.Region;

/** What an account in AWS would have and a laptop makes up. */
final class LocalAccount {
    static final Region REGION = Region.US_EAST_1;
    static final String ACCOUNT = "000000000000";

    private LocalAccount() {}

    static String arn(String service, String name) {
        return "arn:aws:" + service + ":" + REGION.id() + ":" + ACCOUNT + ":" + name;
    }
}
