package passby.core.plate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlateProperties {
    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofMinLength(1)
                .ofMaxLength(10);
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll @From("serials") String raw) {
        var fold = new Plate(raw).fold();

        assertThat(new Plate(fold).fold()).isEqualTo(fold);
        assertThat(fold).hasSameSizeAs(raw);
    }

    @Property
    void whatFoldsAlikeForTheFeedsFoldsAlikeForTheKey(@ForAll @From("serials") String raw) {
        var key = new CityKey(1, new byte[CityKey.BYTES]);

        assertThat(key.plateKey(new Plate(new Plate(raw).foldO()))).isEqualTo(key.plateKey(new Plate(raw)));
    }

    @Property
    void anyTextIsParsedWithoutAnException(@ForAll String typed) {
        assertThat(Plate.parse(typed).map(Plate::raw).orElse("A")).matches("[A-Z0-9]{1,10}");
    }
}
