package passby.aws.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import passby.core.evidence.PrintablePage;
import passby.core.picture.Jpeg;

/**
 * Pages on letter paper, by Apache PDFBox. The font travels in the document, so that it looks the same everywhere and no font
 * of the machine is looked for; pictures go in as they are, without being decoded.
 */
public final class PdfPages implements PrintablePage {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** In points, a 72nd of an inch. */
    private static final float MARGIN = 54;

    private static final float TITLE = 14;
    private static final float TEXT = 9;
    private static final float LEADING = 1.4f;
    private static final float PICTURE_HEIGHT = 260;
    private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;

    /** Of every document the same, so that the same export has the same bytes. */
    private static final long DOCUMENT_ID = 1;

    @Override
    public byte[] lay(String title, List<String> lines, List<Jpeg> pictures) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument();
                var typeface = PDDocument.class.getResourceAsStream(FONT)) {
            document.setDocumentId(DOCUMENT_ID);
            var sheet = new Sheet(document, PDType0Font.load(document, typeface));
            sheet.line(title, TITLE);
            for (var line : lines) {
                sheet.line(line, TEXT);
            }
            for (var picture : pictures) {
                sheet.picture(picture);
            }
            sheet.close();
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Where the next thing comes, page by page. */
    private static final class Sheet {
        private final PDDocument document;
        private final PDFont font;
        private PDPageContentStream page;
        private float top = PDRectangle.LETTER.getHeight() - MARGIN;

        Sheet(PDDocument document, PDFont font) throws IOException {
            this.document = document;
            this.font = font;
            this.page = page(document);
        }

        private static PDPageContentStream page(PDDocument document) throws IOException {
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            return new PDPageContentStream(document, page);
        }

        void line(String text, float size) throws IOException {
            makeRoom(size * LEADING);
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(MARGIN, top);
            page.showText(printable(text));
            page.endText();
        }

        void picture(Jpeg picture) throws IOException {
            var size = JpegSize.of(picture.bytes());
            if (size.isEmpty()) {
                line("A picture of the package cannot be printed.", TEXT);
                return;
            }
            var scale = Math.min(
                    WIDTH / size.get().width(), PICTURE_HEIGHT / size.get().height());
            var height = size.get().height() * scale;
            makeRoom(height + TEXT);
            page.drawImage(image(picture, size.get()), MARGIN, top, size.get().width() * scale, height);
        }

        private PDImageXObject image(Jpeg picture, JpegSize size) throws IOException {
            return new PDImageXObject(
                    document,
                    new ByteArrayInputStream(picture.bytes()),
                    COSName.DCT_DECODE,
                    size.width(),
                    size.height(),
                    8,
                    PDDeviceRGB.INSTANCE);
        }

        private void makeRoom(float height) throws IOException {
            if (top - height < MARGIN) {
                page.close();
                page = page(document);
                top = PDRectangle.LETTER.getHeight() - MARGIN;
            }
            top -= height;
        }

        /** What the font has no sign for becomes a question mark: the JSON beside the page holds it unchanged. */
        private String printable(String text) {
            var printable = new StringBuilder();
            text.codePoints().forEach(sign -> printable.appendCodePoint(hasSign(sign) ? sign : '?'));
            return printable.toString();
        }

        private boolean hasSign(int codePoint) {
            try {
                return !Character.isISOControl(codePoint) && font.encode(Character.toString(codePoint)).length > 0;
            } catch (IllegalArgumentException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException("memory does not fail", e);
            }
        }

        void close() throws IOException {
            page.close();
        }
    }

    /** How large a picture is, by the frame header of its file (ITU-T T.81, B.2.2): three colours of eight bits. */
    private record JpegSize(int width, int height) {
        private static final int FIRST_SEGMENT = 2;
        private static final int COLOURS = 3;

        static Optional<JpegSize> of(byte[] jpeg) {
            var at = FIRST_SEGMENT;
            while (at + 9 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
                var marker = jpeg[at + 1] & 0xff;
                if (marker >= 0xc0 && marker <= 0xc2) {
                    var size = new JpegSize(number(jpeg, at + 7), number(jpeg, at + 5));
                    return jpeg[at + 9] == COLOURS && size.width > 0 && size.height > 0
                            ? Optional.of(size)
                            : Optional.empty();
                }
                at += 2 + number(jpeg, at + 2);
            }
            return Optional.empty();
        }

        private static int number(byte[] bytes, int at) {
            return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
        }
    }
}
