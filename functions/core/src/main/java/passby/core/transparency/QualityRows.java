package passby.core.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.quality.Interval;
import passby.core.quality.Rate;
import passby.core.quality.Source;

/**
 * {@code reading-quality.csv}: for each day that was closed, how many plates of the four weeks that ended with it were misread, of the
 * city and of each camera, with Wilson's interval. What stands in no row had too few plates for a rate.
 */
final class QualityRows {
    static final String FILE = "reading-quality.csv";
    static final String HEADER = Csv.line("entry", "day", "camera", "source", "n", "misread", "share", "low", "high");

    private static final String CITY = "";

    private QualityRows() {}

    /** @param entry with the openings that are published */
    static List<String> of(PublicEntry entry) {
        if (!entry.is(EntryType.DAY_BALANCED.code(), Outcome.DONE.code())) {
            return List.of();
        }
        var told = entry.facts(Field.COUNTS).facts("readers");
        var day = told.text("day");
        var rows = new ArrayList<String>();
        var city = FactTable.of(told.facts("city")).rows();
        for (var source : Source.values()) {
            var rate = city.get(source.code());
            if (rate != null) {
                rows.add(row(entry, day, CITY, source, rate));
            }
        }
        FactTable.of(told.facts("cameras"))
                .rows()
                .forEach((cameraId, rate) -> rows.add(row(entry, day, cameraId, Source.SAMPLES, rate)));
        return rows;
    }

    private static String row(PublicEntry entry, String day, String camera, Source source, Facts told) {
        var rate = new Rate(told.number("misread"), told.number("n"));
        var interval = Interval.of(rate.misread(), rate.n());
        return Csv.line(
                entry.index(),
                day,
                camera,
                source.code(),
                rate.n(),
                rate.misread(),
                decimal(rate.share()),
                decimal(interval.low()),
                decimal(interval.high()));
    }

    private static String decimal(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }
}
