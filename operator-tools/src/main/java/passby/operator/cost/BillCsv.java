package passby.operator.cost;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bill line by line, each with its amount, its first step's price and the page that this stands on (RFC 4180). */
final class BillCsv {
    private static final String HEAD = "service,item,tariff,amount,unit,list price,per,dollars,source";

    private BillCsv() {}

    static String of(Bill bill) {
        return Stream.concat(Stream.of(HEAD), bill.lines().stream().map(BillCsv::row))
                .map(row -> row + "\r\n")
                .collect(Collectors.joining());
    }

    private static String row(Bill.Line line) {
        var item = line.item();
        var tariff = item.tariff();
        return Stream.of(
                        tariff.service().label(),
                        item.what(),
                        tariff.what(),
                        String.format(Locale.ROOT, "%.3f", item.amount()),
                        tariff.unit(),
                        Double.toString(tariff.steps().getFirst().dollars()),
                        String.format(Locale.ROOT, "%.0f", tariff.per()),
                        String.format(Locale.ROOT, "%.6f", line.dollars()),
                        tariff.page() + ", " + Prices.AS_OF)
                .map(BillCsv::quoted)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        return field.contains(",") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
