package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static passby.core.policy.RecognizerOrder.CONTAINER_FIRST;
import static passby.core.policy.RecognizerOrder.CONTAINER_ONLY;
import static passby.core.policy.RecognizerOrder.REKOGNITION_FIRST;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.aws.api.Functions;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

final class BillTest {
    private static final double CENT = 0.01;

    /** 100 cameras with 3,000 reads a day: 300,000 a day, 9,125,000 in a twelfth of a year. */
    private static Workload city(int cameras, RecognizerOrder order, NonHitRetention retention) {
        return new Workload(cameras, 3000, order, retention, HitRetention.DAYS_365);
    }

    private static Bill bill(int cameras, RecognizerOrder order) {
        return Bill.of(Functions.ALL, city(cameras, order, NonHitRetention.DAYS_7));
    }

    private static double dollars(Bill bill, Tariff tariff, String what) {
        return bill.lines().stream()
                .filter(line -> line.item().tariff().equals(tariff)
                        && line.item().what().equals(what))
                .mapToDouble(Bill.Line::dollars)
                .sum();
    }

    @Test
    void aBillComputedByHandIsTheBill() {
        var bill = bill(100, CONTAINER_ONLY);

        // 9,125,000 calls at 3.50 a million
        assertThat(dollars(bill, Prices.API_CALLS, "cameras ask for URLs")).isCloseTo(31.94, within(CENT));
        // 9,125,000 PUTs at 0.005 a thousand, and one object of both crops each
        assertThat(dollars(bill, Prices.S3_WRITES, "uploads")).isCloseTo(45.63, within(CENT));
        assertThat(dollars(bill, Prices.S3_WRITES, "crops")).isCloseTo(45.63, within(CENT));
        // HEAD and one GET each, at 0.0004 a thousand
        assertThat(dollars(bill, Prices.S3_READS, "pictures looked at")).isCloseTo(7.30, within(CENT));
        // three requests each at 0.40 a million
        assertThat(dollars(bill, Prices.SQS_REQUESTS, "messages of uploads")).isCloseTo(10.95, within(CENT));
        // 11 units each at 0.625 a million
        assertThat(dollars(bill, Prices.DYNAMODB_WRITES, "frames and reads")).isCloseTo(62.73, within(CENT));
        // 9,125 pushed hits, each with a token for three push services, at 0.15 for ten thousand
        assertThat(dollars(bill, Prices.KMS_SIGNATURES, "tokens for push services, P-256"))
                .isCloseTo(0.41, within(CENT));
        // and a text message each, at 0.00645
        assertThat(dollars(bill, Prices.TEXT_MESSAGES, "alerts to telephones")).isCloseTo(58.86, within(CENT));
        // and an e-mail, at 0.10 a thousand
        assertThat(dollars(bill, Prices.SES_EMAILS, "alerts to mailboxes")).isCloseTo(0.91, within(CENT));
        // 43,800 minutes with a checkpoint each
        assertThat(dollars(bill, Prices.KMS_SIGNATURES, "checkpoints, Ed25519")).isCloseTo(0.66, within(CENT));
        // 6,083 of them, 17 units each: 7 of an entry, 3 each of the session and of the account's last use, 2 each of
        // the
        // attempt before and after
        assertThat(dollars(bill, Prices.DYNAMODB_WRITES, "sign-ins")).isCloseTo(0.065, within(0.001));
        // 85 ms of 2 GB each, and 0.20 a million
        assertThat(dollars(bill, Prices.LAMBDA_GB_SECONDS, "Recognizer")).isCloseTo(20.68, within(CENT));
        assertThat(dollars(bill, Prices.LAMBDA_REQUESTS, "Recognizer")).isCloseTo(1.83, within(CENT));
    }

    @Test
    void aStoredReadTakesAtMostSixteenWriteUnits() {
        var bill = bill(100, CONTAINER_ONLY);

        var units = bill.lines().stream()
                .map(Bill.Line::item)
                .filter(item -> item.tariff().equals(Prices.DYNAMODB_WRITES)
                        && (item.what().equals("frames and reads")
                                || item.what().equals("cameras' calls and counts")))
                .mapToDouble(Item::amount)
                .sum();

        assertThat(units / bill.workload().readsAMonth()).isCloseTo(16, within(0.001));
    }

    @Test
    void whatIsStoredIsPaidAgainWhenItIsDeleted() {
        var bill = bill(100, CONTAINER_ONLY);

        // A frame and its two places 3, a read of 2 KB marked 2 and deleted 2 with two places, a pass and its place 2:
        // 11 for each of
        // 9,125,000 reads; for one in ten a plate marked 1 and deleted 1 with seven places, and moved once for 3;
        // 18,250 hits at 10
        assertThat(dollars(bill, Prices.DYNAMODB_WRITES, "what the purge marks and deletes"))
                .isCloseTo(69.69, within(CENT));
        // 912,500 at 7
        assertThat(dollars(bill, Prices.DYNAMODB_WRITES, "places of new plates in their indexes"))
                .isCloseTo(3.99, within(CENT));
        // 43,800 runs of 0.4 s and 27,375,000 rows at 532 a second, at 1,769 MB
        assertThat(dollars(bill, Prices.LAMBDA_GB_SECONDS, "Purge")).isCloseTo(1.59, within(CENT));
    }

    @Test
    void aLargeCitysReadsAreWrittenByCapacityThatFollowsTheDay() {
        var large = bill(1000, CONTAINER_ONLY);

        // Two units for each of 91,250,000 reads, of which a unit-hour takes 3,600 and three fifths are used
        assertThat(dollars(large, Prices.DYNAMODB_WRITE_CAPACITY, "readings of passes"))
                .isCloseTo(54.92, within(CENT));
        assertThat(dollars(bill(499, CONTAINER_ONLY), Prices.DYNAMODB_WRITE_CAPACITY, "readings of passes"))
                .isZero();
    }

    @Test
    void aCitysHabitsChangeItsBill() {
        var usual = city(1000, CONTAINER_ONLY, NonHitRetention.DAYS_7);
        var thrifty = new Workload(
                1000,
                3000,
                CONTAINER_ONLY,
                NonHitRetention.DAYS_7,
                HitRetention.DAYS_365,
                new Workload.Habits(2, 0, 0));

        var bill = Bill.of(Functions.ALL, thrifty);

        assertThat(dollars(bill, Prices.API_CALLS, "cameras ask for URLs"))
                .isCloseTo(
                        dollars(Bill.of(Functions.ALL, usual), Prices.API_CALLS, "cameras ask for URLs") / 2,
                        within(CENT));
        assertThat(dollars(bill, Prices.TEXT_MESSAGES, "alerts to telephones")).isZero();
    }

    @Test
    void rekognitionIsPaidByWhatItLooksAt() {
        assertThat(bill(100, REKOGNITION_FIRST).byService().get(AwsService.REKOGNITION))
                .isCloseTo(6675, within(CENT));
        // 22 % of 9,125,000: the first million at 0.0010, the rest at 0.0008
        assertThat(bill(100, CONTAINER_FIRST).byService().get(AwsService.REKOGNITION))
                .isCloseTo(1806, within(CENT));
        assertThat(bill(100, CONTAINER_ONLY).byService()).doesNotContainKey(AwsService.REKOGNITION);
    }

    @ParameterizedTest
    @EnumSource(RecognizerOrder.class)
    void servicesAddUpToTheTotalAndTheTotalToTheCameras(RecognizerOrder order) {
        var bill = bill(100, order);

        assertThat(bill.byService().values().stream()
                        .mapToDouble(dollars -> dollars)
                        .sum())
                .isCloseTo(bill.total(), within(CENT));
        assertThat(bill.perCamera() * 100).isCloseTo(bill.total(), within(CENT));
    }

    @Test
    void ourOwnRecogniserIsFarCheaperThanRekognition() {
        var rekognition = withoutTexts(bill(100, REKOGNITION_FIRST));
        var containerFirst = withoutTexts(bill(100, CONTAINER_FIRST));
        var containerOnly = withoutTexts(bill(100, CONTAINER_ONLY));

        assertThat(containerFirst / containerOnly).isBetween(4.0, 6.0);
        assertThat(rekognition / containerOnly).isBetween(13.0, 18.0);
    }

    /** Officers' text messages cost the same with every order. */
    private static double withoutTexts(Bill bill) {
        return bill.total() - bill.byService().getOrDefault(AwsService.SNS, 0.0);
    }

    @Test
    void flushModeStoresNoCropsOfWhatMatchedNothing() {
        var flush = Bill.of(Functions.ALL, city(100, CONTAINER_ONLY, NonHitRetention.FLUSH));
        var days = bill(100, CONTAINER_ONLY);

        assertThat(dollars(flush, Prices.S3_WRITES, "crops"))
                .isCloseTo(dollars(days, Prices.S3_WRITES, "crops") * 0.002, within(CENT));
        assertThat(flush.total()).isLessThan(days.total());
    }

    @Test
    void aLongerRetentionCostsStorageOnly() {
        var week = bill(100, CONTAINER_ONLY);
        var quarter = Bill.of(Functions.ALL, city(100, CONTAINER_ONLY, NonHitRetention.DAYS_90));

        // 83 days more of 300,000 reads with 40 kB of crops each: 996 GB at 0.023
        assertThat(dollars(quarter, Prices.S3_STORAGE, "crops that are kept")
                        - dollars(week, Prices.S3_STORAGE, "crops that are kept"))
                .isCloseTo(22.91, within(CENT));
        assertThat(quarter.byService().get(AwsService.LAMBDA))
                .isEqualTo(week.byService().get(AwsService.LAMBDA));
    }

    @Test
    void aHundredThousandCamerasComputeWithoutOverflow() {
        var thousand = bill(1000, CONTAINER_ONLY);
        var hundredThousand = bill(100_000, CONTAINER_ONLY);

        assertThat(hundredThousand.workload().readsAMonth()).isEqualTo(9.125e9);
        assertThat(hundredThousand.lines()).allMatch(line -> line.dollars() >= 0 && Double.isFinite(line.dollars()));
        assertThat(hundredThousand.total() / thousand.total()).isBetween(80.0, 100.0);
    }

    @Test
    void readsThatCamerasPostAreBilledWithoutAPicture() {
        var posting = new Workload(
                100,
                3000,
                CONTAINER_ONLY,
                NonHitRetention.DAYS_7,
                HitRetention.DAYS_365,
                new Workload.Habits(1, 1, 3000));

        var bill = Bill.of(Functions.ALL, posting);

        // 9,125,000 calls at 3.50 a million, and as many PUTs of ours at 0.005 a thousand
        assertThat(dollars(bill, Prices.API_CALLS, "reads that cameras post")).isCloseTo(31.94, within(CENT));
        assertThat(dollars(bill, Prices.S3_WRITES, "reads that cameras post")).isCloseTo(45.63, within(CENT));
        // 9,125,000 at three requests, at 0.40 a million
        assertThat(dollars(bill, Prices.SQS_REQUESTS, "messages of posted reads"))
                .isCloseTo(10.95, within(CENT));
        assertThat(bill.total())
                .isBetween(
                        1.2 * bill(100, CONTAINER_ONLY).total(),
                        2 * bill(100, CONTAINER_ONLY).total());
        assertThat(bill(100, CONTAINER_ONLY).lines())
                .noneMatch(line -> line.item().what().contains("post"));
    }

    @Test
    void everyTariffNamesThePricingPageThatItStandsOn() {
        assertThat(bill(100, REKOGNITION_FIRST).lines())
                .allMatch(line -> line.item().tariff().page().contains("pricing"));
        assertThat(Arrays.stream(AwsService.values())
                        .filter(service ->
                                !bill(100, REKOGNITION_FIRST).byService().containsKey(service)))
                .isEmpty();
    }
}
