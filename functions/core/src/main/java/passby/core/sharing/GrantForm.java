package passby.core.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Field;
import passby.core.policy.EffectivePolicy;
import passby.core.search.Purpose;
import passby.core.search.Purposes;

/** A written request as the records officer files it, complete and within the bounds. */
record GrantForm(OutsideRequester requester, GrantScope scope, Purpose purpose) {
    /**
     * The purpose passes the gate that the city's own searches pass. It is the requester's own case: whoever asks for somebody else is
     * refused there, and that other agency files a request of its own.
     */
    static Checked<GrantForm> parse(Form body, EffectivePolicy policy, Purposes purposes, Instant now) {
        var requester = OutsideRequester.parse(body.form("requester"), policy, now);
        var scope = GrantScope.parse(body.form("scope"), policy, now);
        var oldest = scope.map(GrantScope::from).orElse(Instant.MAX);
        var purpose = purposes.parse(body.form("purpose"), policy, oldest);
        return body.checked(() -> new GrantForm(
                requester.orElseThrow().with(purpose.orElseThrow()), scope.orElseThrow(), purpose.orElseThrow()));
    }

    /** What the ledger commits to: everything that was asked, so that nothing of it is stored beside the ledger. */
    Map<Field, String> committed() {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.putAll(purpose.committed());
        committed.put(Field.ON_BEHALF_OF, requester.canonical());
        committed.put(Field.QUERY, scope.canonical());
        committed.put(Field.CAMERAS, scope.cameraIds().isEmpty() ? "all" : String.join(",", scope.cameraIds()));
        committed.put(Field.AFTER, published());
        return committed;
    }

    /** What the city tells everybody of it (RFC 8785 JSON): an agency by name, a person never, and how much was asked, not what. */
    private String published() {
        var cameras = scope.cameraIds().size();
        var told = new TreeMap<String, Object>(Map.of(
                "class", requester.requesterClass().code(),
                "state", requester.state(),
                "basis", requester.basis().code(),
                "cameras", cameras == 0 ? "all" : String.valueOf(cameras),
                "windowHours", Duration.between(scope.from(), scope.to()).toHours()));
        if (requester.requesterClass().isAgency()) {
            told.put("agency", requester.agency());
        }
        return CanonicalJson.write(told);
    }
}
