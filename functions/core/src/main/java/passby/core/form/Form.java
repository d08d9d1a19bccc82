package passby.core.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A JSON object as its sender filled it in. Each reading method notes what is wrong and answers a stand-in, so that one
 * look finds every problem; {@link #checked} tells whether the values may be used. A field that nobody asked for is a
 * problem too. Not thread-safe: one form, one request.
 */
public final class Form {
    /** RFC 3339 has four digits for the year; a day is left for whoever adds an offset. */
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final String path;
    private final Map<String, Object> values;
    private final Set<String> asked = new HashSet<>();
    private final List<Form> nested = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param values strings, {@link BigDecimal}s, booleans, lists and maps of these, as a strict JSON reader gives them */
    public Form(Map<String, Object> values) {
        this("", values);
    }

    private Form(String path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    /** What was sent under that name where it is a text, cut to that length; empty for anything else. For the ledger, not for use. */
    public Optional<String> asSent(String name, int max) {
        return values.get(name) instanceof String text && !text.isBlank()
                ? Optional.of(text.substring(0, Math.min(max, text.length())).replaceAll("[\\uD800-\\uDFFF]", "?"))
                : Optional.empty();
    }

    /** A required text of 1 to {@code max} characters that is not blank. */
    public String string(String name, int max) {
        var text = optionalString(name, max);
        return text.orElseGet(() -> missing(name, ""));
    }

    public Optional<String> optionalString(String name, int max) {
        return read(name, String.class, "a text").filter(text -> {
            var fits = !text.isBlank() && text.length() <= max;
            return fits || reject(name, "out-of-range", "1 to " + max + " characters");
        });
    }

    /** A required text of exactly that form. */
    public String string(String name, Pattern form, String described) {
        var text = read(name, String.class, described)
                .filter(value -> form.matcher(value).matches() || reject(name, "malformed", described));
        return text.orElseGet(() -> missing(name, ""));
    }

    /** A required word of a closed list. */
    public <T> Optional<T> code(String name, Function<String, Optional<T>> parse, String described) {
        var word = read(name, String.class, described);
        if (word.isEmpty()) {
            missing(name, "");
            return Optional.empty();
        }
        var parsed = parse.apply(word.get());
        if (parsed.isEmpty()) {
            reject(name, "malformed", described);
        }
        return parsed;
    }

    /** A required value that is neither a text nor a number nor an object, such as a list of lists. */
    public <T> Optional<T> parsed(String name, Function<Object, Optional<T>> parse, String described) {
        asked.add(name);
        var value = values.get(name);
        if (value == null) {
            missing(name, "");
            return Optional.empty();
        }
        var parsed = parse.apply(value);
        if (parsed.isEmpty()) {
            reject(name, "malformed", described);
        }
        return parsed;
    }

    /** A required instant in RFC 3339 with a zone, such as {@code 2026-11-23T12:00:00.000Z}. */
    public Instant instant(String name) {
        var text = read(name, String.class, "an instant in RFC 3339");
        if (text.isEmpty()) {
            return missing(name, Instant.EPOCH);
        }
        try {
            var instant = text.get().length() > 40 ? Instant.MAX : Instant.parse(text.get());
            return instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST) ? malformedInstant(name) : instant;
        } catch (DateTimeParseException e) {
            return malformedInstant(name);
        }
    }

    private Instant malformedInstant(String name) {
        reject(name, "malformed", "an instant in RFC 3339, such as 2026-11-23T12:00:00.000Z");
        return Instant.EPOCH;
    }

    /** A required whole number within the bounds, both inclusive. */
    public long longValue(String name, long min, long max) {
        return optionalLong(name, min, max).orElseGet(() -> missing(name, min));
    }

    public Optional<Long> optionalLong(String name, long min, long max) {
        return read(name, BigDecimal.class, "a whole number").flatMap(number -> {
            var inRange =
                    number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
            if (inRange && number.stripTrailingZeros().scale() <= 0) {
                return Optional.of(number.longValue());
            }
            reject(name, "out-of-range", "a whole number from " + min + " to " + max);
            return Optional.empty();
        });
    }

    public Optional<Double> optionalDecimal(String name, double min, double max) {
        return read(name, BigDecimal.class, "a number").flatMap(number -> {
            var value = number.doubleValue();
            if (value >= min && value <= max) {
                return Optional.of(value);
            }
            reject(name, "out-of-range", "a number from " + min + " to " + max);
            return Optional.empty();
        });
    }

    /** A required number within the bounds, both inclusive. */
    public double decimal(String name, double min, double max) {
        return optionalDecimal(name, min, max).orElseGet(() -> missing(name, min));
    }

    /** A required yes or no. */
    public boolean bool(String name) {
        return read(name, Boolean.class, "true or false").orElseGet(() -> missing(name, false));
    }

    /** A required list of words of a closed list, each at most once; it may be empty. */
    public <T> Set<T> codes(String name, Function<String, Optional<T>> parse, String described) {
        var list = read(name, List.class, "a list");
        if (list.isEmpty()) {
            return missing(name, Set.of());
        }
        var words = new LinkedHashSet<T>();
        for (Object element : list.get()) {
            var word = element instanceof String text ? parse.apply(text) : Optional.<T>empty();
            if (word.isEmpty() || !words.add(word.get())) {
                reject(name, "malformed", "each at most once: " + described);
                return Set.of();
            }
        }
        return words;
    }

    /** A required list of 1 to {@code max} objects. */
    public List<Form> forms(String name, int max) {
        var list = read(name, List.class, "a list");
        if (list.isEmpty()) {
            return missing(name, List.of());
        }
        if (list.get().isEmpty() || list.get().size() > max) {
            reject(name, "out-of-range", "a list of 1 to " + max);
            return List.of();
        }
        var forms = new ArrayList<Form>();
        for (Object element : list.get()) {
            forms.add(nested(name + "[" + forms.size() + "]", element));
        }
        return forms;
    }

    /** A list of at most {@code max} objects that may be missing or empty. */
    public List<Form> optionalForms(String name, int max) {
        asked.add(name);
        var isEmpty = values.getOrDefault(name, List.of()) instanceof List<?> list && list.isEmpty();
        return isEmpty ? List.of() : forms(name, max);
    }

    /** A required list of at most {@code max} objects that may be empty, which says that there are none from now on. */
    public List<Form> formsOrNone(String name, int max) {
        return values.get(name) instanceof List<?> list && list.isEmpty() ? optionalForms(name, max) : forms(name, max);
    }

    /** A required object; an empty form stands in for a missing one, so that all that it lacks is told too. */
    public Form form(String name) {
        asked.add(name);
        return nested(name, values.getOrDefault(name, Map.of()));
    }

    /** An optional object. */
    public Optional<Form> optionalForm(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).map(value -> nested(name, value));
    }

    private Form nested(String name, Object value) {
        var members = Map.<String, Object>of();
        if (value instanceof Map<?, ?> map) {
            members = strings(map);
        } else {
            reject(name, "malformed", "an object");
        }
        var form = new Form(at(name) + ".", members);
        nested.add(form);
        return form;
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        var members = new HashMap<String, Object>();
        map.forEach((key, value) -> members.put((String) key, value));
        return members;
    }

    /** Notes a problem that only the asker can see, such as two fields that contradict each other. Answers false. */
    public boolean reject(String name, String code, String message) {
        problems.add(new Problem(at(name), code, message));
        return false;
    }

    /** Whether nothing was wrong with that field so far: only then does it make sense to compare it with another. */
    public boolean isValid(String name) {
        return problems.stream().noneMatch(problem -> problem.field().equals(at(name)));
    }

    /** The value when nothing at all is wrong, else every problem of this form and of those inside it. */
    public <T> Checked<T> checked(Supplier<T> value) {
        var all = allProblems();
        return all.isEmpty() ? new Checked.Valid<>(value.get()) : new Checked.Invalid<>(all);
    }

    /** Every problem noted so far, fields that nobody asked for included: the last thing to ask of a form. */
    public List<Problem> allProblems() {
        var all = new ArrayList<>(problems);
        values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .limit(20)
                .forEach(name -> all.add(new Problem(at(printable(name)), "unknown", "no such field")));
        nested.forEach(form -> all.addAll(form.allProblems()));
        return all;
    }

    /** A stranger's field name is answered back to them, but only as far as it is harmless. */
    public static String printable(String name) {
        var harmless = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return harmless.length() > 40 ? harmless.substring(0, 40) : harmless;
    }

    private <T> Optional<T> read(String name, Class<T> type, String described) {
        asked.add(name);
        var value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            reject(name, "malformed", described);
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }

    /** Says that a field is missing, unless something worse was said of it. */
    private <T> T missing(String name, T standIn) {
        if (isValid(name)) {
            reject(name, "missing", "required");
        }
        return standIn;
    }

    private String at(String name) {
        return path + name;
    }
}
