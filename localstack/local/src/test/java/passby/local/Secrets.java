package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passby.local.springfield.Springfield;

/** Everything that a run of a city must never write down: plates, their keys, tokens, signatures, private keys. */
final class Secrets {
    /** A plate's key, a token, an upload URL's signature. */
    private static final Pattern FORMS = Pattern.compile("k1\\.[a-z2-7]{26}|eyJ[A-Za-z0-9_-]{8}|X-Amz-Signature");

    private final TestCity city;

    Secrets(TestCity city) {
        this.city = city;
    }

    void areNotIn(String place, String text) throws IOException {
        assertThat(found(text)).as("secrets in %s", place).isEmpty();
    }

    /** What of them stands in the text. */
    List<String> found(String text) throws IOException {
        var found = new ArrayList<String>();
        FORMS.matcher(text).results().forEach(match -> found.add(match.group()));
        words().stream().filter(text::contains).forEach(found::add);
        return found;
    }

    /** Every plate that was read or listed, and every line of a camera's key file that is no name. */
    private List<String> words() throws IOException {
        var words = new ArrayList<>(city.happenings().plates());
        Springfield.entries(city.clock().instant()).forEach(entry -> words.add(String.valueOf(entry.get("plate"))));
        try (var files = Files.list(city.folder().resolve("cameras"))) {
            for (var file : files.toList()) {
                words.addAll(Files.readAllLines(file).subList(2, 3));
            }
        }
        return words;
    }
}
