package passby.recognizer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import passby.core.picture.CropCutter;
import passby.core.picture.FrameLimits;
import passby.core.picture.PlateMask;
import passby.core.recognition.Recognizer;
import passby.recognizer.wire.RecognizerRequest;
import passby.recognizer.wire.RecognizerWire;

/** The recogniser as a Lambda function of its own: a message of {@link RecognizerWire} in, one out. */
public final class RecognizerHandler implements RequestStreamHandler {
    /** Of a request: a crop in base64, and 16 boxes and two names many times over. */
    private static final int MAX_REQUEST_BYTES = FrameLimits.MAX_CROP_BYTES * 4 / 3 + (64 << 10);

    private final RecognizerWire wire = new RecognizerWire();
    private final Recognizer recognizer;
    private final CropCutter cutter;
    private final PlateMask mask;

    /** Called by Lambda. Models are loaded while it starts, when time is free. */
    public RecognizerHandler() {
        this(warm(new PlateRecognizer(S3FrameSource.open(), Clock.systemUTC(), PlateRecognizer.Limits.USUAL)));
    }

    private RecognizerHandler(PlateRecognizer all) {
        this(all, all, all);
    }

    RecognizerHandler(Recognizer recognizer, CropCutter cutter, PlateMask mask) {
        this.recognizer = recognizer;
        this.cutter = cutter;
        this.mask = mask;
    }

    private static PlateRecognizer warm(PlateRecognizer recognizer) {
        recognizer.warm();
        return recognizer;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        out.write(
                switch (wire.decodeRequest(in.readNBytes(MAX_REQUEST_BYTES))) {
                    case RecognizerRequest.Read(var frame) -> wire.encode(recognizer.read(frame));
                    case RecognizerRequest.Crop(var frame, var boxes) -> wire.encode(cutter.crop(frame, boxes));
                    case RecognizerRequest.Mask(var picture, var parts) -> wire.encode(mask.mask(picture, parts));
                });
    }
}
