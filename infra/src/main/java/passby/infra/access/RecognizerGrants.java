package passby.infra.access;

import java.util.List;
import passby.aws.api.Bucket;
import passby.infra.naming.Names;

/** What the recogniser's role may do: look at frames, and nothing else. */
public final class RecognizerGrants {
    /** Its name among the functions. */
    public static final String FUNCTION = "Recognizer";

    /** Lambda itself needs them to place a function in a network; they know no resource. */
    private static final List<String> NETWORK = List.of(
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");

    private final Names names;
    private final FunctionGrants functions;

    public RecognizerGrants(Names names) {
        this.names = names;
        this.functions = new FunctionGrants(names);
    }

    /** @param inNetwork whether it sits in a network of its own */
    public List<Grant> all(boolean inNetwork) {
        return inNetwork
                ? List.of(frames(), key(), log(), network(), notFromItsCode())
                : List.of(frames(), key(), log());
    }

    /** What the endpoint lets out of its network. */
    public RolePermissions wayOut() {
        return new RolePermissions(
                "endpoint " + names.named("recognizer"), List.of(frames().to(new Principal.Anybody())));
    }

    private Grant frames() {
        return Grant.allow(List.of("s3:GetObject"), functions.objects(Bucket.UPLOADS));
    }

    private Grant key() {
        return Grant.allow(KeyUses.DECRYPT, new ResourceRef.Key(KeyGroup.UPLOADS))
                .when("StringEquals", "kms:ViaService", KeyUses.via("s3"));
    }

    private Grant log() {
        return functions.log(FUNCTION);
    }

    private static Grant network() {
        return Grant.allow(NETWORK, new ResourceRef.Any());
    }

    /** Source: AWS Lambda Developer Guide, "Giving Lambda functions access to resources in an Amazon VPC". */
    private Grant notFromItsCode() {
        return Grant.deny(NETWORK, new ResourceRef.Any())
                .when("ArnEquals", "lambda:SourceFunctionArn", names.functionArn(FUNCTION));
    }
}
