package passby.aws.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import passby.core.picture.Jpeg;

final class PdfPagesTest {
    /** A header of 640 by 480 pixels in three colours; nothing here decodes what would follow. */
    private static final Jpeg PICTURE =
            new Jpeg(HexFormat.of().parseHex("ffd8ffe000044a46ffc000110801e00280030122000211010311" + "01ffd9"));

    private final PdfPages pages = new PdfPages();

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyLineCanBeReadOnThePage() throws IOException {
        var pdf = pages.lay("Read 01-1", List.of("plate: 7TST123", "Court order 12: Łódź"), List.of(PICTURE));

        assertThat(text(pdf)).contains("Read 01-1", "plate: 7TST123", "Court order 12: Łódź");
    }

    @Test
    void moreThanFitsOnOnePageGoesToTheNext() throws IOException {
        var pdf = pages.lay("Long", Collections.nCopies(200, "a line"), List.of(PICTURE, PICTURE));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
        }
    }

    @Test
    void aSignThatTheFontDoesNotHaveSpoilsNothing() throws IOException {
        var pdf = pages.lay("T", List.of("car \uD83D\uDE97 at\tnoon\n"), List.of());

        assertThat(text(pdf)).contains("car ? at?noon?");
    }

    @Test
    void aPictureThatIsNoneIsSaidToBeMissing() throws IOException {
        var pdf = pages.lay("T", List.of(), List.of(new Jpeg(new byte[] {1, 2, 3})));

        assertThat(text(pdf)).contains("A picture of the package cannot be printed.");
    }

    @Test
    void theSamePageHasTheSameBytes() {
        assertThat(pages.lay("T", List.of("a"), List.of(PICTURE)))
                .isEqualTo(pages.lay("T", List.of("a"), List.of(PICTURE)));
    }
}
