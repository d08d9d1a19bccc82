package passby.verifier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import passby.core.disclosure.EntryFormatException;
import passby.core.disclosure.SealedEntry;

/** What must hold of the entries one after the other, beside their hashes. */
final class EntryChecks {
    /** How late an entry may be sealed, at the worst outage, before its hour looks like a forgery. */
    private static final Duration MAX_LAG = Duration.ofDays(3);

    private static final String POLICY_CHANGED = "policy-changed";

    private final Report report;
    private final IdSet ids = new IdSet();
    private final List<Reference> open = new ArrayList<>();
    private final Set<String> policies = new HashSet<>();
    private final List<NewPolicy> newPolicies = new ArrayList<>();
    private final Map<String, Integer> policyChanges = new TreeMap<>();
    private final Map<String, Long> types = new TreeMap<>();
    private String lastHour = "";
    private Instant latest = Instant.EPOCH;

    EntryChecks(Report report) {
        this.report = report;
    }

    private record Reference(String place, String entryId) {}

    /** The first entry under a policy hash. */
    private record NewPolicy(String place, String hour, int distinct) {}

    void check(long index, String bundle, byte[] leaf) {
        var place = bundle + " entry " + index;
        try {
            check(place, SealedEntry.parse(leaf));
        } catch (EntryFormatException e) {
            report.fail(rule(e), place, String.valueOf(e.getMessage()));
        }
    }

    private void check(String place, SealedEntry entry) {
        types.merge(entry.type(), 1L, Long::sum);
        if (!ids.add(entry.entryId())) {
            report.fail(Rule.ENTRY_REPEATED, place, "an entry of this id is in the log already");
        }
        for (var reference : entry.references()) {
            if (!ids.contains(reference)) {
                open.add(new Reference(place, reference));
            }
        }
        if (!entry.hour().equals(lastHour)) {
            checkHour(place, entry.hour());
        }
        if (entry.type().equals(POLICY_CHANGED)) {
            policyChanges.merge(entry.hour(), 1, Integer::sum);
        }
        if (!entry.policyHash().isEmpty() && policies.add(entry.policyHash())) {
            newPolicies.add(new NewPolicy(place, entry.hour(), policies.size()));
        }
    }

    private void checkHour(String place, String hour) {
        lastHour = hour;
        try {
            var time = Instant.parse(hour.replace("Z", ":00:00Z"));
            if (time.isBefore(latest.minus(MAX_LAG))) {
                report.fail(Rule.ENTRY_HOUR, place, "its hour " + hour + " lies days before entries in front of it");
            }
            latest = time.isAfter(latest) ? time : latest;
        } catch (DateTimeException e) {
            report.fail(Rule.ENTRY_HOUR, place, "its hour is none");
        }
    }

    /** What can be said only when the whole log was seen. */
    void finish(Instant checkpointTime) {
        if (latest.isAfter(checkpointTime.plus(Duration.ofHours(1)))) {
            report.fail(Rule.ENTRY_HOUR, "checkpoint", "an entry's hour lies behind the time of the checkpoint");
        }
        open.stream()
                .filter(reference -> !ids.contains(reference.entryId()))
                .forEach(reference ->
                        report.fail(Rule.REFERENCE, reference.place(), "it refers to an entry that is not in the log"));
        newPolicies.stream()
                .filter(policy -> policy.distinct() > 1 + changesUntil(policy.hour()))
                .forEach(policy ->
                        report.fail(Rule.POLICY, policy.place(), "a policy is in force that no entry put in force"));
    }

    boolean holds(String entryId) {
        return ids.contains(entryId);
    }

    /** Hashes of every policy document that was in force. */
    Set<String> policies() {
        return Set.copyOf(policies);
    }

    Map<String, Long> types() {
        return types;
    }

    private int changesUntil(String hour) {
        return policyChanges.entrySet().stream()
                .filter(change -> change.getKey().compareTo(hour) <= 0)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Rule rule(EntryFormatException e) {
        return switch (e.fault()) {
            case FORM -> Rule.ENTRY_FORM;
            case TYPE -> Rule.ENTRY_TYPE;
            case VERSION -> Rule.ENTRY_VERSION;
        };
    }
}
