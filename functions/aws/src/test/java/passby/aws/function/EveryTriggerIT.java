package passby.aws.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.ReadFunctions;
import passby.aws.api.Trigger;
import passby.aws.api.Writes;
import passby.core.ledger.Count;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;

/** Walks the functions that no call of the API starts, as EveryRouteTest walks the routes: each writes exactly what it declares. */
final class EveryTriggerIT {
    /** What one thing that is due leaves in the ledger, for the functions that declare entries. */
    private static final Map<String, List<EntryType>> ENTERED = Map.ofEntries(
            Map.entry("ImportLists", List.of(EntryType.LIST_IMPORT_BEGUN, EntryType.LIST_IMPORTED)),
            Map.entry("ExpireConfirmations", List.of(EntryType.HIT_STEP)),
            Map.entry("WatchAlerts", List.of(EntryType.HIT_STEP)),
            Map.entry("WatchEntries", List.of(EntryType.HOT_LIST_REVIEW_MISSED)),
            Map.entry("EnterCounts", List.of(EntryType.COUNTED)),
            Map.entry("DeliverAlerts", List.of(EntryType.SUBSCRIPTION_ENDED)),
            Map.entry("AdmitFrames", List.of(EntryType.FRAMES_ADMITTED)),
            Map.entry("Purge", List.of(EntryType.ROWS_PURGED)),
            Map.entry("Redate", List.of(EntryType.REDATING_DONE)),
            Map.entry("CopyEvidence", List.of(EntryType.EVIDENCE_COPIED)),
            Map.entry("EndHolds", List.of(EntryType.HOLD_EXPIRED)),
            Map.entry("CloseDay", List.of(EntryType.DAY_BALANCED)),
            Map.entry("WatchReviews", List.of(EntryType.REVIEW_MISSED)),
            Map.entry("WatchConduct", List.of(EntryType.CONDUCT_REVIEW_OPENED)),
            Map.entry("RequestPolicy", List.of(EntryType.POLICY_CHANGED)),
            Map.entry("CheckOptOut", List.of(EntryType.POLICY_CHANGED)),
            Map.entry("SignIn", List.of(EntryType.ACCOUNT_LOCKED)),
            Map.entry("AppointPerson", List.of(EntryType.PERSON_APPOINTED)),
            Map.entry("SwitchCapture", List.of(EntryType.POLICY_CHANGED)));

    private final TriggeredCity city = new TriggeredCity();

    static List<FunctionSpec> triggered() {
        return Functions.ALL.stream().filter(spec -> spec.routes().isEmpty()).toList();
    }

    static List<FunctionSpec> byClock() {
        return triggered().stream()
                .filter(spec -> spec.trigger() instanceof Trigger.EveryMinute
                        || spec.trigger() instanceof Trigger.EveryHour
                        || spec.trigger() instanceof Trigger.EveryDay)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("triggered")
    void aRunWritesExactlyWhatItsTriggerDeclares(FunctionSpec function) {
        try (var due = city.due(function.name())) {
            var entries = city.stores.ledger().entries().size();
            var counts = counts();

            var answer = due.triggered().run();

            assertThat(due.done()).as("it did what was due: %s", answer).isTrue();
            assertThat(types(entries)).isEqualTo(declared(function));
            switch (function.writes()) {
                case COUNTED -> assertThat(counts()).isGreaterThan(counts);
                case ENTRY, ADMITTED, NONE -> {
                    // Counts of their own kind are told by an entry of the minute.
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("byClock")
    void whatAClockDidIsNotEnteredAgainAtItsNextTick(FunctionSpec function) {
        try (var due = city.due(function.name())) {
            due.triggered().run();
            var entries = city.stores.ledger().entries().size();

            due.triggered().run();

            assertThat(types(entries)).isEmpty();
        }
    }

    @Test
    void everyFunctionThatDeclaresEntriesIsExpectedToWriteSome() {
        assertThat(ENTERED.keySet())
                .containsExactlyInAnyOrderElementsOf(triggered().stream()
                        .filter(spec -> spec.writes() == Writes.ENTRY || spec.equals(ReadFunctions.ADMIT_FRAMES))
                        .map(FunctionSpec::name)
                        .toList());
    }

    private static List<EntryType> declared(FunctionSpec function) {
        return switch (function.writes()) {
            case ENTRY -> Objects.requireNonNull(ENTERED.get(function.name()), function.name());
            case ADMITTED -> ENTERED.getOrDefault(function.name(), List.of());
            case COUNTED, NONE -> List.of();
        };
    }

    private List<EntryType> types(int from) {
        var entries = city.stores.ledger().entries();
        return entries.subList(from, entries.size()).stream().map(Entry::type).toList();
    }

    private long counts() {
        return Arrays.stream(Count.values())
                .mapToLong(city.stores.counters()::total)
                .sum();
    }
}
