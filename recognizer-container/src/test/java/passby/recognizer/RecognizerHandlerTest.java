package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.picture.Box;
import passby.core.picture.CropCutter.Cut;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import passby.core.picture.Jpeg;
import passby.core.picture.PlateMask.Masked;
import passby.core.picture.RejectReason;
import passby.core.recognition.Recognition;
import passby.recognizer.wire.MalformedMessage;
import passby.recognizer.wire.RecognizerRequest;
import passby.recognizer.wire.RecognizerWire;

class RecognizerHandlerTest {
    private static final FrameRef FRAME = new FrameRef("uploads", "u/0/frame.jpg");
    private static final RecognizerWire WIRE = new RecognizerWire();

    private final RecognizerHandler handler = new RecognizerHandler(
            frame -> frame.equals(FRAME) ? new Recognition.NoPlate(PlateRecognizer.ENGINE) : new Recognition.Gone(),
            (_, plates) -> plates.size() == 1 ? new Cut.Gone() : new Cut.Rejected(RejectReason.DAMAGED),
            (picture, _) -> new Masked.Done(picture));

    private byte[] handle(byte[] message) throws IOException {
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(message), out, new NoContext());
        return out.toByteArray();
    }

    @Test
    void aReadIsPassedToTheRecognizer() throws IOException {
        var answer = handle(WIRE.encode(new RecognizerRequest.Read(FRAME)));

        assertThat(WIRE.decodeRecognition(answer)).isEqualTo(new Recognition.NoPlate(PlateRecognizer.ENGINE));
    }

    @Test
    void aCropIsPassedToTheCutter() throws IOException {
        var box = new Box(0.1, 0.2, 0.3, 0.4);

        var answer = handle(WIRE.encode(new RecognizerRequest.Crop(FRAME, List.of(box, box))));

        assertThat(WIRE.decodeCut(answer)).isEqualTo(new Cut.Rejected(RejectReason.DAMAGED));
    }

    @Test
    void thePictureToMaskComesWithItsRequestAsLargeAsACropCanBe() throws IOException {
        var largest = new Jpeg(new byte[FrameLimits.MAX_CROP_BYTES]);

        var answer = handle(WIRE.encode(new RecognizerRequest.Mask(largest, List.of(new Box(0.1, 0.2, 0.3, 0.4)))));

        assertThat(WIRE.decodeMasked(answer)).isEqualTo(new Masked.Done(largest));
    }

    @Test
    void anEndlessMessageIsCutOffAndRefused() {
        var endless = ("{\"v\":2,\"op\":\"read\",\"bucket\":\"" + "a".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> handle(endless)).isInstanceOf(MalformedMessage.class);
    }

    /** The handler asks Lambda for nothing. */
    private static final class NoContext implements Context {
        private static UnsupportedOperationException unused() {
            return new UnsupportedOperationException();
        }

        @Override
        public String getAwsRequestId() {
            throw unused();
        }

        @Override
        public String getLogGroupName() {
            throw unused();
        }

        @Override
        public String getLogStreamName() {
            throw unused();
        }

        @Override
        public String getFunctionName() {
            throw unused();
        }

        @Override
        public String getFunctionVersion() {
            throw unused();
        }

        @Override
        public String getInvokedFunctionArn() {
            throw unused();
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw unused();
        }

        @Override
        public ClientContext getClientContext() {
            throw unused();
        }

        @Override
        public int getRemainingTimeInMillis() {
            throw unused();
        }

        @Override
        public int getMemoryLimitInMB() {
            throw unused();
        }

        @Override
        public LambdaLogger getLogger() {
            throw unused();
        }
    }
}
