package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.testing.AHotListEntry;

final class MatchTest {
    private static final IssuingState CA = new IssuingState.Issued("CA", new Confidence(0.9));
    private static final IssuingState NV = new IssuingState.Issued("NV", new Confidence(0.9));
    private static final ListedState LISTED_CA = new ListedState.Named("CA");
    private static final ListedState LISTED_UNKNOWN = new ListedState.Unknown();

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("7TST123", CA, "7TST123", LISTED_CA, MatchType.EXACT, true),
                arguments("7TSTO23", CA, "7TST023", LISTED_CA, MatchType.O0_FOLD, true),
                arguments("7TST023", CA, "7TSTO23", LISTED_CA, MatchType.O0_FOLD, true),
                arguments("7TSTD23", CA, "7TST023", LISTED_CA, MatchType.OCR_EQUIVALENT, false),
                arguments("7TSTQ23", CA, "7TSTO23", LISTED_CA, MatchType.OCR_EQUIVALENT, false),
                arguments("7T5T123", CA, "7TST123", LISTED_CA, MatchType.OCR_EQUIVALENT, false),
                arguments("BIZGOSD", CA, "8126050", LISTED_CA, MatchType.OCR_EQUIVALENT, false),
                arguments("7TST123", NV, "7TST123", LISTED_CA, MatchType.STATE_MISMATCH, false),
                arguments("7TSTO23", NV, "7TST023", LISTED_CA, MatchType.STATE_MISMATCH, false),
                arguments("7TST123", IssuingState.UNKNOWN, "7TST123", LISTED_CA, MatchType.STATE_UNKNOWN, false),
                arguments("7TST123", CA, "7TST123", LISTED_UNKNOWN, MatchType.STATE_UNKNOWN, false),
                arguments("7TST123", IssuingState.UNKNOWN, "7TST123", LISTED_UNKNOWN, MatchType.STATE_UNKNOWN, false));
    }

    @ParameterizedTest
    @MethodSource("types")
    void textAndStateTellTheTypeAndWhetherItPushes(
            String read, IssuingState state, String listed, ListedState listedState, MatchType type, boolean pushed) {
        var entry = AHotListEntry.of("r1", listed).withState(listedState).build();

        var compared = Match.compare(new Plate(read), state, entry);

        assertThat(compared).contains(type);
        assertThat(new Match(entry, new Plate(read), type, false).isPushed()).isEqualTo(pushed);
    }

    @Test
    void platesWithOtherFoldsAreNoMatch() {
        var entry = AHotListEntry.of("r1", "7TST123").build();

        assertThat(Match.compare(new Plate("7TST124"), CA, entry)).isEmpty();
        assertThat(Match.compare(new Plate("TST123"), CA, entry)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAlternateNeverPushes(MatchType type) {
        var entry = AHotListEntry.of("r1", "7TST123").build();

        assertThat(new Match(entry, new Plate("7TST123"), type, true).isPushed())
                .isFalse();
    }

    static Stream<Arguments> lives() {
        var from = NOW;
        var to = NOW.plus(Duration.ofDays(7));
        var entry = AHotListEntry.of("r1", "7TST123").withEffective(from, to).withCreatedAt(NOW);
        var dies = NOW.plus(Duration.ofDays(1));
        return Stream.of(
                arguments("not before it takes effect", entry, from.minusMillis(1), false),
                arguments("from its effective date", entry, from, true),
                arguments("unapproved to the end of its first day", entry, dies.minusMillis(1), true),
                arguments("not unapproved after its first day", entry, dies, false),
                arguments("approved for longer", entry.withApprovedBy("chief-sato"), dies, true),
                arguments("approved up to its expiry", entry.withApprovedBy("chief-sato"), to.minusMillis(1), true),
                arguments("never past its expiry", entry.withApprovedBy("chief-sato"), to, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void anEntryAlerts(String when, AHotListEntry entry, Instant now, boolean alerts) {
        assertThat(entry.build().alertsAt(now, NOW.plus(Duration.ofDays(1))))
                .as(when)
                .isEqualTo(alerts);
    }

    @Test
    void aWithdrawnEntryAlertsNobody() {
        var entry =
                AHotListEntry.of("r1", "7TST123").withApprovedBy("chief-sato").build();

        assertThat(entry.withdrawn(NOW).alertsAt(NOW, NOW.plusSeconds(1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"SEX_OFFENDER", "TERRORIST_WATCH_LIST", "INVESTIGATIVE"})
    void theseCategoriesDoNotAlertBeforeASecondPersonApproved(Category category) {
        var entry = AHotListEntry.of("r1", "7TST123").withCategory(category);

        assertThat(entry.build().alertsAt(NOW, NOW.plusSeconds(1))).isFalse();
        assertThat(entry.withApprovedBy("chief-sato").build().alertsAt(NOW, NOW.plusSeconds(1)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SEX_OFFENDER", "TERRORIST_WATCH_LIST", "INVESTIGATIVE"})
    void allOthersAlertForTheirFirstDay(Category category) {
        var entry = AHotListEntry.of("r1", "7TST123").withCategory(category).build();

        assertThat(entry.alertsAt(NOW, NOW.plusSeconds(1))).isTrue();
    }
}
