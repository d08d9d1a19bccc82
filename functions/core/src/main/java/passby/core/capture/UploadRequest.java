package passby.core.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.Digests;
import passby.core.picture.FrameLimits;

/**
 * One frame that a camera promises to upload.
 *
 * @param length bytes, 1 to {@link FrameLimits#MAX_BYTES}
 * @param sha256 of exactly these bytes, 64 hexadecimal digits
 * @param facts of its capture
 */
public record UploadRequest(int length, String sha256, CaptureFacts facts) implements Announced {
    public static final String CONTENT_TYPE = "image/jpeg";
    public static final int MAX_BATCH = 100;

    private static final Pattern JPEG = Pattern.compile(Pattern.quote(CONTENT_TYPE));

    /** The body of {@code POST /v1/uploads}: 1 to 100 frames in {@code uploads}. */
    public static Checked<List<UploadRequest>> parse(Form body) {
        var requests = new ArrayList<UploadRequest>();
        for (var form : body.forms("uploads", MAX_BATCH)) {
            requests.add(one(form));
        }
        return body.checked(() -> List.copyOf(requests));
    }

    private static UploadRequest one(Form form) {
        form.string("contentType", JPEG, CONTENT_TYPE);
        var length = (int) form.longValue("contentLength", 1, FrameLimits.MAX_BYTES);
        var sha256 = form.string("sha256", Digests.HEX, "64 hexadecimal digits in lower case");
        return new UploadRequest(length, sha256, CaptureForm.facts(form));
    }
}
