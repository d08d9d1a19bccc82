package passby.core.hotlist;

import java.util.Optional;
import passby.core.plate.IssuingState;

/** The issuing state that an entry names, or that its author said outright is not known. */
public sealed interface ListedState {
    /** @param code two capital letters */
    record Named(String code) implements ListedState {}

    record Unknown() implements ListedState {}

    String UNKNOWN_WORD = "UNKNOWN";

    static Optional<ListedState> parse(String code) {
        if (code.equals(UNKNOWN_WORD)) {
            return Optional.of(new Unknown());
        }
        return IssuingState.CODE.matcher(code).matches() ? Optional.of(new Named(code)) : Optional.empty();
    }

    default String code() {
        return switch (this) {
            case Named(var code) -> code;
            case Unknown() -> UNKNOWN_WORD;
        };
    }
}
