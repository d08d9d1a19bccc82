package passby.core.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The layouts that Passby comes with, each a small file beside this class; a city may bring its own. */
public final class FeedLayouts {
    /** Names of the layouts that are built in, as {@code scripts/hotlist --format} takes them. */
    public static final List<String> NAMES = List.of(
            "ncic",
            "mn",
            "tx",
            "ca-stolen-vehicle",
            "ca-felony",
            "ca-stolen-plate",
            "ny",
            "co",
            "il",
            "oh",
            "fl",
            "wa",
            "generic");

    private static final Pattern LINES = Pattern.compile("\\R");

    private FeedLayouts() {}

    /** Empty for a name that is not in {@link #NAMES}. */
    public static Optional<FeedLayout> named(String name) {
        return NAMES.contains(name) ? Optional.of(parse(name, text(name))) : Optional.empty();
    }

    /**
     * @param text of a layout file
     * @throws IllegalArgumentException that names the line which is wrong
     */
    public static FeedLayout parse(String name, String text) {
        return new FeedLayoutParser(name).parse(List.of(LINES.split(text)));
    }

    private static String text(String name) {
        try (var file = FeedLayouts.class.getResourceAsStream(name + ".layout")) {
            if (file == null) {
                throw new IllegalStateException("the layout " + name + " is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
