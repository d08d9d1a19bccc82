package passby.local.pictures;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import passby.local.pictures.StreetScene.Light;
import passby.local.pictures.Vehicle.Plated;
import passby.local.pictures.Vehicle.Shape;

/**
 * The sample pictures: 1280 by 720, drawn from seeds, so that everybody can draw them again. {@code main} writes them with
 * {@code truth.csv} into the folder that it is given.
 */
public final class StreetScenes {
    private static final float JPEG_QUALITY = 0.78f;

    private StreetScenes() {}

    static List<StreetScene> all() {
        return List.of(
                scene(
                        "sedan-day.jpg",
                        1,
                        Light.DAY,
                        0.25,
                        List.of("MAPLE ST"),
                        car(Shape.SEDAN_REAR, 0x3f6ea5, 690, 640, 370, 0.012, PlateDesign.CALIFORNIA, "9KZX418")),
                scene(
                        "suv-dusk.jpg",
                        2,
                        Light.DUSK,
                        0.35,
                        List.of("SPEED/LIMIT/35"),
                        car(Shape.SUV_REAR, 0x7d2230, 600, 655, 375, -0.015, PlateDesign.TEXAS, "KRT4827")),
                scene(
                        "two-cars-day.jpg",
                        3,
                        Light.DAY,
                        0.25,
                        List.of("ELM AVE", "ONE/WAY"),
                        car(Shape.SEDAN_REAR, 0xc9ccd0, 300, 640, 285, 0.02, PlateDesign.NEW_YORK, "LHN7154"),
                        car(Shape.SUV_REAR, 0x2c3f35, 930, 655, 300, -0.02, PlateDesign.FLORIDA, "PFW83L")),
                scene(
                        "pickup-overcast.jpg",
                        4,
                        Light.OVERCAST,
                        0.3,
                        List.of("SPEED/LIMIT/25"),
                        car(Shape.PICKUP_REAR, 0x8a8f94, 660, 665, 385, 0.0, PlateDesign.COLORADO, "CVK482")),
                scene(
                        "front-day.jpg",
                        5,
                        Light.DAY,
                        0.3,
                        List.of("OAK LANE"),
                        car(Shape.SEDAN_FRONT, 0xb8862e, 560, 650, 370, 0.018, PlateDesign.OHIO, "HWL5093")),
                scene(
                        "truck-day.jpg",
                        6,
                        Light.DAY,
                        0.25,
                        List.of("NO/PARKING"),
                        car(Shape.BOX_TRUCK_REAR, 0xe4e6e3, 680, 700, 300, 0.0, PlateDesign.ILLINOIS, "FP61749")),
                scene(
                        "no-plate-day.jpg",
                        7,
                        Light.DAY,
                        0.25,
                        List.of("BIRCH RD", "BAKERY/OPEN"),
                        new Vehicle(Shape.SEDAN_SIDE, new Color(0x4a7d5c), 640, 600, 420, 0, new Plated.Without())),
                scene(
                        "three-cars-dusk.jpg",
                        8,
                        Light.DUSK,
                        0.2,
                        List.of("SPEED/LIMIT/30"),
                        car(Shape.SEDAN_REAR, 0xd7d9da, 235, 560, 220, 0.015, PlateDesign.WASHINGTON, "BRX2076"),
                        car(Shape.SEDAN_FRONT, 0x30343a, 1075, 560, 200, -0.02, PlateDesign.OHIO, "GYT6138"),
                        car(Shape.SUV_REAR, 0x5b4a7a, 640, 680, 255, 0.0, PlateDesign.CALIFORNIA, "6NVB357")));
    }

    private static StreetScene scene(
            String file, long seed, Light light, double blur, List<String> signs, Vehicle... vehicles) {
        return new StreetScene(file, seed, light, blur, signs, List.of(vehicles));
    }

    private static Vehicle car(
            Shape shape,
            int paint,
            double centre,
            double ground,
            double half,
            double lean,
            PlateDesign design,
            String serial) {
        return new Vehicle(shape, new Color(paint), centre, ground, half, lean, new Plated.With(design, serial));
    }

    /** Far vehicles first, so that near ones stand before them. */
    static BufferedImage draw(StreetScene scene) {
        var random = new Random(scene.seed());
        var picture = new BufferedImage(Backdrop.WIDTH, Backdrop.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new Backdrop(g, random).paint(scene.light(), scene.signs());
        scene.vehicles().stream()
                .sorted(Comparator.comparingDouble(Vehicle::ground))
                .forEach(vehicle -> VehiclePainter.paint(g, vehicle, scene.light() == Light.DUSK));
        g.dispose();
        return Weathering.weathered(picture, scene, random);
    }

    /** One line for each plate, from left to right; a picture without a plate has one line that says so with empty fields. */
    static String truth() {
        return all().stream()
                .flatMap(scene -> scene.plates().isEmpty()
                        ? List.of(scene.file() + ",,").stream()
                        : scene.plates().stream()
                                .map(plate -> scene.file() + "," + plate.serial() + ","
                                        + plate.design().code()))
                .collect(Collectors.joining("\n", "file,plate,state\n", "\n"));
    }

    /** Draws all pictures into the folder. */
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        for (var scene : all()) {
            write(draw(scene), folder.resolve(scene.file()));
        }
        Files.writeString(folder.resolve("truth.csv"), truth(), StandardCharsets.UTF_8);
    }

    private static void write(BufferedImage picture, Path file) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(JPEG_QUALITY);
        try (var out = ImageIO.createImageOutputStream(Files.newOutputStream(file))) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
