package passby.core.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.recognition.SeenTexts.ASPECT;
import static passby.core.recognition.SeenTexts.seen;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.picture.Box;
import passby.core.picture.FrameLimits;
import passby.core.plate.Confidence;

class PlateChooserTest {
    private final PlateChooser chooser = new PlateChooser(PlateSyntax.unitedStates());

    private List<String> chosen(SeenText... seen) {
        return chooser.choose(List.of(seen), ASPECT).stream()
                .map(plate -> plate.best().plate().raw())
                .toList();
    }

    @Test
    void nothingSeenIsNoPlate() {
        assertThat(chosen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOYOTA",
                "T0YOTA",
                "CAMRY",
                "SILVERAD0",
                "F0RD",
                "4X4",
                "V8",
                "HYBRID",
                "Super Duty",
                "POLICE",
                "TAXI",
                "SCHOOL BUS",
                "SHERIFF",
                "USA",
                "TEXAS",
                "CALIF0RNIA",
                "MISS0URI",
                "SUNSHINE STATE",
                "Lone Star State",
                "GARDEN STATE",
                "dmv.ca.gov",
                "MyFlorida.com",
                "www.example.org",
                "wwwexampleorg",
                "KEYSTONE STATE",
                "MERCEDES-BENZ",
                "2031-05-08",
                "05/08/2031",
                "13:17:05",
                "2031-05-08 13:17:05",
                "8031-05-08 13:17:05",
                "2031:05-08",
                "2031-05-(",
                "2031-05",
                "13:17",
                "626-555-0142",
                "(626) 555-0142",
                "1-800-555-0142",
                "1-800-GO-TRUCK",
                "SPEED LIMIT",
                "55 MPH",
                "35KM/H",
                "MAY",
                "DEC",
                "HOW'S MY DRIVING?",
                "BABY ON BOARD",
                "STUDENT DRIVER",
                "IN GOD WE TRUST",
                "FIRE DEPARTMENT",
                "HANDICAPPED"
            })
    void whatIsPrintedOnCarsRoadsAndPicturesIsNoPlate(String text) {
        assertThat(chosen(seen(text, 0.5, 0.6, 0.06))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "KLM4827,KLM4827",
        "KLM 4827,KLM4827",
        "klm-4827,KLM4827",
        "KL4•M7P,KL4M7P",
        "1291164,1291164",
        "GRZLYZ,GRZLYZ",
        "7XYZ394,7XYZ394",
        "5MPH624,5MPH624",
        "0KMH624,0KMH624",
        "5WWW624,5WWW624",
        "WWW 4827,WWW4827",
        "A12 B34,A12B34",
        "KLM.482,KLM482"
    })
    void aSerialIsAPlateLetterByLetter(String text, String plate) {
        assertThat(chosen(seen(text, 0.5, 0.6, 0.06))).containsExactly(plate);
    }

    @Test
    void thePlateIsPickedAmongEverythingElse() {
        var plates = chosen(
                seen("JIM'S PLUMBING", 0.5, 0.3, 0.12),
                seen("LICENSED & INSURED", 0.5, 0.42, 0.05),
                seen("626-555-0142", 0.5, 0.5, 0.09),
                seen("CHEVROLET", 0.5, 0.58, 0.05),
                seen("KLM 4827", 0.5, 0.72, 0.05),
                seen("MISSOURI", 0.5, 0.68, 0.02),
                seen("SHOW ME STATE", 0.5, 0.76, 0.015),
                seen("2031-05-08 13:17:05", 0.1, 0.02, 0.025));

        assertThat(plates).containsExactly("KLM4827");
    }

    @Test
    void severalCarsHaveSeveralPlatesFromLeftToRight() {
        var plates = chosen(
                seen("7XYZ394", 0.8, 0.6, 0.05), seen("KLM4827", 0.2, 0.7, 0.06), seen("KL4M7P", 0.5, 0.5, 0.03));

        assertThat(plates).containsExactly("KLM4827", "KL4M7P", "7XYZ394");
    }

    @Test
    void aSerialThatASealSplitsIsOnePlate() {
        assertThat(chosen(seen("KLM", 0.46, 0.6, 0.06), seen("4827", 0.545, 0.6, 0.06)))
                .containsExactly("KLM4827");
    }

    @Test
    void aSerialInTwoLinesIsOnePlate() {
        assertThat(chosen(seen("KLM", 0.5, 0.6, 0.06), seen("4827", 0.5, 0.67, 0.06)))
                .containsExactly("KLM4827");
    }

    @Test
    void aNumberInASentenceYieldsToThePlate() {
        var plates = chosen(
                seen("PERMIT", 0.4, 0.3, 0.04), seen("4728CH", 0.48, 0.3, 0.04), seen("KLM4827", 0.5, 0.7, 0.05));

        assertThat(plates).contains("KLM4827");
        assertThat(best(seen("PERMIT", 0.4, 0.3, 0.04), seen("4728CH", 0.48, 0.3, 0.04)))
                .isLessThan(best(seen("4728CH", 0.48, 0.3, 0.04)) / 2);
    }

    private double best(SeenText... seen) {
        return chooser.choose(List.of(seen), ASPECT).stream()
                .mapToDouble(plate -> plate.best().confidence().value())
                .max()
                .orElse(0);
    }

    @Test
    void aBumperStickerBesideThePlateIsNotAPlate() {
        var plates = chosen(seen("KLM4827", 0.5, 0.7, 0.06), seen("MY KID BEAT YOUR KID", 0.3, 0.7, 0.03));

        assertThat(plates).containsExactly("KLM4827");
    }

    @Test
    void anExactReadIsSurerThanOneThatLooksLikeNoPlate() {
        assertThat(best(seen("KLM4827", 0.5, 0.6, 0.06))).isGreaterThan(0.9);
        assertThat(best(seen("KLMNPRS", 0.5, 0.6, 0.06))).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"GRZLYZ,0.97,1", "BRCHRD,0.5,0", "BR0CHRD,0.5,0", "BROCHRD,0.5,0", "KLM4827,0.5,1"})
    void lettersAloneAreAPlateOnlyWhenReadWell(String text, double confidence, int plates) {
        var word = new SeenText(text, new Box(0.4, 0.5, 0.1, 0.05), new Confidence(confidence), List.of());

        var chosen = chooser.choose(List.of(word), ASPECT);

        assertThat(chosen).hasSize(plates);
    }

    @Test
    void twoSealsThatAreReadAsAColonAreAGapLikeADot() {
        assertThat(best(seen("KLM:4827", 0.5, 0.6, 0.06))).isEqualTo(best(seen("KLM·4827", 0.5, 0.6, 0.06)));
    }

    @Test
    void lettersAloneUnderTheNameOfAStateAreAPlateEvenWhenReadPoorly() {
        var word = new SeenText("BRCHRD", new Box(0.4, 0.5, 0.1, 0.05), new Confidence(0.5), List.of());
        var name = seen("TEXAS", 0.45, 0.48, 0.02);

        var chosen = chooser.choose(List.of(name, word), ASPECT);

        assertThat(chosen).extracting(plate -> plate.best().plate().raw()).containsExactly("BRCHRD");
    }

    @Test
    void aPageOfTextIsCutOffAndAnswered() {
        var page = new ArrayList<SeenText>();
        for (var i = 0; i < 500; i++) {
            page.add(seen("KLM" + (1000 + i), 0.05 + 0.018 * (i % 50), 0.05 + 0.0018 * i, 0.01));
        }

        assertThat(chooser.choose(page, ASPECT)).hasSizeLessThanOrEqualTo(FrameLimits.MAX_PLATES);
    }

    @Test
    void thePlateLiesAroundItsSerial() {
        var plate =
                chooser.choose(List.of(seen("KLM4827", 0.5, 0.6, 0.06)), ASPECT).getFirst();

        assertThat(plate.plate().height()).isGreaterThan(plate.box().height());
        assertThat(plate.plate().left()).isLessThan(plate.box().left());
        assertThat(plate.plate().right()).isGreaterThan(plate.box().right());
    }
}
