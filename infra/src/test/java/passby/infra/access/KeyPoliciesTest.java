package passby.infra.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;
import passby.infra.naming.Names;

/** KMS asks the key's own policy too: what a role may do by its own policy alone, it may not do. */
final class KeyPoliciesTest {
    private final Names names = new Names("passby");

    @Test
    void everyUseOfAKeyThatFollowsFromTheListStandsInTheKeysOwnPolicyForThatService() {
        for (var spec : Functions.ALL) {
            for (var use : KeyUses.of(spec)) {
                var grants =
                        new KeyPolicies(names, Functions.ALL).of(use.group()).grants();
                for (var action : use.actions()) {
                    assertThat(grants)
                            .as(spec.name() + " " + action + " " + use.group() + " via " + use.via())
                            .anyMatch(grant -> allows(grant, action, use.via(), names.roleArn(spec.name())));
                }
            }
        }
    }

    private static boolean allows(Grant grant, String action, String via, String role) {
        var conditions = grant.conditions();
        return grant.actions().contains(action)
                && conditions
                        .getOrDefault("StringEquals", Map.of())
                        .getOrDefault("kms:ViaService", List.of())
                        .contains(via)
                && conditions
                        .getOrDefault("ArnEquals", Map.of())
                        .getOrDefault("aws:PrincipalArn", List.of())
                        .contains(role);
    }
}
