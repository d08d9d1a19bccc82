package passby.infra.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;

/**
 * Findings of the judges that are kept on one resource, written into its metadata where each judge looks for them. Never on a
 * stack or the app: what is new is found.
 */
public final class AcknowledgedFindings {
    private final CfnResource resource;
    private final List<Object> checkov = new ArrayList<>();
    private final List<Object> nag = new ArrayList<>();

    private AcknowledgedFindings(CfnResource resource) {
        this.resource = resource;
    }

    public static AcknowledgedFindings on(CfnResource resource) {
        return new AcknowledgedFindings(resource);
    }

    public AcknowledgedFindings checkov(String id, String reason) {
        checkov.add(Map.of("id", id, "comment", reason));
        resource.addMetadata("checkov", Map.of("skip", List.copyOf(checkov)));
        return this;
    }

    public AcknowledgedFindings nag(String id, String reason) {
        nag.add(Map.of("id", id, "reason", reason));
        resource.addMetadata("cdk_nag", Map.of("rules_to_suppress", List.copyOf(nag)));
        return this;
    }

    /** @param exactly what of a wildcard or managed policy is kept, as the judge writes it; any other is found */
    public AcknowledgedFindings nag(String id, List<String> exactly, String reason) {
        nag.add(Map.of("id", id, "reason", reason, "applies_to", List.copyOf(exactly)));
        resource.addMetadata("cdk_nag", Map.of("rules_to_suppress", List.copyOf(nag)));
        return this;
    }

    /** cfn-lint has no place for a reason; it stands beside. */
    public AcknowledgedFindings lint(String id, String reason) {
        resource.addMetadata("cfn-lint", Map.of("config", Map.of("ignore_checks", List.of(id)), "reason", reason));
        return this;
    }
}
