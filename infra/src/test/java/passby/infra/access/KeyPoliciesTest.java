package passby.infra.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.infra.naming.Names;

/** KMS asks the key's own policy too: what a role may do by its own policy alone, it may not do. */
final class KeyPoliciesTest {
    private static final Set<String> USES = Set.of(
            "kms:Decrypt",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
            "kms:CreateGrant",
            "kms:Sign");

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

    /** Not even an administrator, who may do anything else: what nobody names, the key denies. */
    @Test
    void nobodyUsesAKeyButFunctionsByTheirRolesTheDeploymentForTablesAndServicesByTheirNames() {
        var roles = Stream.concat(Functions.ALL.stream().map(FunctionSpec::name), Stream.of(RecognizerGrants.FUNCTION))
                .map(names::roleArn)
                .collect(Collectors.toSet());
        for (var group : KeyGroup.values()) {
            for (var grant : new KeyPolicies(names, Functions.ALL).of(group).grants()) {
                if (grant.actions().stream().noneMatch(USES::contains)) {
                    continue;
                }
                var users = grant.conditions()
                        .getOrDefault("ArnEquals", Map.of())
                        .getOrDefault("aws:PrincipalArn", List.of());
                var forTables = users.stream().allMatch(user -> user.contains("role/cdk-hnb659fds-cfn-exec-role-"))
                        && grant.conditions()
                                .getOrDefault("StringEquals", Map.of())
                                .containsKey("kms:ViaService");
                assertThat(grant.who() instanceof Principal.Service
                                || (!users.isEmpty() && (roles.containsAll(users) || forTables)))
                        .as(group + " " + grant)
                        .isTrue();
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
