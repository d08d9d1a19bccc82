package passby.aws.sample;

import passby.aws.json.JsonObject;
import passby.core.plate.IssuingState;
import passby.core.sample.LabelSamples;
import passby.core.sample.Sample;

/** A sample as records officers see it: without its plate until it is opened. */
final class SampleJson {
    private SampleJson() {}

    static JsonObject of(Sample sample) {
        var label = sample.label();
        return new JsonObject()
                .with("sampleId", sample.id().format())
                .with("cameraId", sample.read().cameraId())
                .with("day", sample.read().day().toString())
                .with("engine", sample.read().engine().name())
                .with("engineVersion", sample.read().engine().version())
                .with("expiresAt", sample.read().expiresAt())
                .with("label", label == null ? null : label.code());
    }

    static JsonObject of(LabelSamples.Opened opened) {
        var read = opened.read();
        return of(opened.sample())
                .with("plate", read.plate().raw())
                .with(
                        "state",
                        switch (read.state()) {
                            case IssuingState.Unknown() -> null;
                            case IssuingState.Issued issued -> issued.code();
                        })
                .with("capturedAt", read.capturedAt())
                .with(
                        "pictures",
                        new JsonObject()
                                .with("plate", picture(opened.sample(), "plate"))
                                .with("vehicle", picture(opened.sample(), "vehicle")));
    }

    private static String picture(Sample sample, String kind) {
        return "/v1/samples/" + sample.id().format() + "/pictures/" + kind;
    }
}
