package passby.core.hit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.core.form.Checked;
import passby.core.form.Form;

/** The body of a step: which one it is, and what that one asks for. */
final class StepForm {
    /** The steps that a person can ask for; viewing is streaming the picture. */
    private enum Kind {
        IMAGE_MATCHED,
        REJECTED,
        CONFIRMATION_REQUESTED,
        CONFIRMED,
        NOT_CONFIRMED,
        CONTACT,
        DISPOSITION;

        private String code() {
            return HitState.valueOf(name()).code();
        }

        private static Optional<Kind> parse(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    private static final String KINDS =
            Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", "));

    private StepForm() {}

    static Checked<HitStep> parse(Form body, String by, Instant at) {
        var kind = body.code("step", Kind::parse, KINDS);
        if (kind.isEmpty()) {
            return body.checked(() -> new HitStep.ImageMatched(by, at));
        }
        return switch (kind.get()) {
            case IMAGE_MATCHED -> body.checked(() -> new HitStep.ImageMatched(by, at));
            case REJECTED -> rejected(body, by, at);
            case CONFIRMATION_REQUESTED -> requested(body, by, at);
            case CONFIRMED -> {
                var confirmedBy = body.string("confirmedBy", 80);
                yield body.checked(() -> new HitStep.Confirmed(by, at, confirmedBy));
            }
            case NOT_CONFIRMED -> body.checked(() -> new HitStep.NotConfirmed(by, at, false));
            case CONTACT -> contact(body, by, at);
            case DISPOSITION -> disposed(body, by, at);
        };
    }

    private static Checked<HitStep> rejected(Form body, String by, Instant at) {
        var reason = body.code("reason", RejectionReason::parse, "a rejection reason of the closed list");
        return body.checked(() -> new HitStep.Rejected(by, at, reason.orElseThrow()));
    }

    private static Checked<HitStep> requested(Form body, String by, Instant at) {
        var source = body.code("source", ConfirmationSource::parse, "ncic, mdt or dispatch");
        var urgency = body.code("urgency", HitStep.Urgency::parse, "urgent or routine");
        return body.checked(
                () -> new HitStep.ConfirmationRequested(by, at, source.orElseThrow(), urgency.orElseThrow()));
    }

    /** With a reason when there is no confirmation: what happened is recorded with it. */
    private static Checked<HitStep> contact(Form body, String by, Instant at) {
        var reason = body.optionalString("reason", 500);
        return body.checked(() -> reason.<HitStep>map(text -> new HitStep.ContactUnconfirmed(by, at, text))
                .orElseGet(() -> new HitStep.Contacted(by, at)));
    }

    private static Checked<HitStep> disposed(Form body, String by, Instant at) {
        var dispositions = body.codes("dispositions", Disposition::parse, "dispositions of the closed list");
        var ends = dispositions.size() == 1 || !dispositions.contains(Disposition.NONE);
        if (body.isValid("dispositions") && (dispositions.isEmpty() || !ends)) {
            body.reject("dispositions", "out-of-range", "at least one, and none only alone");
        }
        return body.checked(() -> new HitStep.Disposed(by, at, dispositions));
    }
}
