package passby.aws.governance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.json.StrictJson;
import passby.core.governance.OptOut;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.EffectivePolicy;
import software.amazon.awssdk.services.organizations.model.EffectivePolicyNotFoundException;
import software.amazon.awssdk.services.organizations.model.EffectivePolicyType;

/**
 * Asks AWS Organizations for the AI-services opt-out policy that is effective for this account. What it says of Rekognition
 * counts before what it says of all services. Source: docs.aws.amazon.com/organizations, "AI services opt-out policies".
 */
public final class OrganizationsOptOut implements OptOut {
    private static final Logger LOG = LoggerFactory.getLogger(OrganizationsOptOut.class);
    private static final String OPTED_OUT = "optOut";

    private final OrganizationsClient client;
    private final String account;

    /** @param account whose policy is asked for: a member of an organisation may ask for its own only, and must name it */
    public OrganizationsOptOut(OrganizationsClient client, String account) {
        this.client = client;
        this.account = account;
    }

    /** How a client for this is configured: a deployment waits for the answer, and no answer is one too. */
    public static ClientOverrideConfiguration clientConfiguration() {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(Duration.ofSeconds(5))
                .apiCallTimeout(Duration.ofSeconds(12))
                .build();
    }

    @Override
    public Status status() {
        try {
            var answer = client.describeEffectivePolicy(
                    request -> request.policyType(EffectivePolicyType.AISERVICES_OPT_OUT_POLICY)
                            .targetId(account));
            return Optional.ofNullable(answer.effectivePolicy())
                    .map(EffectivePolicy::policyContent)
                    .map(OrganizationsOptOut::told)
                    .orElse(Status.UNKNOWN);
        } catch (EffectivePolicyNotFoundException e) {
            return Status.NOT_IN_FORCE;
        } catch (SdkException e) {
            LOG.warn("the AI-services opt-out cannot be told: {}", e.getClass().getSimpleName());
            return Status.UNKNOWN;
        }
    }

    /** @param content of an effective policy, in JSON */
    public static Status told(String content) {
        return switch (StrictJson.parse(content.getBytes(StandardCharsets.UTF_8))) {
            case StrictJson.Parsed.Malformed _ -> Status.UNKNOWN;
            case StrictJson.Parsed.Members(var members) -> {
                var services = object(members, "services");
                var rekognition = services.flatMap(named -> object(named, "rekognition"));
                var decisive =
                        rekognition.isPresent() ? rekognition : services.flatMap(named -> object(named, "default"));
                var optedOut = decisive.filter(service -> OPTED_OUT.equals(service.get("opt_out_policy")));
                yield optedOut.isPresent() ? Status.IN_FORCE : Status.NOT_IN_FORCE;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> object(Map<String, Object> members, String name) {
        return members.get(name) instanceof Map<?, ?> map ? Optional.of((Map<String, Object>) map) : Optional.empty();
    }
}
