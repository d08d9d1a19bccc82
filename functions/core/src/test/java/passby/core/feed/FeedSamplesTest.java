package passby.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.feed.Feeds.rejections;
import static passby.core.feed.Feeds.rows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.hotlist.Category;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.VehicleDescription;

/** Every feed of formats.md by its made-up sample in events/hotlists. */
final class FeedSamplesTest {
    @ParameterizedTest
    @CsvSource({
        "ncic, ncic.txt, 6, 2, 2",
        "mn, mn.csv, 3, 1, 1",
        "tx, tx.csv, 3, 1, 1",
        "ca-stolen-vehicle, ca-stolen-vehicle.txt, 3, 0, 1",
        "ca-felony, ca-felony.txt, 3, 0, 1",
        "ca-stolen-plate, ca-stolen-plate.txt, 3, 0, 1",
        "ny, ny.txt, 3, 1, 1",
        "co, co.txt, 3, 1, 1",
        "il, il.txt, 4, 0, 1",
        "oh, oh.txt, 3, 1, 1",
        "fl, fl.txt, 3, 1, 1",
        "wa, wa.csv, 2, 0, 1",
        "generic, generic.csv, 3, 0, 1",
    })
    void everySampleIsReadRowByRow(String format, String file, int good, int refused, int malformed) {
        var items = Feeds.sample(format, file);

        assertThat(rows(items)).hasSize(good);
        assertThat(rejections(items).stream().filter(reason -> reason == RowRejection.FILE_CODE_REFUSED))
                .hasSize(refused);
        assertThat(rejections(items).stream().filter(RowRejection::isMalformed)).hasSize(malformed);
    }

    @ParameterizedTest
    @CsvSource({
        "ncic, ncic.txt",
        "mn, mn.csv",
        "tx, tx.csv",
        "ca-stolen-vehicle, ca-stolen-vehicle.txt",
        "ny, ny.txt",
        "co, co.txt",
        "il, il.txt",
        "oh, oh.txt",
        "fl, fl.txt",
        "wa, wa.csv",
        "generic, generic.csv",
    })
    void onePlateOfTwoStatesIsTwoRecords(String format, String file) {
        var rows = rows(Feeds.sample(format, file));

        var first = rows.getFirst();
        var second = rows.get(1);
        assertThat(first.plate()).isEqualTo(second.plate());
        assertThat(first.state()).isNotEqualTo(second.state());
        assertThat(first.recordNumber()).isNotEqualTo(second.recordNumber());
    }

    @Test
    void theRowOfTheNcicDocumentIsReadAsItSays() {
        var line = "V123456789LA057020020190509AB123456  CA2009MC2009YAMACYLMCBLK";

        var rows = rows(Feeds.read("ncic", line));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.recordNumber()).isEqualTo("V123456789");
            assertThat(row.fileCode()).isEqualTo(FileCode.STOLEN_VEHICLE);
            assertThat(row.category()).isEqualTo(Category.STOLEN_VEHICLE);
            assertThat(row.ori()).isEqualTo("LA0570200");
            assertThat(row.recorded()).hasToString("2019-05-09T00:00:00Z");
            assertThat(row.plate().raw()).isEqualTo("AB123456");
            assertThat(row.state()).isEqualTo(new ListedState.Named("CA"));
            assertThat(row.vehicle()).isEqualTo(new VehicleDescription("2009", "YAMA", "CYL", "MC", "BLK"));
        });
    }

    @Test
    void theLetterOThatTheFeedWroteAsZeroIsALetterAgainExceptInPlates() {
        var line = "C845996328,0H0671200,20211122,JFJ4764,0H,2022,TK,2013,CHEV,AVA,PK,CRM";

        var rows = rows(Feeds.readAllowingAll("mn", line));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(new ListedState.Named("OH"));
            assertThat(row.plate().raw()).isEqualTo("JFJ4764");
            assertThat(row.fileCode()).isEqualTo(FileCode.SUPERVISED_RELEASE);
        });
        assertThat(rows(Feeds.sample("oh", "oh.txt")).get(1).vehicle().colour()).isEqualTo("ONG");
    }

    /** What the samples say of people must appear nowhere in what is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"DOE", "ROE", "Doe", "Jane", "Elm Street", "19700101", "206-555", "MADEUP", "MADE UP PD"})
    void whatNamesAPersonIsDroppedAtTheDoor(String personal) {
        var samples = List.of(
                List.of("il", "il.txt"),
                List.of("wa", "wa.csv"),
                List.of("fl", "fl.txt"),
                List.of("generic", "generic.csv"));

        for (var sample : samples) {
            for (var row : rows(Feeds.sample(sample.getFirst(), sample.getLast()))) {
                assertThat(Feeds.everythingOf(row)).doesNotContain(personal);
            }
        }
    }

    @Test
    void expiredRowsAreNotErrors() {
        assertThat(rejections(Feeds.sample("oh", "oh.txt"))).contains(RowRejection.EXPIRED);
    }

    @Test
    void everyLayoutIsBuiltInUnderItsName() {
        for (var name : FeedLayouts.NAMES) {
            assertThat(FeedLayouts.named(name))
                    .hasValueSatisfying(layout -> assertThat(layout.title()).isNotEmpty());
        }
        assertThat(FeedLayouts.named("../secrets")).isEmpty();
    }
}
