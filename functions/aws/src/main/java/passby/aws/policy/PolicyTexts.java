package passby.aws.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import passby.core.id.Digests;

/** The policies as people read them: one file for each capability, and the schema of their words. */
public final class PolicyTexts {
    private static final String FOLDER = "/passby/policies/";
    private static final String SCHEMA = "passby.cedarschema";
    private static final List<String> FILES = List.of(
            "people.cedar",
            "cameras.cedar",
            "reading-quality.cedar",
            "hot-lists.cedar",
            "lists.cedar",
            "hits.cedar",
            "searches.cedar",
            "ledger.cedar",
            "conduct.cedar",
            "evidence.cedar",
            "sharing.cedar",
            "policy.cedar");

    private PolicyTexts() {}

    static String schema() {
        return text(SCHEMA);
    }

    static String policies() {
        return FILES.stream().map(PolicyTexts::text).collect(Collectors.joining("\n"));
    }

    /** SHA-256 over schema and files, each behind its length, 64 hexadecimal digits. */
    public static String hash() {
        var parts = new byte[1 + FILES.size()][];
        parts[0] = Digests.utf8(schema());
        for (var i = 0; i < FILES.size(); i++) {
            parts[i + 1] = Digests.utf8(text(FILES.get(i)));
        }
        return HexFormat.of().formatHex(Digests.sha256(Digests.framed(parts)));
    }

    private static String text(String file) {
        try (var resource = Objects.requireNonNull(PolicyTexts.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
