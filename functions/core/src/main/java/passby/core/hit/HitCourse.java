package passby.core.hit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The course that every hit takes: whether a step may be taken now, and what is recorded of one that may not. */
public final class HitCourse {
    /** What becomes of a step. */
    public sealed interface Ruling {
        /** @param step to record: the one that was asked for */
        record Taken(HitStep step) implements Ruling {}

        record Refused(Obstacle obstacle) implements Ruling {}

        /** Refused as a step, and recorded as what happened. */
        record RecordedOnly(HitStep.ContactUnconfirmed step) implements Ruling {}
    }

    /** Why a step may not be taken. */
    public enum Obstacle {
        /** The hit was rejected or disposed of. */
        ENDED("The hit has ended."),
        NOT_IN_ORDER("This step does not follow from the state of the hit."),
        /** The officer has not seen the picture. */
        PICTURE_NOT_SEEN("Open the hit's picture first, then say what is on it."),
        /** The camera read the plate itself: nobody can say that the picture is that of the entry. */
        NO_PICTURE("The camera sent no picture, so there is nothing to match. The hit can be rejected."),
        /** The confirmation came too late: it must be asked for again. */
        TIMER_OVER("The time for the confirmation is over. Ask for it again."),
        /** Without a contact a hit ends as none or false alert only. */
        NO_CONTACT("No contact is recorded: only none or false-alert can be entered.");

        private final String detail;

        Obstacle(String detail) {
            this.detail = detail;
        }

        /** A sentence for the officer. */
        public String detail() {
            return detail;
        }
    }

    /** What is recorded of an officer who gives no reason. */
    static final String NO_REASON = "No reason was given.";

    private HitCourse() {}

    /** A hit without a picture can be rejected unseen, and its picture cannot be matched; else it is a hit like any other. */
    public static Ruling rule(Hit hit, HitStep step) {
        if (hit.sighting().pictures() == null && hit.state().awaitsVerdict()) {
            if (step instanceof HitStep.ImageMatched) {
                return new Ruling.Refused(Obstacle.NO_PICTURE);
            }
            if (step instanceof HitStep.Rejected) {
                return new Ruling.Taken(step);
            }
        }
        return rule(hit.steps(), step);
    }

    public static Ruling rule(List<HitStep> taken, HitStep step) {
        var state = state(taken);
        if (step instanceof HitStep.Contacted || step instanceof HitStep.ContactUnconfirmed) {
            return contact(state, step);
        }
        if (!state.isOpen()) {
            return new Ruling.Refused(Obstacle.ENDED);
        }
        var obstacle = obstacle(taken, state, step);
        return obstacle.isPresent() ? new Ruling.Refused(obstacle.get()) : new Ruling.Taken(step);
    }

    /**
     * With a confirmation it is an ordinary contact, whatever the officer's phone knew; without one it is recorded, above all where
     * somebody had rejected the hit.
     */
    private static Ruling contact(HitState state, HitStep step) {
        return switch (state) {
            case CONFIRMED -> new Ruling.Taken(new HitStep.Contacted(step.by(), step.at()));
            case CONTACT ->
                step instanceof HitStep.ContactUnconfirmed unconfirmed
                        ? new Ruling.RecordedOnly(unconfirmed)
                        : new Ruling.Refused(Obstacle.NOT_IN_ORDER);
            case DISPOSITION -> new Ruling.Refused(Obstacle.ENDED);
            case ALERTED, VIEWED, IMAGE_MATCHED, REJECTED, CONFIRMATION_REQUESTED, NOT_CONFIRMED ->
                new Ruling.RecordedOnly(unconfirmed(step));
        };
    }

    private static HitStep.ContactUnconfirmed unconfirmed(HitStep step) {
        return step instanceof HitStep.ContactUnconfirmed given
                ? given
                : new HitStep.ContactUnconfirmed(step.by(), step.at(), NO_REASON);
    }

    private static Optional<Obstacle> obstacle(List<HitStep> taken, HitState state, HitStep step) {
        return switch (step) {
            case HitStep.Viewed _, HitStep.ConfirmationRequested _, HitStep.Contacted _ -> notInOrder(state, step);
            case HitStep.ImageMatched _, HitStep.Rejected _ ->
                state.awaitsVerdict() && !wasStreamedTo(taken, step.by())
                        ? Optional.of(Obstacle.PICTURE_NOT_SEEN)
                        : notInOrder(state, step);
            case HitStep.Confirmed _ ->
                notInOrder(state, step)
                        .or(() -> isOver(taken, step.at()) ? Optional.of(Obstacle.TIMER_OVER) : Optional.empty());
            case HitStep.NotConfirmed no ->
                notInOrder(state, step)
                        .or(() -> no.timedOut() && !isOver(taken, step.at())
                                ? Optional.of(Obstacle.NOT_IN_ORDER)
                                : Optional.empty());
            case HitStep.ContactUnconfirmed _ -> Optional.empty();
            case HitStep.Escalated _ ->
                state == HitState.ALERTED && !isEscalated(taken)
                        ? Optional.empty()
                        : Optional.of(Obstacle.NOT_IN_ORDER);
            case HitStep.Disposed disposed -> obstacle(taken, state, disposed);
        };
    }

    private static Optional<Obstacle> notInOrder(HitState state, HitStep step) {
        var follows = step.state().filter(state::mayBecome).isPresent();
        return follows ? Optional.empty() : Optional.of(Obstacle.NOT_IN_ORDER);
    }

    /** Who was at the vehicle without a confirmation can still say how it ended, whatever the state. */
    private static Optional<Obstacle> obstacle(List<HitStep> taken, HitState state, HitStep.Disposed disposed) {
        var contacted = taken.stream()
                .anyMatch(step -> step instanceof HitStep.Contacted || step instanceof HitStep.ContactUnconfirmed);
        if (contacted) {
            return Optional.empty();
        }
        return notInOrder(state, disposed)
                .or(() -> disposed.dispositions().stream().anyMatch(Disposition::needsContact)
                        ? Optional.of(Obstacle.NO_CONTACT)
                        : Optional.empty());
    }

    /** The state after these steps. */
    public static HitState state(List<HitStep> taken) {
        return taken.reversed().stream()
                .flatMap(step -> step.state().stream())
                .findFirst()
                .orElse(HitState.ALERTED);
    }

    static boolean wasStreamedTo(List<HitStep> taken, String personId) {
        return taken.stream()
                .anyMatch(step -> step instanceof HitStep.Viewed && step.by().equals(personId));
    }

    private static boolean isEscalated(List<HitStep> taken) {
        return taken.stream().anyMatch(HitStep.Escalated.class::isInstance);
    }

    /** When the pending confirmation times out; empty when none is pending. */
    public static Optional<Instant> dueAt(List<HitStep> taken) {
        return state(taken) == HitState.CONFIRMATION_REQUESTED
                ? taken.reversed().stream()
                        .filter(HitStep.ConfirmationRequested.class::isInstance)
                        .map(step -> ((HitStep.ConfirmationRequested) step).dueAt())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isOver(List<HitStep> taken, Instant now) {
        return dueAt(taken).filter(due -> !now.isBefore(due)).isPresent();
    }
}
