package passby.core.sharing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import passby.core.form.Form;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;

/**
 * A declaration or pledge that a requester signed, where a state's law asks for one. Its text stays in the records officer's file; here
 * is its hash, so that nobody can exchange it later.
 *
 * @param sha256 of the text in UTF-8, 64 hexadecimal digits
 * @param signedBy name of the person who signed
 * @param signedAt when
 */
public record Declaration(String sha256, String signedBy, Instant signedAt) {
    private static final int MAX_TEXT = 5_000;
    private static final int MAX_NAME = 100;

    /** Nothing when the form has none. */
    static Optional<Declaration> parse(Form body, Instant now) {
        return body.optionalForm("declaration").map(form -> {
            var text = form.string("text", MAX_TEXT);
            var signedBy = form.string("signedBy", MAX_NAME);
            var signedAt = form.instant("signedAt");
            if (form.isValid("signedAt") && signedAt.isAfter(now)) {
                form.reject("signedAt", "out-of-range", "before now");
            }
            return new Declaration(Digests.sha256Hex(text), signedBy, signedAt);
        });
    }

    String canonical() {
        return CanonicalJson.write(Map.of("sha256", sha256, "signedBy", signedBy, "signedAt", signedAt.toString()));
    }
}
