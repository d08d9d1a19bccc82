package passby.core.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.hotlist.Category;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.VehicleDescription;
import passby.core.id.CaseNumber;
import passby.core.plate.Plate;

/** Turns one line into a row, or says why it is none. The file code is judged first: {@code N} is refused in a bad row too. */
final class RowParser {
    private static final Pattern RECORD_NUMBER = Pattern.compile("[A-Z0-9][A-Z0-9/_.|-]{2,39}");
    private static final Pattern ORI = Pattern.compile("[A-Z0-9]{7,9}");
    private static final Pattern DESCRIPTION = Pattern.compile("[A-Z0-9/. -]{1," + VehicleDescription.MAX_PART + "}");
    private static final Pattern COMPACT_DATE = Pattern.compile("\\d{8}");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T].{0,30})?");
    /** What sources write where there is no plate, and what headers write above plates. */
    private static final Set<String> NO_PLATE = Set.of(
            "UNK", "UNKN", "UNKNOWN", "NONE", "NOPLATE", "NOTAG", "NA", "PLATE", "LICENSE", "LICPLATE", "LIC", "TAG");

    private static final Set<String> NO_STATE = Set.of("", "XX", "ZZ", "UNKNOWN");
    private static final int SHORTEST_PLATE = 2;

    private final FeedLayout layout;
    private final Set<FileCode> allowed;
    private final Instant now;

    /** @param now rows that expired before are rejected */
    RowParser(FeedLayout layout, Set<FileCode> allowed, Instant now) {
        this.layout = layout;
        this.allowed = allowed;
        this.now = now;
    }

    /** The row, or the reason why there is none. */
    sealed interface Parsed {
        record Good(FeedRow row) implements Parsed {}

        record Bad(RowRejection reason, @Nullable FileCode fileCode) implements Parsed {}
    }

    private static Parsed bad(RowRejection reason) {
        return new Parsed.Bad(reason, null);
    }

    /** @param header names of the columns; empty when the layout has none */
    Parsed parse(String line, List<String> header) {
        if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            return bad(RowRejection.CONTROL_CHARACTER);
        }
        var columns = layout.shape().split(line, Math.min(layout.most() + 1, Shape.MAX_COLUMNS + 1));
        var values = values(columns, header);
        var codes = fileCodes(values);
        var refused = codes.stream().filter(code -> !allowed.contains(code)).findFirst();
        if (refused.isPresent()) {
            return new Parsed.Bad(RowRejection.FILE_CODE_REFUSED, refused.get());
        }
        return hasRightSize(line, columns.size(), header.size()) ? row(values, codes) : bad(RowRejection.COLUMNS);
    }

    private boolean hasRightSize(String line, int columns, int named) {
        return switch (layout.shape()) {
            case Shape.Fixed() -> line.length() >= layout.least();
            case Shape.Separated separated ->
                layout.header() == FeedLayout.Header.REQUIRED
                        ? columns == named
                        : columns >= layout.least() && (layout.isOpen() || columns <= layout.most());
            case Shape.Spaced() -> columns >= layout.least() && columns <= layout.most();
        };
    }

    private Map<Value, String> values(List<String> columns, List<String> header) {
        var values = new EnumMap<Value, String>(Value.class);
        layout.columns().forEach((value, column) -> {
            var text = column.in(columns, header);
            values.put(value, layout.zeroForO().contains(value) ? text.replace('0', 'O') : text);
        });
        return values;
    }

    /** Every file that the row names: by its record numbers, its category column, or the layout. */
    private List<FileCode> fileCodes(Map<Value, String> values) {
        var category = values.getOrDefault(Value.CATEGORY, "");
        var named = layout.texts().isEmpty()
                ? category.length() == 1 ? FileCode.parse(category.charAt(0)) : Optional.<FileCode>empty()
                : layout.fileCode(category);
        var numbered = layout.codeLetter() < 0
                ? List.<FileCode>of()
                : List.of(Value.RECORD_NUMBER, Value.OTHER_RECORD_NUMBER).stream()
                        .map(value -> values.getOrDefault(value, ""))
                        .filter(number -> number.length() > layout.codeLetter())
                        .flatMap(number -> FileCode.parse(number.charAt(layout.codeLetter())).stream())
                        .toList();
        var worded = Optional.ofNullable(layout.category())
                .or(() -> Category.parse(category))
                .flatMap(FileCode::of);
        return Stream.of(numbered.stream(), named.stream(), worded.stream())
                .flatMap(codes -> codes)
                .toList();
    }

    private Parsed row(Map<Value, String> values, List<FileCode> codes) {
        var category = category(values, codes);
        var plate = plate(values.getOrDefault(Value.PLATE, ""));
        var state = state(values.getOrDefault(Value.STATE, ""));
        var recorded = date(values.getOrDefault(Value.RECORDED, ""));
        var expires = date(values.getOrDefault(Value.EXPIRES, ""));
        if (category.isEmpty()) {
            return bad(RowRejection.CATEGORY);
        }
        if (plate.isEmpty()) {
            return bad(RowRejection.PLATE);
        }
        if (state.isEmpty()) {
            return bad(RowRejection.STATE);
        }
        if (recorded.isEmpty() || expires.isEmpty()) {
            return bad(RowRejection.DATE);
        }
        var number = recordNumber(values);
        if (number.isEmpty()) {
            return bad(RowRejection.RECORD_NUMBER);
        }
        var ends = expires.get().ends();
        if (ends != null && !now.isBefore(ends)) {
            return bad(RowRejection.EXPIRED);
        }
        return new Parsed.Good(new FeedRow(
                number.get(),
                plate.get(),
                state.get(),
                category.get(),
                codes.isEmpty() ? null : codes.getFirst(),
                CaseNumber.parse(values.getOrDefault(Value.CASE_NUMBER, ""))
                        .map(CaseNumber::value)
                        .orElse(""),
                matching(values, Value.ORI, ORI),
                recorded.get().begins(),
                ends,
                vehicle(values)));
    }

    private Optional<Category> category(Map<Value, String> values, List<FileCode> codes) {
        return Optional.ofNullable(layout.category())
                .or(() -> Category.parse(values.getOrDefault(Value.CATEGORY, "")))
                .or(() -> codes.stream().findFirst().map(FileCode::category));
    }

    private static Optional<Plate> plate(String text) {
        return Plate.parse(text)
                .filter(plate -> plate.raw().length() >= SHORTEST_PLATE)
                .filter(plate -> !NO_PLATE.contains(plate.raw()));
    }

    private static Optional<ListedState> state(String text) {
        return NO_STATE.contains(text) ? Optional.of(new ListedState.Unknown()) : ListedState.parse(text);
    }

    /** A day, or no day where the source writes none. */
    private record Day(@Nullable LocalDate date) {
        @Nullable
        Instant begins() {
            return date == null ? null : date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        /** A record lives through the whole of its last day. */
        @Nullable
        Instant ends() {
            return date == null
                    ? null
                    : date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** Empty for what cannot be a day. */
    private static Optional<Day> date(String text) {
        if (text.isEmpty()) {
            return Optional.of(new Day(null));
        }
        var iso = ISO_DATE.matcher(text);
        try {
            if (COMPACT_DATE.matcher(text).matches()) {
                return Optional.of(new Day(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)));
            }
            return iso.matches() ? Optional.of(new Day(LocalDate.parse(iso.group(1)))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> recordNumber(Map<Value, String> values) {
        var number = layout.key().isEmpty()
                ? values.getOrDefault(Value.RECORD_NUMBER, "")
                : layout.key().stream()
                        .map(value -> values.getOrDefault(value, ""))
                        .collect(Collectors.joining("|"))
                        .replace(' ', '_')
                        .toUpperCase(Locale.ROOT);
        return Optional.of(number).filter(text -> RECORD_NUMBER.matcher(text).matches());
    }

    private static String matching(Map<Value, String> values, Value value, Pattern form) {
        var text = values.getOrDefault(value, "");
        return form.matcher(text).matches() ? text : "";
    }

    private static VehicleDescription vehicle(Map<Value, String> values) {
        return new VehicleDescription(
                matching(values, Value.YEAR, DESCRIPTION),
                matching(values, Value.MAKE, DESCRIPTION),
                matching(values, Value.MODEL, DESCRIPTION),
                matching(values, Value.STYLE, DESCRIPTION),
                matching(values, Value.COLOUR, DESCRIPTION));
    }
}
