package passby.infra.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Permission.Resource;
import passby.infra.naming.Names;

/**
 * Each key's own policy: administrators keep it, and do not use it; what it encrypts is decrypted for the roles that need it,
 * through the one service that holds it, and for nobody else. KMS refuses policies that name roles which are not there yet, so
 * roles are named by a condition.
 */
public final class KeyPolicies {
    private static final List<String> KEEPING = List.of(
            "kms:CancelKeyDeletion",
            "kms:CreateAlias",
            "kms:DeleteAlias",
            "kms:DescribeKey",
            "kms:DisableKey",
            "kms:DisableKeyRotation",
            "kms:EnableKey",
            "kms:EnableKeyRotation",
            "kms:GetKeyPolicy",
            "kms:GetKeyRotationStatus",
            "kms:ListGrants",
            "kms:ListKeyPolicies",
            "kms:ListKeyRotations",
            "kms:ListResourceTags",
            "kms:PutKeyPolicy",
            "kms:RevokeGrant",
            "kms:ScheduleKeyDeletion",
            "kms:TagResource",
            "kms:UntagResource",
            "kms:UpdateAlias",
            "kms:UpdateKeyDescription");

    private static final List<String> USING = List.of(
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo");

    /** The role by which CloudFormation makes tables; bootstrap made it. */
    private static final String DEPLOYER =
            "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-cfn-exec-role-${AWS::AccountId}-${AWS::Region}";

    private final Names names;
    private final List<FunctionSpec> functions;

    /** @param functions of the city, without the recogniser, which is none of the list */
    public KeyPolicies(Names names, List<FunctionSpec> functions) {
        this.names = names;
        this.functions = List.copyOf(functions);
    }

    public RolePermissions of(KeyGroup group) {
        var grants = new ArrayList<Grant>();
        grants.add(Grant.allow(KEEPING, new ResourceRef.Any()).to(new Principal.Account()));
        grants.addAll(
                switch (group) {
                    case READS, HITS, OPENINGS -> tables(group);
                    case RECORDS, EVIDENCE, LISTS -> tablesAndBucket(group);
                    case UPLOADS, PICTURES -> functions(group, "s3");
                    case LEDGER -> log(group);
                    case CHECKPOINTS -> signingKey("ledger");
                    case PUSH -> signingKey("push");
                    case CITY -> cityKey();
                    case TOPICS -> topics(group);
                    case LOGS -> List.of(logs());
                });
        return new RolePermissions("key " + names.named(group.code()), grants);
    }

    private List<Grant> tables(KeyGroup group) {
        var grants = new ArrayList<Grant>();
        grants.add(Grant.allow(USING, new ResourceRef.Any())
                .to(new Principal.Account())
                .when("ArnEquals", "aws:PrincipalArn", DEPLOYER)
                .when("StringEquals", "kms:ViaService", KeyUses.via("dynamodb")));
        grants.add(Grant.allow(List.of("kms:CreateGrant"), new ResourceRef.Any())
                .to(new Principal.Account())
                .when("ArnEquals", "aws:PrincipalArn", DEPLOYER)
                .when("Bool", "kms:GrantIsForAWSResource", "true")
                .when("StringEquals", "kms:ViaService", KeyUses.via("dynamodb")));
        grants.addAll(functions(group, "dynamodb"));
        return grants;
    }

    private List<Grant> tablesAndBucket(KeyGroup group) {
        var grants = new ArrayList<>(tables(group));
        grants.addAll(functions(group, "s3"));
        return grants;
    }

    /** Whoever reads the public copy reads it through CloudFront; with bucket keys the context is the bucket. */
    private List<Grant> log(KeyGroup group) {
        var grants = new ArrayList<>(functions(group, "s3"));
        grants.add(Grant.allow(List.of("kms:Decrypt"), new ResourceRef.Any())
                .to(new Principal.Service("cloudfront.amazonaws.com"))
                .when("ArnLike", "aws:SourceArn", names.distributions())
                .when("StringEquals", "kms:EncryptionContext:aws:s3:arn", names.bucketArn(Bucket.LEDGER)));
        return grants;
    }

    private List<Grant> functions(KeyGroup group, String service) {
        return users(group, KeyUses.via(service)).entrySet().stream()
                .map(use -> Grant.allow(List.of(use.getKey()), new ResourceRef.Any())
                        .to(new Principal.Account())
                        .when("ArnEquals", "aws:PrincipalArn", use.getValue().toArray(String[]::new))
                        .when("StringEquals", "kms:ViaService", KeyUses.via(service)))
                .toList();
    }

    /** Roles by what they may do with a key through one service. */
    private SequencedMap<String, SequencedSet<String>> users(KeyGroup group, String via) {
        var users = new TreeMap<String, SequencedSet<String>>();
        for (var spec : functions) {
            for (var use : KeyUses.of(spec)) {
                if (use.group() == group && use.via().equals(via)) {
                    use.actions().forEach(action -> role(users, action, spec.name()));
                }
            }
        }
        if (group == KeyGroup.UPLOADS) {
            role(users, "kms:Decrypt", RecognizerGrants.FUNCTION);
        }
        return users;
    }

    private void role(SequencedMap<String, SequencedSet<String>> users, String action, String function) {
        users.computeIfAbsent(action, _ -> new LinkedHashSet<>()).add(names.roleArn(function));
    }

    private List<Grant> cityKey() {
        return usersOf("city").entrySet().stream()
                .map(use -> Grant.allow(List.of(use.getKey()), new ResourceRef.Any())
                        .to(new Principal.Account())
                        .when("ArnEquals", "aws:PrincipalArn", use.getValue().toArray(String[]::new))
                        .when("StringEquals", FunctionGrants.KEY_CONTEXT, "city-key"))
                .toList();
    }

    /** Whoever signs, and whoever must know the key to check it. */
    private List<Grant> signingKey(String name) {
        return usersOf(name).entrySet().stream()
                .map(use -> Grant.allow(List.of(use.getKey()), new ResourceRef.Any())
                        .to(new Principal.Account())
                        .when("ArnEquals", "aws:PrincipalArn", use.getValue().toArray(String[]::new)))
                .toList();
    }

    /** Roles by what they may do with a key that they use themselves. */
    private SequencedMap<String, SequencedSet<String>> usersOf(String key) {
        var users = new TreeMap<String, SequencedSet<String>>();
        functions.forEach(spec -> actionsOn(key, spec).forEach(action -> role(users, action, spec.name())));
        return users;
    }

    private static List<String> actionsOn(String key, FunctionSpec spec) {
        return spec.permissions().stream()
                .filter(permission -> permission.resource().equals(new Resource.Key(key)))
                .flatMap(permission -> permission.actions().stream())
                .toList();
    }

    private List<Grant> topics(KeyGroup group) {
        var grants = new ArrayList<>(functions(group, "sns"));
        // Without a condition, as AWS documents it: what comes to the topic is bounded by the topic's own policy, and a
        // wrong
        // condition here would lose alarms in silence.
        grants.add(Grant.allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), new ResourceRef.Any())
                .to(new Principal.Service("cloudwatch.amazonaws.com")));
        return grants;
    }

    private Grant logs() {
        return Grant.allow(USING, new ResourceRef.Any())
                .to(new Principal.Service("logs.${AWS::Region}.amazonaws.com"))
                .when(
                        "ArnLike",
                        "kms:EncryptionContext:aws:logs:arn",
                        "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/*/"
                                + names.named("*"));
    }
}
