package passby.aws.wiring;

import passby.aws.api.Setting;
import passby.aws.capture.S3PostedReads;
import passby.aws.capture.S3UploadUrls;
import passby.core.capture.CameraBounds;
import passby.core.capture.IssueUploadUrls;
import passby.core.capture.ManageCameras;
import passby.core.capture.SweepUploads;
import passby.core.capture.UploadUrls;
import passby.core.read.PostedReads;
import passby.core.read.TakePostedReads;

/** Use cases of cameras and of what they upload. */
public final class CaptureWiring {
    private final Wiring wiring;

    CaptureWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    public UploadUrls uploadUrls() {
        return new S3UploadUrls(wiring.services().presigner(), wiring.settings().string(Setting.UPLOADS));
    }

    public IssueUploadUrls issueUploadUrls() {
        return new IssueUploadUrls(
                wiring.policy(),
                new CameraBounds(wiring.stores().cameraUses()),
                uploadUrls(),
                wiring.stores().counters(),
                wiring.ids(),
                wiring.clock());
    }

    public TakePostedReads takePostedReads() {
        return new TakePostedReads(
                wiring.policy(),
                new CameraBounds(wiring.stores().cameraUses()),
                postedReads(),
                wiring.stores().counters(),
                wiring.ids(),
                wiring.clock());
    }

    PostedReads postedReads() {
        return new S3PostedReads(wiring.services().s3(), wiring.settings().string(Setting.UPLOADS));
    }

    public ManageCameras manageCameras() {
        return new ManageCameras(
                wiring.authorizer(),
                wiring.stores().cameras(),
                wiring.stores().cameraUses(),
                wiring.stores().illegiblePlates(),
                wiring.clock());
    }

    public SweepUploads sweepUploads() {
        return new SweepUploads(
                wiring.policy(), wiring.uploads(), wiring.stores().watermarks(), wiring.counters(), wiring.clock());
    }
}
