package passby.aws.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import passby.aws.api.ReadFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.quality.ViewReadingQuality;
import passby.core.sample.EnterTestDrive;
import passby.core.sample.LabelSamples;

/** The random sample as records officers label it, test drives in its place, and the rates that follow. */
public final class SamplesHandler implements ApiHandler {
    private static final String SAMPLE_ID = "sampleId";

    private final LabelSamples labelSamples;
    private final EnterTestDrive enterTestDrive;
    private final ViewReadingQuality viewReadingQuality;
    private final ApiEndpoint<Caller> edge;

    public SamplesHandler(
            Authentication<Caller> people,
            LabelSamples labelSamples,
            EnterTestDrive enterTestDrive,
            ViewReadingQuality viewReadingQuality,
            Counters counters,
            Clock clock) {
        this.labelSamples = labelSamples;
        this.enterTestDrive = enterTestDrive;
        this.viewReadingQuality = viewReadingQuality;
        this.edge = new ApiEndpoint<>(
                ReadFunctions.SAMPLES,
                people,
                Map.of(
                        "viewReadingQuality", this::quality,
                        "listSamples", this::list,
                        "viewSample", this::view,
                        "streamSamplePicture", this::picture,
                        "labelSample", this::label,
                        "enterTestDrive", this::testDrive),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer quality(Caller caller, Request request) {
        return Answer.of(
                viewReadingQuality.handle(caller),
                (quality, accepted) -> Answer.ok(ReadingQualityJson.of(quality).with(accepted)));
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                labelSamples.list(caller),
                (samples, accepted) -> Answer.ok(new JsonObject()
                        .with("samples", samples.stream().map(SampleJson::of).toList())
                        .with(accepted)));
    }

    private Answer view(Caller caller, Request request) {
        return Answer.of(
                labelSamples.view(caller, request.parameter(SAMPLE_ID)),
                (opened, accepted) -> Answer.ok(SampleJson.of(opened).with(accepted)));
    }

    private Answer picture(Caller caller, Request request) {
        return Answer.picture(labelSamples.picture(caller, request.parameter(SAMPLE_ID), request.parameter("kind")));
    }

    private Answer label(Caller caller, Request request) {
        return Answer.of(
                labelSamples.label(caller, request.parameter(SAMPLE_ID), request.body()),
                (sample, accepted) -> Answer.ok(SampleJson.of(sample).with(accepted)));
    }

    private Answer testDrive(Caller caller, Request request) {
        return Answer.of(
                enterTestDrive.handle(caller, request.body()),
                (passes, accepted) ->
                        Answer.created(new JsonObject().with("passes", passes).with(accepted)));
    }
}
