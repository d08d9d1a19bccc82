package passby.infra;

import java.util.Objects;
import passby.infra.findings.AcknowledgedFindings;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.NestedStackProps;
import software.constructs.Construct;

/**
 * A part of the service stack with a template of its own, because one template holds at most 500 resources. It is deployed,
 * and rolled back, with the whole, so that the check of parameters comes before every part and the request after all.
 * Source: AWS CloudFormation User Guide, "Quotas" and "Embed stacks within other stacks using nested stacks".
 */
abstract class ServicePart extends NestedStack {
    /** @param description does not begin as those of whole stacks do, by which scripts/deploy finds another city */
    ServicePart(Construct scope, String id, String description) {
        super(scope, id, NestedStackProps.builder().description(description).build());
        AcknowledgedFindings.on(Objects.requireNonNull(getNestedStackResource()))
                .checkov("CKV_AWS_124", "Whoever deploys the whole waits for it and sees how each part ends.");
    }
}
