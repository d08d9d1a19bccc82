package passby.core.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passby.core.hotlist.Category;

/**
 * Parses the text of a layout: a keyword and its arguments on each line, {@code #} before a comment. What it does not know
 * is an error that names the line, so that a misspelt column is not silently left out.
 */
final class FeedLayoutParser {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})-(\\d{0,4})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern SPACES = Pattern.compile(" +");

    private final String name;
    private final Map<Value, Column> columns = new EnumMap<>(Value.class);
    private final Map<String, FileCode> texts = new LinkedHashMap<>();
    private final List<Value> key = new ArrayList<>();
    private final Set<Value> zeroForO = EnumSet.noneOf(Value.class);
    private String title = "";
    private Shape shape = new Shape.Fixed();
    private int least = 1;
    private int most = Shape.MAX_COLUMNS;
    private boolean open;
    private FeedLayout.Header header = FeedLayout.Header.NONE;
    private @Nullable String footer;
    private int codeLetter = -1;
    private @Nullable Category category;

    FeedLayoutParser(String name) {
        this.name = name;
    }

    /** @throws IllegalArgumentException that names the line which is wrong */
    FeedLayout parse(List<String> lines) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var words = SPACES.split(line, 2);
                if (!read(words[0], words.length > 1 ? words[1].strip() : "")) {
                    throw new IllegalArgumentException("layout " + name + ", line " + (i + 1) + ": not understood");
                }
            }
        }
        return new FeedLayout(
                name,
                title,
                shape,
                least,
                most,
                open,
                header,
                footer,
                columns,
                codeLetter,
                category,
                texts,
                key,
                zeroForO);
    }

    private boolean read(String keyword, String argument) {
        return switch (keyword) {
            case "title" -> {
                title = argument;
                yield true;
            }
            case "shape" -> shape(argument);
            case "columns" -> columns(argument);
            case "header" -> header(argument);
            case "footer" -> {
                footer = argument;
                yield !argument.isEmpty();
            }
            case "column" -> column(SPACES.split(argument));
            case "file-code" -> codeLetter(argument);
            case "category" -> {
                category = Category.parse(argument).orElse(null);
                yield category != null;
            }
            case "text" -> text(argument);
            case "key" -> values(argument, key::add);
            case "zero-for-o" -> values(argument, zeroForO::add);
            default -> false;
        };
    }

    private boolean shape(String argument) {
        var parsed =
                switch (argument) {
                    case "fixed" -> Optional.<Shape>of(new Shape.Fixed());
                    case "spaced" -> Optional.<Shape>of(new Shape.Spaced());
                    case "separated ," -> Optional.<Shape>of(new Shape.Separated(','));
                    case "separated ;" -> Optional.<Shape>of(new Shape.Separated(';'));
                    default -> Optional.<Shape>empty();
                };
        parsed.ifPresent(known -> shape = known);
        return parsed.isPresent();
    }

    /** {@code 12} is exactly twelve, {@code 14+} fourteen and a rest, {@code 39..} at least so many. */
    private boolean columns(String argument) {
        var number = argument.replaceFirst("(\\+|\\.\\.)$", "");
        if (!NUMBER.matcher(number).matches()) {
            return false;
        }
        least = Integer.parseInt(number);
        open = argument.endsWith("+");
        if (!argument.endsWith("..")) {
            most = open ? least + 1 : least;
        }
        return true;
    }

    private boolean header(String argument) {
        var parsed =
                switch (argument) {
                    case "optional" -> Optional.of(FeedLayout.Header.OPTIONAL);
                    case "required" -> Optional.of(FeedLayout.Header.REQUIRED);
                    default -> Optional.<FeedLayout.Header>empty();
                };
        parsed.ifPresent(known -> header = known);
        return parsed.isPresent();
    }

    private boolean column(String[] words) {
        var value = Value.parse(words[0]);
        if (value.isEmpty() || words.length != 2) {
            return false;
        }
        columns.put(value.get(), place(words[1]));
        return true;
    }

    private Column place(String text) {
        var span = SPAN.matcher(text);
        if (span.matches()) {
            var to = span.group(2).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(span.group(2));
            return new Column.Span(Integer.parseInt(span.group(1)), to);
        }
        if (NUMBER.matcher(text).matches()) {
            return new Column.At(Integer.parseInt(text));
        }
        return text.endsWith("/") ? new Column.Tag(text.substring(0, text.length() - 1)) : new Column.Named(text);
    }

    private boolean codeLetter(String argument) {
        codeLetter = NUMBER.matcher(argument).matches() ? Integer.parseInt(argument) : -1;
        return codeLetter >= 0;
    }

    /** The letter stands last: {@code text STOLEN PLATE P}. */
    private boolean text(String argument) {
        var space = argument.lastIndexOf(' ');
        if (space < 1 || space != argument.length() - 2) {
            return false;
        }
        var code = FileCode.parse(argument.charAt(argument.length() - 1));
        code.ifPresent(known -> texts.put(argument.substring(0, space), known));
        return code.isPresent();
    }

    private static boolean values(String argument, Consumer<Value> add) {
        var parsed = SPACES.splitAsStream(argument).map(Value::parse).toList();
        parsed.stream().flatMap(Optional::stream).forEach(add);
        return parsed.stream().allMatch(Optional::isPresent);
    }
}
