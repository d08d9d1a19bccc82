package passby.core.governance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.InMemoryPolicyDocuments;

/** Policy requests in memory. */
public final class InMemoryPolicyRequests implements PolicyRequests {
    private final InMemoryLedger ledger;
    private final InMemoryPolicyDocuments documents;
    private final TreeMap<String, PolicyRequest> requests = new TreeMap<>();

    public InMemoryPolicyRequests(InMemoryLedger ledger, InMemoryPolicyDocuments documents) {
        this.ledger = ledger;
        this.documents = documents;
    }

    /** As if it had been asked for long ago. */
    public void put(PolicyRequest request) {
        ledger.exclusively(() -> requests.put(request.requestId(), request));
    }

    @Override
    public List<PolicyRequest> newest(int max) {
        return ledger.exclusively(
                () -> requests.descendingMap().values().stream().limit(max).toList());
    }

    @Override
    public Optional<PolicyRequest> find(String requestId) {
        return ledger.exclusively(() -> Optional.ofNullable(requests.get(requestId)));
    }

    @Override
    public Commit add(PolicyRequest request, @Nullable PolicyRequest before, Entry entry) {
        return ledger.commit(
                () -> Objects.equals(newest(1).stream().findFirst().orElse(null), before),
                () -> {
                    if (before != null && before.mayBeSuperseded()) {
                        put(before.superseded());
                    }
                    put(request);
                },
                entry);
    }

    @Override
    public Commit revise(PolicyRequest revised, @Nullable EffectivePolicy next, Entry entry) {
        return ledger.commit(
                () -> find(revised.requestId())
                                .filter(stored -> stored.revision() == revised.revision() - 1)
                                .isPresent()
                        && revised.nobodyDecidedTwice()
                        && (next == null || documents.isNext(next)),
                () -> {
                    put(revised);
                    if (next != null) {
                        documents.put(next);
                    }
                },
                entry);
    }
}
