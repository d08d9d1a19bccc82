package passby.local.springfield;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.aws.wiring.Wiring;
import passby.core.governance.ApplyCityParameters;
import passby.core.governance.CityParameters;
import passby.core.policy.Parameter;
import passby.core.retention.NonHitRetention;

/** Governs the made-up city by its parameters, as a stack does: a new city gets them, an old one asks for what is looser. */
public final class PolicySetup {
    private final Wiring wiring;
    private final Supplier<String> ids;

    /** @param ids a new one for each start, which is what an update of the stack is */
    public PolicySetup(Wiring wiring, Supplier<String> ids) {
        this.wiring = wiring;
        this.ids = ids;
    }

    /**
     * @param retention that is asked for, or null for that which is in force
     * @return what the one who asked should know, a sentence each
     */
    public List<String> govern(@Nullable NonHitRetention retention) {
        var parameters = Springfield.parameters();
        wiring.governance()
                .policyDocuments()
                .find()
                .map(CityParameters::of)
                .ifPresent(old -> parameters.putAll(old.ofStack()));
        if (retention != null) {
            parameters.put(Parameter.NON_HIT_RETENTION.code(), retention.code());
        }
        return notes(parameters);
    }

    private List<String> notes(Map<String, String> parameters) {
        return switch (wiring.governance().applyCityParameters().handle(parameters, "scripts/run " + ids.get())) {
            case ApplyCityParameters.Answer.Governed governed -> governed.notes();
            case ApplyCityParameters.Answer.Refused(var problems) ->
                throw new IllegalStateException("the made-up city's parameters are refused: " + problems);
        };
    }
}
