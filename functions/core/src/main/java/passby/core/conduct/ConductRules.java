package passby.core.conduct;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, one after the other. None of them is a finding, and none of them stops anybody. */
final class ConductRules {
    private ConductRules() {}

    static List<Signal> judge(Conduct conduct, Instant now) {
        return Stream.of(
                        TargetRules.decoys(conduct),
                        TargetRules.own(conduct),
                        TargetRules.repeated(conduct),
                        TargetRules.few(conduct, now),
                        TargetRules.afterRefusal(conduct),
                        HoursRules.offDuty(conduct, now),
                        HoursRules.anomaly(conduct, now),
                        AccountRules.denied(conduct, now),
                        AccountRules.reciprocal(conduct),
                        AccountRules.shared(conduct, now))
                .flatMap(signals -> signals)
                .toList();
    }
}
