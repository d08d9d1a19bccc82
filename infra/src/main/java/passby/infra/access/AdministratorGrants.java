package passby.infra.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import passby.aws.api.Bucket;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.naming.Names;

/**
 * What the city's system administrators are denied, whatever else they may do: to read where cars were. The city attaches it
 * to their roles. Whoever may change policies can take it off again; that is seen, not prevented.
 */
public final class AdministratorGrants {
    private static final List<Table> HIDDEN =
            List.of(Tables.FRAMES, Tables.READS, Tables.PLATES, Tables.PASSES, Tables.HITS, Tables.HOLDS);

    private static final List<String> READING = List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:CreateBackup",
            "dynamodb:ExportTableToPointInTime",
            "dynamodb:GetItem",
            "dynamodb:GetRecords",
            "dynamodb:PartiQLSelect",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:UpdateContinuousBackups");

    private final Names names;

    public AdministratorGrants(Names names) {
        this.names = names;
    }

    public RolePermissions denied() {
        return new RolePermissions("policy " + names.named("administrators"), List.of(tables(), pictures(), keys()));
    }

    private Grant tables() {
        return Grant.deny(
                READING,
                HIDDEN.stream()
                        .map(names::tableArn)
                        .flatMap(arn -> Stream.of(new ResourceRef.Arn(arn), new ResourceRef.Arn(arn + "/index/*")))
                        .toArray(ResourceRef[]::new));
    }

    private Grant pictures() {
        return Grant.deny(
                List.of("s3:GetObject", "s3:GetObjectVersion", "s3:ReplicateObject"),
                Arrays.stream(Bucket.values())
                        .map(bucket -> new ResourceRef.Arn(names.bucketArn(bucket) + "/*"))
                        .toArray(ResourceRef[]::new));
    }

    private static Grant keys() {
        return Grant.deny(
                List.of("kms:CreateGrant", "kms:Decrypt", "kms:ReEncryptFrom"),
                Stream.of(
                                KeyGroup.READS,
                                KeyGroup.HITS,
                                KeyGroup.UPLOADS,
                                KeyGroup.PICTURES,
                                KeyGroup.EVIDENCE,
                                KeyGroup.CITY)
                        .map(ResourceRef.Key::new)
                        .toArray(ResourceRef[]::new));
    }
}
