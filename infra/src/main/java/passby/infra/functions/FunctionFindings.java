package passby.infra.functions;

import java.util.List;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Permission.Resource;
import passby.aws.api.Trigger;
import passby.infra.access.RecognizerGrants;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import software.amazon.awscdk.CfnResource;

/** What judges find in functions and their roles, and why it stays. */
public final class FunctionFindings {
    private FunctionFindings() {}

    static void in(CfnResource function, FunctionSpec spec, boolean reserved) {
        var kept = AcknowledgedFindings.on(function)
                .checkov(
                        "CKV_AWS_117",
                        "It calls services of AWS by IAM alone; a network would add a way out and a slower start.")
                .checkov("CKV_AWS_173", "Its environment holds names and ARNs, no secret.")
                .lint("W3005", "CDK writes the dependency on the role that the reference to it implies.");
        if (!reserved) {
            kept.checkov(
                    "CKV_AWS_115",
                    "Places are reserved for readers of pictures alone, so that these cannot take all; the gateway's throttles bound the rest.");
        }
        switch (spec.trigger()) {
            case Trigger.Api _ ->
                kept.checkov("CKV_AWS_116", "Who called it is told that it failed; nothing is left to deliver.");
            case Trigger.Queue _ -> kept.checkov("CKV_AWS_116", "Its queue has the dead letters.");
            case Trigger.Deployment _ ->
                kept.checkov("CKV_AWS_116", "CloudFormation waits for its answer and rolls back.");
            case Trigger.SignIn _ ->
                kept.checkov("CKV_AWS_116", "The pool that asked it is told that it failed, and lets nobody in.");
            case Trigger.ByHand _ ->
                kept.checkov("CKV_AWS_116", "The administrator who called it is told that it failed.");
            case Trigger.EveryMinute _, Trigger.EveryHour _, Trigger.EveryDay _ -> {}
        }
    }

    static void inRoleOf(CfnResource role, FunctionSpec spec, Names names) {
        var kept = AcknowledgedFindings.on(role);
        keepLog(kept, names, spec.name());
        for (var permission : spec.permissions()) {
            switch (permission.resource()) {
                case Resource.Bucket(var bucket) -> keepObjects(kept, names, bucket);
                case Resource.Service(var name) -> keepService(kept, name);
                case Resource.Table _,
                        Resource.Topic _,
                        Resource.Queue _,
                        Resource.Key _,
                        Resource.UserPool _,
                        Resource.Function _ -> {}
            }
        }
    }

    private static void keepService(AcknowledgedFindings kept, String name) {
        if (name.equals("email")) {
            return; // Each of its functions sends text messages, whose finding is the same.
        }
        kept.nag("AwsSolutions-IAM5", List.of("Resource::*"), "The actions of " + name + " know no resource.");
        if (name.equals("sms")) {
            kept.checkov(
                    "CKV_AWS_111", "A telephone is no resource; publishing to the city's topics is denied beside it.");
        }
    }

    /** Of the recogniser. */
    public static void inRoleOfRecognizer(CfnResource role, Names names) {
        var kept = AcknowledgedFindings.on(role)
                .checkov(
                        "CKV_AWS_111",
                        "Lambda places the function in its network by these, which know no resource; its code is denied them.")
                .nag(
                        "AwsSolutions-IAM5",
                        List.of("Resource::*"),
                        "Lambda places the function in its network; its code is denied the same.");
        keepLog(kept, names, RecognizerGrants.FUNCTION);
        keepObjects(kept, names, Bucket.UPLOADS);
    }

    /** Of the recogniser. */
    public static void inRecognizer(CfnResource function) {
        AcknowledgedFindings.on(function)
                .checkov("CKV_AWS_116", "Its caller puts the frame back into the queue.")
                .checkov("CKV_AWS_173", "It has no environment.");
    }

    private static void keepLog(AcknowledgedFindings kept, Names names, String function) {
        kept.nag(
                "AwsSolutions-IAM5",
                List.of("Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:"
                        + names.logGroup(function) + ":log-stream:*"),
                "Lambda names the streams of the function's own log.");
    }

    private static void keepObjects(AcknowledgedFindings kept, Names names, Bucket bucket) {
        kept.nag(
                "AwsSolutions-IAM5",
                List.of("Resource::"
                        + names.objectsArn(bucket).replace("${", "<").replace("}", ">")),
                "Objects are named by ids of their own; the prefix is all of one kind.");
    }
}
