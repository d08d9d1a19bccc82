package passby.local.show;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.sealing.HttpWitnesses;
import passby.core.hotlist.ListedState;
import passby.core.note.MalformedException;
import passby.core.plate.Plate;
import passby.core.retention.NonHitRetention;

/**
 * What somebody typed behind {@code scripts/run}.
 *
 * @param images folder of pictures, or null for those that come with Passby
 * @param once whether to end when all are read
 * @param json file to write one object per picture to, or null
 * @param listed plates to put on the hot list first
 * @param port of the API, 0 for a free one
 * @param data folder that survives a restart, or null for memory
 * @param retention of reads that match nothing, or null for that of the city as it is
 * @param publicDelay after which the ledger's hours are public; zero publishes each checkpoint at once
 * @param witnesses who is asked to sign checkpoints: a verifier key, a space, an address each
 * @param advance how far the city's clock is ahead, or null to drive pictures past its cameras by the clock of this machine
 */
public record Options(
        @Nullable Path images,
        boolean once,
        @Nullable Path json,
        List<Listed> listed,
        int port,
        @Nullable Path data,
        @Nullable NonHitRetention retention,
        Duration publicDelay,
        List<String> witnesses,
        @Nullable Duration advance) {
    public static final String HELP = """
            scripts/run [--images DIR] [--once] [--json FILE] [--list-plate PLATE[:STATE]]... [--port N] [--data DIR] [--retention R]
                        [--public-delay PT24H] [--witness "VKEY URL"]... [--advance P8D]

              --images DIR              drive the JPEGs of this folder past the cameras (default: the pictures that come with Passby)
              --once                    end when all are read, with a summary (default: keep serving)
              --json FILE               write one JSON object per picture
              --list-plate PLATE[:ST]   put a plate on the hot list first; without a state it is listed as UNKNOWN
              --port N                  port of the API (default: 8080; 0: any free one)
              --data DIR                keep tables and pictures in this folder (default: in memory)
              --retention R             of reads that match nothing: flush, 1d, 3d, 7d (default), 14d, 21d, 30d ...
                                        in a folder that holds a city: longer than it was waits for two people
              --public-delay D          after which the ledger's hours are public under /log/ (default: PT24H; PT0S: at once)
              --witness "VKEY URL"      ask a witness to sign each checkpoint of the ledger (scripts/witness runs one)
              --advance P8D             start the city of --data with its clock so far ahead, let it forget what is due, and
                                        count what it held before and after; then keep serving, unless --once""";

    static final int DEFAULT_PORT = 8080;

    /** A plate for the hot list. */
    public record Listed(Plate plate, ListedState state) {}

    /** What came of reading the command line. */
    public sealed interface Parsed {
        record Run(Options options) implements Parsed {}

        record Help() implements Parsed {}

        /** @param message what is wrong, for the one who typed it */
        record Wrong(String message) implements Parsed {}
    }

    public static Parsed parse(List<String> arguments) {
        return new Reader(new ArrayDeque<>(arguments)).read();
    }

    /** Takes one argument after the other; the first that cannot be understood ends it. */
    private static final class Reader {
        private final Deque<String> rest;
        private final List<Listed> listed = new ArrayList<>();
        private @Nullable Path images;
        private @Nullable Path json;
        private @Nullable Path data;
        private boolean once;
        private int port = DEFAULT_PORT;
        private @Nullable NonHitRetention retention;
        private Duration publicDelay = Duration.ofHours(24);
        private final List<String> witnesses = new ArrayList<>();
        private @Nullable Duration advance;

        Reader(Deque<String> rest) {
            this.rest = rest;
        }

        Parsed read() {
            while (!rest.isEmpty()) {
                var option = rest.removeFirst();
                if (option.equals("--help") || option.equals("-h")) {
                    return new Parsed.Help();
                }
                if (option.equals("--once")) {
                    once = true;
                    continue;
                }
                if (rest.isEmpty()) {
                    return new Parsed.Wrong("unknown option, or no value behind it: " + option);
                }
                var wrong = take(option, rest.removeFirst());
                if (wrong.isPresent()) {
                    return new Parsed.Wrong(wrong.get());
                }
            }
            if (advance != null && data == null) {
                return new Parsed.Wrong("--advance needs the --data of a city that ran before");
            }
            return new Parsed.Run(new Options(
                    images,
                    once,
                    json,
                    List.copyOf(listed),
                    port,
                    data,
                    retention,
                    publicDelay,
                    List.copyOf(witnesses),
                    advance));
        }

        private Optional<String> take(String option, String value) {
            return switch (option) {
                case "--images" -> images(Path.of(value));
                case "--json" -> {
                    json = Path.of(value);
                    yield Optional.empty();
                }
                case "--data" -> {
                    data = Path.of(value);
                    yield Optional.empty();
                }
                case "--port" -> port(value);
                case "--list-plate" -> list(value);
                case "--retention" -> retention(value);
                case "--public-delay" -> publicDelay(value);
                case "--witness" -> witness(value);
                case "--advance" -> advance(value);
                default -> Optional.of("unknown option: " + option);
            };
        }

        private Optional<String> publicDelay(String value) {
            try {
                publicDelay = Duration.parse(value);
                return publicDelay.isNegative() ? Optional.of("--public-delay is not negative") : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.of("--public-delay takes a duration such as PT24H or PT0S");
            }
        }

        private Optional<String> witness(String value) {
            try {
                HttpWitnesses.Witness.parse(value);
                witnesses.add(value);
                return Optional.empty();
            } catch (MalformedException | IllegalArgumentException e) {
                return Optional.of("--witness takes \"VERIFIER_KEY ADDRESS\"");
            }
        }

        private Optional<String> advance(String value) {
            try {
                advance = Duration.parse(value);
                return advance.isNegative() || advance.compareTo(Duration.ofDays(3_660)) > 0
                        ? Optional.of("--advance goes forward, ten years at most")
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.of("--advance takes a duration of ISO 8601, such as P8D");
            }
        }

        private Optional<String> images(Path folder) {
            images = folder;
            return Files.isDirectory(folder) ? Optional.empty() : Optional.of("no such folder: " + folder);
        }

        private Optional<String> port(String value) {
            if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
                return Optional.of("--port takes a number from 0 to 65535");
            }
            port = Integer.parseInt(value);
            return Optional.empty();
        }

        private Optional<String> list(String value) {
            var colon = value.indexOf(':');
            var plate = Plate.parse(colon < 0 ? value : value.substring(0, colon));
            var state = ListedState.parse(colon < 0 ? ListedState.UNKNOWN_WORD : value.substring(colon + 1));
            if (plate.isEmpty() || state.isEmpty()) {
                return Optional.of("--list-plate takes PLATE or PLATE:STATE, such as ABC1234:CA");
            }
            listed.add(new Listed(plate.get(), state.get()));
            return Optional.empty();
        }

        private Optional<String> retention(String value) {
            var parsed = NonHitRetention.parse(value);
            parsed.ifPresent(chosen -> retention = chosen);
            return parsed.isPresent() ? Optional.empty() : Optional.of("--retention takes flush, 1d, 3d, 7d, 14d ...");
        }
    }
}
