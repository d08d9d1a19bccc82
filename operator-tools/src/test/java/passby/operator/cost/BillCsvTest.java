package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static passby.core.policy.RecognizerOrder.REKOGNITION_FIRST;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

final class BillCsvTest {
    private final Bill bill = Bill.of(
            Functions.ALL, new Workload(100, 3000, REKOGNITION_FIRST, NonHitRetention.DAYS_7, HitRetention.DAYS_365));

    @Test
    void theLinesOfTheCsvAddUpToTheServicesOfTheTable() {
        var sums = new HashMap<String, Double>();
        BillCsv.of(bill).lines().skip(1).forEach(line -> {
            var fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            sums.merge(fields[0], Double.parseDouble(fields[7]), Double::sum);
        });

        assertThat(sums).hasSameSizeAs(bill.byService());
        bill.byService()
                .forEach((service, dollars) ->
                        assertThat(sums.get(service.label())).isCloseTo(dollars, within(0.01)));
    }

    @Test
    void theTableShowsTheSameTotals() {
        var text = BillText.of(bill);

        assertThat(text).contains("Rekognition                          6,675.00");
        assertThat(text).containsPattern("A month +%,.2f".formatted(bill.total()));
        assertThat(text).containsPattern("A month and camera +%,.2f".formatted(bill.perCamera()));
    }
}
