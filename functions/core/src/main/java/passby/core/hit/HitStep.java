package passby.core.hit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import passby.core.id.Coded;

/** One thing that one officer did about a hit. Steps are added, never changed. */
public sealed interface HitStep {
    /** Who did it; {@link #CLOCK} for what no person did. */
    String by();

    Instant at();

    /** The state that it leads to; empty for what is recorded and changes none. */
    Optional<HitState> state();

    /** Its name in requests, rows and answers. */
    default String code() {
        return state().map(HitState::code).orElse(ContactUnconfirmed.CODE);
    }

    /** The minute clock, where a person would be named. */
    String CLOCK = "clock";

    /** The picture was streamed to this officer. */
    record Viewed(String by, Instant at) implements HitStep {
        @Override
        public Optional<HitState> state() {
            return Optional.of(HitState.VIEWED);
        }
    }

    /** The officer compared the picture with the entry and says that plate and state agree. */
    record ImageMatched(String by, Instant at) implements HitStep {
        @Override
        public Optional<HitState> state() {
            return Optional.of(HitState.IMAGE_MATCHED);
        }
    }

    /** The officer compared them and says that they do not. */
    record Rejected(String by, Instant at, RejectionReason reason) implements HitStep {
        @Override
        public Optional<HitState> state() {
            return Optional.of(HitState.REJECTED);
        }
    }

    /** The officer asked the source whether the record is still good. */
    record ConfirmationRequested(String by, Instant at, ConfirmationSource source, Urgency urgency) implements HitStep {
        @Override
        public Optional<HitState> state() {
            return Optional.of(HitState.CONFIRMATION_REQUESTED);
        }

        /** From here on it counts as not confirmed. */
        public Instant dueAt() {
            return at.plus(urgency.within());
        }
    }

    /** @param confirmedBy who said so at the source, in the officer's words */
    record Confirmed(String by, Instant at, String confirmedBy) implements HitStep {
        @Override
        public Optional<HitState> state() {
            return Optional.of(HitState.CONFIRMED);
        }
    }

    /** The source said no, or did not answer in time. */
    record NotConfirmed(String by, Instant at, boolean timedOut) implements HitStep {
        @Override
        public Optional<HitState> state() {
            return Optional.of(HitState.NOT_CONFIRMED);
        }
    }

    /** The vehicle was contacted after its record was confirmed. */
    record Contacted(String by, Instant at) implements HitStep {
        @Override
        public Optional<HitState> state() {
            return Optional.of(HitState.CONTACT);
        }
    }

    /**
     * The vehicle was contacted without a confirmation. It is refused as a step, so that the order of steps is kept, and it
     * is recorded, so that it cannot be hidden: the Program Manager is alarmed and the public page counts it.
     *
     * @param reason in the officer's words, at most 500 characters
     */
    record ContactUnconfirmed(String by, Instant at, String reason) implements HitStep {
        static final String CODE = "contact-unconfirmed";

        @Override
        public Optional<HitState> state() {
            return Optional.empty();
        }
    }

    /**
     * How it ended.
     *
     * @param dispositions at least one
     */
    record Disposed(String by, Instant at, Set<Disposition> dispositions) implements HitStep {
        public Disposed {
            dispositions = Set.copyOf(dispositions);
            if (dispositions.isEmpty()) {
                throw new IllegalArgumentException("a hit ends somehow");
            }
        }

        /** Whether somebody acted upon the hit, or it was none: its entry cannot simply go on alerting. */
        public boolean isActedUpon() {
            return !dispositions.equals(Set.of(Disposition.NONE));
        }

        @Override
        public Optional<HitState> state() {
            return Optional.of(HitState.DISPOSITION);
        }
    }

    /** Nobody had viewed the hit for as long as the policy lets it lie: everybody was told. It leads nowhere. */
    record Escalated(String by, Instant at) implements HitStep {
        @Override
        public String code() {
            return "escalated";
        }

        @Override
        public Optional<HitState> state() {
            return Optional.empty();
        }
    }

    /** How soon the source must answer, as NCIC's hit confirmation has it: ten minutes or an hour. */
    enum Urgency implements Coded {
        URGENT(Duration.ofMinutes(10)),
        ROUTINE(Duration.ofHours(1));

        private final Duration within;

        Urgency(Duration within) {
            this.within = within;
        }

        public Duration within() {
            return within;
        }

        public static Optional<Urgency> parse(String code) {
            return Coded.find(values(), code);
        }
    }
}
