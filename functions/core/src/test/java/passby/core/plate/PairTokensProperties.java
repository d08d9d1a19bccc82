package passby.core.plate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import passby.core.testing.TestData;

final class PairTokensProperties {
    private final PairTokens tokens = new PairTokens(TestData.CITY_KEY);

    @Provide
    Arbitrary<Plate> plates() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
                .ofMinLength(2)
                .ofMaxLength(10)
                .map(Plate::new);
    }

    /** A plate with some characters hidden, and some stretches of hidden ones as one star. */
    @Provide
    Arbitrary<PlatePattern> patternsOfPlates() {
        return Combinators.combine(plates(), Arbitraries.integers().between(0, 1023), Arbitraries.integers())
                .as(PairTokensProperties::hidden)
                .filter(typed -> PlatePattern.parse(typed).isPresent())
                .map(PlatePattern::new);
    }

    private static String hidden(Plate plate, int mask, int stars) {
        var text = new StringBuilder();
        for (var i = 0; i < plate.raw().length(); i++) {
            text.append((mask >> i & 1) == 1 ? '?' : plate.raw().charAt(i));
        }
        return (stars & 1) == 0 ? text.toString() : text.toString().replaceAll("\\?+", "*");
    }

    @Property
    void whatFitsIsFoundByTheLooksOfItsPattern(@ForAll("plates") Plate plate, @ForAll int mask, @ForAll int stars) {
        var typed = hidden(plate, mask, stars);
        var pattern = PlatePattern.parse(typed);
        if (pattern.isEmpty()) {
            return;
        }
        var looks = tokens.looks(pattern.get());
        if (looks.isEmpty()) {
            return;
        }

        var pairs = tokens.of(plate.fold());

        assertThat(pattern.get().fitsFold(plate.fold())).isTrue();
        assertThat(looks.get())
                .anyMatch(look -> pairs.stream()
                        .anyMatch(pair -> pair.position() == look.position()
                                && pair.pair().equals(look.pair())
                                && (look.next() == null || pair.next().equals(look.next()))));
    }

    @Property
    void noPatternTakesMoreLooksThanAPageOfPlates(@ForAll("patternsOfPlates") PlatePattern pattern) {
        tokens.looks(pattern).ifPresent(looks -> assertThat(looks).hasSizeBetween(1, 252));
    }

    @Property
    void noTokenHoldsACharacterOfThePlateByItsPlace(@ForAll("plates") Plate plate) {
        assertThat(tokens.of(plate.fold())).hasSize(plate.raw().length() - 1).allSatisfy(pair -> {
            assertThat(pair.pair()).matches("[a-z2-7]{8}");
            assertThat(pair.next()).matches("[a-z2-7]{4}|-");
        });
    }

    @Property(tries = 50)
    void theSamePairAtAnotherPlaceOrOfAnotherCityHasAnotherToken(@ForAll("plates") Plate plate) {
        var other = new PairTokens(new CityKey(1, new byte[32]));

        assertThat(other.of(plate.fold())).doesNotContainAnyElementsOf(tokens.of(plate.fold()));
        assertThat(tokens.of("7777").stream().map(PairTokens.Pair::pair)).doesNotHaveDuplicates();
    }
}
