package passby.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.feed.Feeds.rejections;
import static passby.core.feed.Feeds.rows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.hotlist.ListedState;

/** What goes wrong with files: each row is a row or a counted reason, and no row takes a neighbour with it. */
final class BadFeedsTest {
    private static final String GOOD = "V200000001,XX0000100,20260901,TST2001,MN,2026,PC,2017,CHEV,AVA,PK,CRM";
    private static final String NEXT = "V200000002,XX0000100,20260901,TST2002,MN,2026,PC,2017,CHEV,AVA,PK,CRM";

    private static void assertBetweenGoodRows(String bad, RowRejection reason) {
        var items = Feeds.read("mn", GOOD, bad, NEXT);

        assertThat(rows(items)).extracting(FeedRow::recordNumber).containsExactly("V200000001", "V200000002");
        assertThat(rejections(items)).containsExactly(reason);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRowCutInTheMiddleIsRejectedAndNamed() {
        var items = Feeds.read("mn", (GOOD + "\n" + NEXT.substring(0, 34)).getBytes(StandardCharsets.US_ASCII));

        assertThat(rows(items)).hasSize(1);
        assertThat(rejections(items)).containsExactly(RowRejection.COLUMNS);
    }

    @Test
    void theLastRowNeedsNoLineEnd() {
        assertThat(rows(Feeds.read("mn", (GOOD + "\n" + NEXT).getBytes(StandardCharsets.US_ASCII))))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n"})
    void everyLineEndIsTaken(String end) {
        var items = Feeds.read("mn", (GOOD + end + NEXT + end).getBytes(StandardCharsets.US_ASCII));

        assertThat(rows(items)).extracting(row -> row.vehicle().colour()).containsExactly("CRM", "CRM");
        assertThat(rejections(items)).isEmpty();
    }

    @Test
    void aByteOrderMarkIsDropped() {
        var items = Feeds.read("mn", ("\u00ef\u00bb\u00bf" + GOOD).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rows(items)).extracting(FeedRow::recordNumber).containsExactly("V200000001");
    }

    @Test
    void aLatin1LetterCostsOnlyThePartThatHoldsIt() {
        var items = Feeds.read("mn", GOOD.replace("CRM", "CR\u00c8ME"));

        assertThat(rows(items)).singleElement().satisfies(row -> {
            assertThat(row.vehicle().colour()).isEmpty();
            assertThat(row.vehicle().make()).isEqualTo("CHEV");
        });
    }

    @Test
    void aLineOfAGigabyteCostsOneRow() {
        var parts = List.of(text(GOOD + "\n"), Feeds.endless('A', 1L << 30), text("\n" + NEXT + "\n"));
        var file = new SequenceInputStream(Collections.enumeration(parts));

        var items = Feeds.read(new FeedReader(Feeds.layout("mn"), file, Feeds.ALLOWED, Feeds.NOW));

        assertThat(rows(items)).hasSize(2);
        assertThat(rejections(items)).containsExactly(RowRejection.TOO_LONG);
    }

    @Test
    void aNulIsRejected() {
        assertBetweenGoodRows(NEXT.replace("TST2002", "TST\u00002002"), RowRejection.CONTROL_CHARACTER);
    }

    @Test
    void aHundredColumnsAreRejected() {
        assertBetweenGoodRows("V200000009" + ",A".repeat(99), RowRejection.COLUMNS);
        assertThat(rejections(Feeds.read("generic", "plate,state,category", "A" + ",9".repeat(99))))
                .containsExactly(RowRejection.COLUMNS);
    }

    @Test
    void aPlateOfTwelveCharactersIsRejected() {
        assertBetweenGoodRows(NEXT.replace("TST2002", "TST200200200"), RowRejection.PLATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNK", "NONE", "", "A", "TST?002", "TST*"})
    void whatIsNoPlateIsRejected(String plate) {
        assertBetweenGoodRows(NEXT.replace("TST2002", plate), RowRejection.PLATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261301", "2026", "00000000", "not a day"})
    void whatIsNoDayIsRejected(String day) {
        assertBetweenGoodRows(NEXT.replace("20260901", day), RowRejection.DATE);
    }

    @Test
    void anUnknownFileCodeIsRejected() {
        assertBetweenGoodRows(NEXT.replace("V200000002", "Q200000002"), RowRejection.CATEGORY);
    }

    @Test
    void aStateThatTheSourceDoesNotKnowIsAnExplicitUnknown() {
        assertThat(rows(Feeds.read("mn", GOOD.replace(",MN,", ",,"))))
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(new ListedState.Unknown()));
    }

    /** Whatever else is wrong with the row, its file is counted. */
    @Test
    void anImmigrationRowIsRefusedByItsCodeEvenWhenItIsMalformed() {
        var items = Feeds.read("mn", GOOD, NEXT.replace("V2", "N2").replace("TST2002", "!"));

        assertThat(items)
                .last()
                .isEqualTo(new FeedItem.Rejected(2, RowRejection.FILE_CODE_REFUSED, FileCode.IMMIGRATION_VIOLATOR));
    }

    @Test
    void aHeaderThatBeginsWithNIsNoRefusedRow() {
        assertThat(rejections(Feeds.read("ncic", "NCIC EXTRACT"))).isEmpty();
    }

    @Test
    void aFileWithoutItsFooterOrWithFewerRowsThanItStatesIsCut() {
        assertThat(isComplete("TST4001 CA3420260901\nTOTAL RECORD 1\n")).isTrue();
        assertThat(isComplete("TST4001 CA3420260901\n")).isFalse();
        assertThat(isComplete("TST4001 CA3420260901\nTOTAL RECORD 2\n")).isFalse();
    }

    private static boolean isComplete(String file) {
        var reader = new FeedReader(Feeds.layout("ca-felony"), text(file), Feeds.ALLOWED, Feeds.NOW);
        assertThat(rows(Feeds.read(reader))).hasSize(1);
        return reader.isComplete();
    }

    @Test
    void quotesHoldSeparators() {
        var items = Feeds.read("generic", "reason,plate,state,category", "\"a \"\"b\"\", c\",TST1234,CA,bolo");

        assertThat(rows(items)).extracting(row -> row.plate().raw()).containsExactly("TST1234");
    }

    @Test
    void anEmptyFileHasNoRows() {
        assertThat(Feeds.read("ncic", new byte[0])).isEmpty();
    }

    @Test
    void aLayoutThatIsNotUnderstoodNamesItsLine() {
        assertThatThrownBy(() -> FeedLayouts.parse("mine", "shape fixed\ncolumn plat 0-10"))
                .hasMessage("layout mine, line 2: not understood");
        assertThatThrownBy(() -> FeedLayouts.parse("mine", "shape fixed\ncolumn plate 10-0"))
                .hasMessageContaining("begins before it ends");
        assertThatThrownBy(() -> FeedLayouts.parse("mine", "shape fixed\ncolumn plate 0-10"))
                .hasMessageContaining("plate and a state");
    }
}
