package passby.recognizer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.picture.Box;
import passby.core.picture.Crop;
import passby.core.picture.Crops;
import passby.core.picture.Jpeg;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.UnreadPlate;
import passby.recognizer.PlateRecognizer;

class StreetsTest {
    @TempDir
    private Path folder;

    private static PlateReading read(String text, double left, double confidence) {
        var sure = new Confidence(confidence);
        var candidate = new Candidate(new Plate(text), sure, Collections.nCopies(text.length(), sure));
        var box = Box.clipped(left, 0.4, 0.1, 0.1);
        var crop = new Crop(box, new Jpeg(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9}));
        return new PlateReading(box, List.of(candidate), IssuingState.UNKNOWN, new Crops(crop, crop));
    }

    private String measured(List<PlateReading> plates) throws IOException {
        return measured(new Recognition.Plates(PlateRecognizer.ENGINE, plates, List.of()));
    }

    private String measured(Recognition answer) throws IOException {
        Files.createDirectories(folder.resolve("street"));
        ImageIO.write(
                new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB),
                "jpg",
                folder.resolve("street/0.jpg").toFile());
        var truth = Files.writeString(folder.resolve("street.csv"), """
                set,file,text,x,y,w,h
                street,0.jpg,KLM4827,0,30,40,30
                street,0.jpg,7XYZ394,60,30,40,30
                street,0.jpg,,120,30,40,30
                """);
        var out = new ByteArrayOutputStream();
        new Streets(_ -> answer, 1).print(Sample.streets(truth), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyPlateIsLookedForAtItsOwnPlace() throws IOException {
        var said = measured(List.of(read("KLM4827", 0.05, 0.95), read("KLM4827", 0.35, 0.95)));

        assertThat(said).startsWith("1 pictures, 2 plates, 2 found, 1 read right; 0 reads of what is no plate");
    }

    @Test
    void aPlateThatIsNamedWithoutBeingReadIsFound() throws IOException {
        var box = Box.clipped(0.05, 0.4, 0.1, 0.1);

        var said = measured(new Recognition.NoPlate(
                PlateRecognizer.ENGINE, List.of(new UnreadPlate(box, UnreadPlate.Reason.BLURRED))));

        assertThat(said)
                .startsWith("1 pictures, 2 plates, 1 found, 0 read right")
                .contains("{blurred=1}");
    }

    @Test
    void aPictureIsKnownByItsSurestRead() throws IOException {
        var right = read("KLM4827", 0.05, 0.9);

        assertThat(measured(List.of(right, read("ABC123", 0.35, 0.8)))).contains("surest read of a picture right: 1 ");
        assertThat(measured(List.of(right, read("ABC123", 0.35, 0.95)))).contains("surest read of a picture right: 0 ");
    }

    @Test
    void aConfidentMisreadStandsInTheTableWithItsInterval() throws IOException {
        var said = measured(List.of(read("KLM4827", 0.05, 0.95), read("ABC123", 0.35, 0.95)));

        assertThat(said)
                .contains("| all | 2 | 2 (34.2 to 100.0) | 1 (9.5 to 90.5) | 1 (9.5 to 90.5) | 2 (34.2 to 100.0)"
                        + " | 1 (9.5 to 90.5) |")
                .contains("| 40 to 60 pixels wide | 2 |");
    }

    @Test
    void whatIsReadWhereNoPlateIsCountsAsWrong() throws IOException {
        var said = measured(List.of(read("KLM4827", 0.85, 0.95)));

        assertThat(said)
                .startsWith(
                        "1 pictures, 2 plates, 0 found, 0 read right; 1 reads of what is no plate, 1 of them confident")
                .contains("confident and right: 0 of 1");
    }

    @Test
    void aHiddenPlateMayBeReadAndNeedNotBe() throws IOException {
        var said = measured(List.of(read("ABC123", 0.65, 0.95)));

        assertThat(said).contains("0 reads of what is no plate", "confident and right: 0 of 0");
    }
}
