package passby.local.cells;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import passby.core.capture.Camera;
import passby.core.id.Digests;
import passby.core.note.MalformedException;

/**
 * One of the directory's 256 files: all cells, and the cells of the cameras whose token begins with the part's two digits. A camera stands
 * there by a hash of its id, so that the file tells its cell to whoever knows the camera, and lists nobody's cameras.
 *
 * <p>The text of a signed note, written in one way only: the directory's name, {@code version N}, {@code time T}, {@code part NN}, a line
 * {@code cell …} for each cell by name, and a line {@code TOKEN NAME} for each camera by token.
 *
 * @param directory its name
 * @param version from 1, one more with each change of anything
 * @param time at which it was signed, in whole seconds
 * @param part two hexadecimal digits
 * @param cells by their names
 * @param homes names of cells, by cameras' tokens
 */
public record CellPart(
        String directory, long version, Instant time, String part, List<Cell> cells, SortedMap<String, String> homes) {
    /** Of the tokens of all cameras so many first digits are a part's name. */
    static final int DIGITS = 2;

    private static final int HEAD = 4;
    private static final int TOKEN_DIGITS = 32;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9./-]{1,100}");
    private static final Pattern VERSION = Pattern.compile("version ([1-9][0-9]{0,17})");
    private static final Pattern PART = Pattern.compile("part ([0-9a-f]{2})");
    private static final Pattern HOME = Pattern.compile("([0-9a-f]{32}) ([a-z0-9-]{1,32})");

    public CellPart {
        time = time.truncatedTo(ChronoUnit.SECONDS);
        cells = List.copyOf(cells);
        homes = new TreeMap<>(homes);
        var names = cells.stream().map(Cell::name).toList();
        if (!NAME.matcher(directory).matches() || version < 1) {
            throw new MalformedException("a directory has a name and a version from 1");
        }
        if (!names.equals(names.stream().distinct().sorted().toList())) {
            throw new MalformedException("each cell stands there once, by its name");
        }
        if (!names.containsAll(homes.values())) {
            throw new MalformedException("a camera's cell is none of the cells");
        }
        if (!homes.keySet().stream().allMatch(token -> token.startsWith(part))) {
            throw new MalformedException("a camera stands in another part");
        }
    }

    /** By which a camera stands in the directory: half of a hash of its id. */
    static String token(String cameraId) {
        if (!Camera.ID.matcher(cameraId).matches()) {
            throw new MalformedException("not the id of a camera");
        }
        var hash = Digests.sha256(Digests.framed("passby/cell1".getBytes(UTF_8), cameraId.getBytes(UTF_8)));
        return HexFormat.of().formatHex(hash).substring(0, TOKEN_DIGITS);
    }

    static String partOf(String cameraId) {
        return token(cameraId).substring(0, DIGITS);
    }

    static CellPart parse(String text) {
        var lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() <= HEAD || !lines.getLast().isEmpty()) {
            throw new MalformedException("a part begins with name, version, time and part");
        }
        var cells = new ArrayList<Cell>();
        var homes = new TreeMap<String, String>();
        for (var line : lines.subList(HEAD, lines.size() - 1)) {
            if (line.startsWith("cell ")) {
                cells.add(Cell.parse(line.substring("cell ".length())));
            } else {
                homes.put(group(HOME, line, 1), group(HOME, line, 2));
            }
        }
        var version = Long.parseLong(group(VERSION, lines.get(1), 1));
        var parsed =
                new CellPart(lines.getFirst(), version, time(lines.get(2)), group(PART, lines.get(3), 1), cells, homes);
        if (!parsed.text().equals(text)) {
            throw new MalformedException("a part is written in one way only");
        }
        return parsed;
    }

    private static String group(Pattern pattern, String line, int group) {
        var match = pattern.matcher(line);
        if (!match.matches()) {
            throw new MalformedException("a line that no part has");
        }
        return match.group(group);
    }

    private static Instant time(String line) {
        try {
            return Instant.parse(line.replaceFirst("^time ", ""));
        } catch (DateTimeException e) {
            throw new MalformedException("the time of a directory is UTC in seconds");
        }
    }

    String text() {
        var text = new StringBuilder(directory)
                .append("\nversion ")
                .append(version)
                .append("\ntime ")
                .append(time)
                .append("\npart ")
                .append(part)
                .append('\n');
        cells.forEach(cell -> text.append("cell ").append(cell.line()).append('\n'));
        for (Map.Entry<String, String> home : homes.entrySet()) {
            text.append(home.getKey()).append(' ').append(home.getValue()).append('\n');
        }
        return text.toString();
    }

    /** Empty where the directory does not know the camera. */
    Optional<Cell> home(String cameraId) {
        var name = Optional.ofNullable(homes.get(token(cameraId)));
        return cells.stream()
                .filter(cell -> name.filter(cell.name()::equals).isPresent())
                .findFirst();
    }
}
