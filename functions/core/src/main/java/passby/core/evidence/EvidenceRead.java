package passby.core.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.core.ledger.CanonicalJson;
import passby.core.picture.Box;
import passby.core.picture.StoredCrop;
import passby.core.picture.StoredCrops;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour;
import passby.core.read.Correction;
import passby.core.read.Read;

/**
 * A read as a court gets it: one JSON object, format version 1. Numbers with a fraction are strings, as they were stored. One that
 * its camera made itself has no crops.
 */
public final class EvidenceRead {
    private static final int VERSION = 1;

    private EvidenceRead() {}

    public static String write(Read read) {
        var json = new TreeMap<String, Object>();
        json.put("v", VERSION);
        json.put("readId", read.readId());
        json.put("uploadId", read.uploadId());
        json.put("passId", read.passId());
        json.put("frameSha256", read.frameSha256());
        json.put("camera", read.cameraId());
        json.put("capturedAt", read.capturedAt().toString());
        json.put("receivedAt", read.receivedAt().toString());
        json.put("storedAt", read.storedAt().toString());
        json.put("cameraClockSkewed", read.skewed());
        json.put("latitude", String.valueOf(read.position().latitude()));
        json.put("longitude", String.valueOf(read.position().longitude()));
        json.put("heading", read.heading());
        json.put("engine", read.engine().name() + " " + read.engine().version());
        json.put("plate", read.plate().raw());
        json.put(
                "candidates",
                read.candidates().stream().map(EvidenceRead::candidate).toList());
        json.put("state", state(read.state()));
        if (read.colour() instanceof VehicleColour.Seen(var name, var confidence)) {
            json.put("vehicleColour", name.code() + " " + confidence.value());
        }
        var crops = read.pictures();
        if (crops != null) {
            json.put("plateCrop", crop(crops.plate()));
            json.put("vehicleCrop", crop(crops.vehicle()));
        }
        json.put("class", read.retentionClass().name());
        json.put("policy", read.policyHash());
        if (!read.corrections().isEmpty()) {
            json.put(
                    "corrections",
                    read.corrections().stream().map(EvidenceRead::correction).toList());
        }
        return CanonicalJson.write(json);
    }

    /** What a person said of the read, which is above as it was read; the log holds that entry. */
    private static Map<String, Object> correction(Correction correction) {
        var state = correction.state();
        return Map.of(
                "plate", correction.plate().raw(),
                "state", state == null ? "as read" : state,
                "reason", correction.reason(),
                "by", correction.personId(),
                "at", correction.at().toString(),
                "entry", correction.entryId());
    }

    private static Map<String, Object> candidate(Candidate candidate) {
        var json = new TreeMap<String, Object>();
        json.put("plate", candidate.plate().raw());
        json.put("confidence", String.valueOf(candidate.confidence().value()));
        json.put(
                "characters",
                candidate.characters().stream()
                        .map(one -> String.valueOf(one.value()))
                        .toList());
        return json;
    }

    private static String state(IssuingState state) {
        return switch (state) {
            case IssuingState.Issued(var code, var confidence) -> code + " " + confidence.value();
            case IssuingState.Unknown() -> "unknown";
        };
    }

    private static Map<String, Object> crop(StoredCrop crop) {
        var json = new TreeMap<String, Object>();
        json.put("sha256", crop.sha256());
        json.put("box", box(crop.box()));
        return json;
    }

    private static List<String> box(Box box) {
        return List.of(
                String.valueOf(box.left()),
                String.valueOf(box.top()),
                String.valueOf(box.width()),
                String.valueOf(box.height()));
    }

    /** The parts of the vehicle's crop in which other plates were seen, in fractions of the crop. */
    static List<Box> others(StoredCrops crops) {
        var crop = crops.vehicle().box();
        return crops.others().stream()
                .filter(other -> other.left() < crop.right()
                        && other.right() > crop.left()
                        && other.top() < crop.bottom()
                        && other.bottom() > crop.top())
                .map(other -> Box.clipped(
                        (other.left() - crop.left()) / crop.width(),
                        (other.top() - crop.top()) / crop.height(),
                        other.width() / crop.width(),
                        other.height() / crop.height()))
                .toList();
    }
}
