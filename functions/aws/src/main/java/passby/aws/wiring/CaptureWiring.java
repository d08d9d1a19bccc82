package passby.aws.wiring;

import passby.aws.api.Setting;
import passby.aws.capture.S3PostedReads;
import passby.aws.capture.S3UploadUrls;
import passby.aws.zone.JtsZoneShapes;
import passby.core.capture.CameraBounds;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.IssueUploadUrls;
import passby.core.capture.ManageCameras;
import passby.core.capture.SweepUploads;
import passby.core.capture.UploadUrls;
import passby.core.capture.WatchCameras;
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

    /** Places of the policy: nothing of them is loaded where it names none. */
    ExcludedPlaces excludedPlaces() {
        return new ExcludedPlaces(new JtsZoneShapes());
    }

    public IssueUploadUrls issueUploadUrls() {
        return new IssueUploadUrls(
                wiring.policy(),
                new CameraBounds(wiring.stores().cameraUses()),
                excludedPlaces(),
                uploadUrls(),
                wiring.stores().counters(),
                wiring.ids(),
                wiring.clock());
    }

    public TakePostedReads takePostedReads() {
        return new TakePostedReads(
                wiring.policy(),
                new CameraBounds(wiring.stores().cameraUses()),
                excludedPlaces(),
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
                excludedPlaces(),
                wiring.clock());
    }

    public WatchCameras watchCameras() {
        return new WatchCameras(
                wiring.policy(),
                wiring.stores().cameras(),
                wiring.stores().cameraUses(),
                excludedPlaces(),
                wiring.clock());
    }

    public SweepUploads sweepUploads() {
        return new SweepUploads(
                wiring.policy(), wiring.uploads(), wiring.stores().watermarks(), wiring.counters(), wiring.clock());
    }
}
