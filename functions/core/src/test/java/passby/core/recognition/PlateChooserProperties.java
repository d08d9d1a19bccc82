package passby.core.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import passby.core.picture.Box;
import passby.core.picture.FrameLimits;
import passby.core.plate.Confidence;

class PlateChooserProperties {
    private final PlateChooser chooser = new PlateChooser(PlateSyntax.unitedStates());

    @Provide
    Arbitrary<List<SeenText>> frames() {
        var sides = Arbitraries.doubles().between(0.01, 0.3);
        var places = Arbitraries.doubles().between(0, 0.7);
        var texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings()
                        .withCharRange('A', 'Z')
                        .withCharRange('0', '9')
                        .ofMaxLength(9));
        return Combinators.combine(
                        texts,
                        places,
                        places,
                        sides,
                        sides,
                        Arbitraries.doubles().between(0, 1))
                .as((text, x, y, w, h, sure) ->
                        new SeenText(text, new Box(x, y, w, h), new Confidence(sure), List.of()))
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void anyFrameIsAnsweredWithPlatesFromLeftToRight(@ForAll @From("frames") List<SeenText> seen) {
        var plates = chooser.choose(seen, 1.5);

        assertThat(plates).hasSizeLessThanOrEqualTo(FrameLimits.MAX_PLATES);
        assertThat(plates)
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(a.box().centreX(), b.box().centreX()));
        assertThat(plates)
                .allSatisfy(plate -> assertThat(plate.candidates()).hasSizeBetween(1, PlateReading.MAX_CANDIDATES));
    }

    @Property(tries = 200)
    void candidatesAreWhatWasSeen(@ForAll @From("frames") List<SeenText> seen) {
        var everything = String.join(
                "", seen.stream().map(SeenText::text).map(Lettering::letters).toList());

        assertThat(chooser.choose(seen, 1.5))
                .allSatisfy(plate -> plate.candidates()
                        .forEach(candidate -> candidate
                                .plate()
                                .raw()
                                .chars()
                                .forEach(c -> assertThat(everything).contains(Character.toString(c)))));
    }

    @Provide
    Arbitrary<String> serials() {
        var letters = Arbitraries.strings().withCharRange('A', 'Z').ofLength(3);
        var digits = Arbitraries.strings().numeric();
        return Arbitraries.oneOf(
                Combinators.combine(letters, digits.ofLength(4)).as((l, d) -> l + " " + d),
                Combinators.combine(digits.ofLength(1), letters, digits.ofLength(3))
                        .as((one, l, d) -> one + l + d),
                digits.ofLength(7));
    }

    @Property(tries = 500)
    void aSerialIsNeverTakenForLettering(@ForAll @From("serials") String serial) {
        var seen = new SeenText(serial, new Box(0.4, 0.5, 0.2, 0.08), new Confidence(0.95), List.of());

        assertThat(chooser.choose(List.of(seen), 1.5)).hasSize(1);
    }
}
