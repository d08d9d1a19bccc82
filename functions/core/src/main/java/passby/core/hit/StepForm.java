package passby.core.hit;

import java.time.Instant;
import java.util.Optional;
import passby.core.form.Checked;
import passby.core.form.Form;

/** The body of a step: what the officer says after comparing picture and entry. */
final class StepForm {
    private enum Verdict {
        IMAGE_MATCHED,
        REJECTED
    }

    private StepForm() {}

    static Checked<HitStep> parse(Form body, String by, Instant at) {
        var verdict = body.code("step", StepForm::verdict, "image-matched or rejected");
        if (verdict.filter(Verdict.REJECTED::equals).isEmpty()) {
            return body.checked(() -> new HitStep.ImageMatched(by, at));
        }
        var reason = body.code("reason", RejectionReason::parse, "a rejection reason of the closed list");
        return body.checked(() -> new HitStep.Rejected(by, at, reason.orElseThrow()));
    }

    private static Optional<Verdict> verdict(String word) {
        return switch (word) {
            case "image-matched" -> Optional.of(Verdict.IMAGE_MATCHED);
            case "rejected" -> Optional.of(Verdict.REJECTED);
            default -> Optional.empty();
        };
    }
}
