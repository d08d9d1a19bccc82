package passby.core.transparency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.ledger.CanonicalJson;

/** Every register, and how many entries they hold. */
final class Registers {
    private static final String UNTIL = "until";
    private static final String AS_OF = "asOf";
    private static final String ACCESS = "accessPolicies";
    private static final String POLICY = "policy";

    private final List<Register> all;
    private final FactTable access;
    private long until;
    private String asOf;
    private String policy;

    private Registers(Facts state) {
        this.until = state.number(UNTIL);
        this.asOf = state.text(AS_OF);
        this.policy = state.text(POLICY);
        this.access = FactTable.of(state.facts(ACCESS));
        this.all = List.of(
                new HotListTable(state.facts(HotListTable.FILE)),
                new CameraMap(state.facts(CameraMap.FILE)),
                new AuditFindings(state.facts(AuditFindings.FILE)),
                new GrantTable(state.facts(GrantTable.FILE)));
    }

    static Registers empty() {
        return new Registers(new Facts());
    }

    /** What {@link #state} wrote. */
    static Registers parse(String state) {
        return new Registers(Facts.parse(state));
    }

    /**
     * @param entry the next one, with the openings that are published
     * @return what it adds to the changes
     */
    List<String> add(PublicEntry entry) {
        all.forEach(register -> register.add(entry));
        until = entry.index() + 1;
        asOf = entry.entry().hour();
        policy = entry.entry().policyHash();
        return Stream.concat(software(entry).stream(), ChangeRows.row(entry).stream())
                .toList();
    }

    /** Two versions run side by side while a deployment shifts its traffic, so what counts is which was seen first. */
    private Optional<String> software(PublicEntry entry) {
        var hash = entry.entry().accessHash();
        if (hash.isEmpty() || access.has(hash)) {
            return Optional.empty();
        }
        access.row(hash).put("entry", entry.index());
        return Optional.of(ChangeRows.software(entry));
    }

    /** How many entries were added, from the first of the log on. */
    long until() {
        return until;
    }

    /** Hour of the newest entry; empty when there is none. */
    String asOf() {
        return asOf;
    }

    /** Hash of the policy document that the newest entry names; empty when there is no entry. */
    String policy() {
        return policy;
    }

    /** Text of each file by its name. */
    Map<String, String> texts() {
        return all.stream().collect(Collectors.toMap(Register::file, register -> register.text(asOf)));
    }

    String state() {
        var state = new TreeMap<String, Object>(Map.of(UNTIL, until, AS_OF, asOf, POLICY, policy));
        state.put(ACCESS, access.json());
        all.forEach(register -> state.put(register.file(), register.state()));
        return CanonicalJson.write(state);
    }
}
