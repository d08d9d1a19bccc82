package passby.operator.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whole months, in UTC.
 *
 * @param name as it was asked for: {@code 2026}, {@code 2026-H1}, {@code 2026-Q4} or {@code 2026-11}
 * @param first day
 * @param last day
 */
record Period(String name, LocalDate first, LocalDate last) {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?");
    private static final int YEAR = 12;
    private static final int HALF = 6;
    private static final int QUARTER = 3;

    /** Empty when it is none. */
    static Optional<Period> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(matcher.group(1));
        var part = Optional.ofNullable(matcher.group(3)).orElse("");
        return Optional.of(
                switch (part.isEmpty() ? ' ' : part.charAt(0)) {
                    case ' ' -> months(text, year, 1, YEAR);
                    case 'H' -> months(text, year, (part.charAt(1) - '1') * HALF + 1, HALF);
                    case 'Q' -> months(text, year, (part.charAt(1) - '1') * QUARTER + 1, QUARTER);
                    default -> months(text, year, Integer.parseInt(part), 1);
                });
    }

    private static Period months(String name, int year, int month, int months) {
        var first = YearMonth.of(year, month);
        return new Period(name, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
    }

    /** @param day or hour, beginning with the date */
    boolean holds(String day) {
        var date = LocalDate.parse(day.substring(0, 10));
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
