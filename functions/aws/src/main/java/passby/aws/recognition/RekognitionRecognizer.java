package passby.aws.recognition;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.core.capture.Uploads;
import passby.core.picture.CropCutter;
import passby.core.picture.Crops;
import passby.core.picture.FrameRef;
import passby.core.picture.RejectReason;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.recognition.ChosenPlate;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateChooser;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.Recognizer;
import passby.core.retention.Timing;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectTextResponse;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;

/**
 * Reads plates with Amazon Rekognition's DetectText, which gets the object's place and not its bytes. It sees all print
 * alike, so the chooser of the domain picks the plates, and the container, which alone decodes pictures, cuts their crops.
 */
public final class RekognitionRecognizer implements Recognizer {
    public static final String NAME = "rekognition";
    /** Leaves ReadPlates the time to ask the container after it. */
    public static final Duration TIMEOUT = Timing.REKOGNITION;

    private static final Logger LOG = LoggerFactory.getLogger(RekognitionRecognizer.class);

    /** Width by height, which the service never tells: between 4:3 and 16:9, at most a sixth off for either. */
    private static final double USUAL_ASPECT = 1.54;

    /** What is below even odds is left to the container, which has a reader for plates alone. */
    private static final Confidence LIKELY = new Confidence(0.5);

    private final RekognitionClient rekognition;
    private final PlateChooser chooser;
    private final CropCutter cutter;
    private final Uploads uploads;

    /**
     * @param rekognition built with {@link #clientConfiguration()}
     * @param uploads to tell a frame that is gone from one that the service may not get
     */
    public RekognitionRecognizer(
            RekognitionClient rekognition, PlateChooser chooser, CropCutter cutter, Uploads uploads) {
        this.rekognition = rekognition;
        this.chooser = chooser;
        this.cutter = cutter;
        this.uploads = uploads;
    }

    /** One attempt within {@link #TIMEOUT}: a throttled call goes to the container at once (B1). */
    public static ClientOverrideConfiguration clientConfiguration() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallTimeout(TIMEOUT)
                .build();
    }

    @Override
    public Recognition read(FrameRef frame) {
        try {
            var answer = rekognition.detectText(detect -> detect.image(image ->
                    image.s3Object(object -> object.bucket(frame.bucket()).name(frame.key()))));
            return choose(frame, answer);
        } catch (InvalidImageFormatException e) {
            return new Recognition.Rejected(RejectReason.NOT_A_JPEG);
        } catch (ImageTooLargeException e) {
            return new Recognition.Rejected(RejectReason.TOO_LARGE);
        } catch (InvalidS3ObjectException e) {
            return uploads.find(frame.key()).isEmpty() ? new Recognition.Gone() : unavailable(e);
        } catch (SdkException | UncheckedIOException e) {
            return unavailable(e);
        }
    }

    private Recognition choose(FrameRef frame, DetectTextResponse answer) {
        var texts = RekognitionTexts.read(answer);
        if (texts.isEmpty()) {
            return unavailable("incomplete answer");
        }
        var engine = new Engine(NAME, Objects.requireNonNullElse(answer.textModelVersion(), "unknown"));
        var plates = chooser.choose(texts.get(), USUAL_ASPECT).stream()
                .filter(RekognitionRecognizer::isLikely)
                .toList();
        return plates.isEmpty() ? new Recognition.NoPlate(engine) : withCrops(frame, engine, plates);
    }

    /** Every shop sign is a little like a plate; the name of a state beside it makes it worth a second look. */
    private static boolean isLikely(ChosenPlate plate) {
        return plate.best().confidence().atLeast(LIKELY) || plate.state() instanceof IssuingState.Issued;
    }

    private Recognition withCrops(FrameRef frame, Engine engine, List<ChosenPlate> plates) {
        return switch (cutter.crop(frame, plates.stream().map(ChosenPlate::box).toList())) {
            case CropCutter.Cut.Done(var crops)
            when crops.size() == plates.size() -> new Recognition.Plates(engine, readings(plates, crops));
            case CropCutter.Cut.Done done -> unavailable("crops are missing");
            case CropCutter.Cut.Rejected(var reason) -> new Recognition.Rejected(reason);
            case CropCutter.Cut.Gone() -> new Recognition.Gone();
            case CropCutter.Cut.Unavailable(var why) -> new Recognition.Unavailable(why);
        };
    }

    private static List<PlateReading> readings(List<ChosenPlate> plates, List<Crops> crops) {
        var readings = new ArrayList<PlateReading>(plates.size());
        for (var i = 0; i < plates.size(); i++) {
            var plate = plates.get(i);
            readings.add(new PlateReading(plate.box(), plate.candidates(), plate.state(), crops.get(i)));
        }
        return readings;
    }

    /** Messages of the service may quote the key or the picture's place, so only the kind of failure is told. */
    private static Recognition.Unavailable unavailable(RuntimeException e) {
        var kind = e.getClass().getSimpleName();
        return unavailable(e instanceof AwsServiceException answer ? kind + " " + answer.statusCode() : kind);
    }

    private static Recognition.Unavailable unavailable(String why) {
        LOG.warn("Rekognition did not read a frame: {}", why);
        return new Recognition.Unavailable(NAME + ": " + why);
    }
}
