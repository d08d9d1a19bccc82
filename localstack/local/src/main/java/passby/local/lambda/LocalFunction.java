package passby.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * One function as Lambda runs it: the handler is made before the first event, takes the event as the bytes of its JSON and
 * answers in bytes. Events are written by Lambda's own library.
 */
public final class LocalFunction {
    private static final ClassLoader LOADER = LocalFunction.class.getClassLoader();
    private static final PojoSerializer<APIGatewayProxyRequestEvent> REQUESTS =
            LambdaEventSerializers.serializerFor(APIGatewayProxyRequestEvent.class, LOADER);
    private static final PojoSerializer<APIGatewayProxyResponseEvent> RESPONSES =
            LambdaEventSerializers.serializerFor(APIGatewayProxyResponseEvent.class, LOADER);
    private static final PojoSerializer<SQSEvent> BATCHES =
            LambdaEventSerializers.serializerFor(SQSEvent.class, LOADER);
    private static final PojoSerializer<SQSBatchResponse> BATCH_RESPONSES =
            JacksonFactory.getInstance().getSerializer(SQSBatchResponse.class);

    private final Supplier<RequestStreamHandler> handler;
    private final Invocations invocations;

    /** @param handler makes the handler; asked at each invocation */
    public LocalFunction(Supplier<RequestStreamHandler> handler, Invocations invocations) {
        this.handler = handler;
        this.invocations = invocations;
    }

    /** @throws RuntimeException whatever the handler throws: then Lambda reports a failed invocation */
    public byte[] invoke(byte[] event) {
        var answer = new ByteArrayOutputStream();
        try {
            handler.get().handleRequest(new ByteArrayInputStream(event), answer, invocations.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toByteArray();
    }

    /** As the gateway's proxy integration invokes it. */
    public RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> behindGateway() {
        return (event, _) -> invoke(REQUESTS, event, RESPONSES);
    }

    /** As the event source mapping of a queue invokes it. */
    public RequestHandler<SQSEvent, SQSBatchResponse> behindQueue() {
        return (event, _) -> invoke(BATCHES, event, BATCH_RESPONSES);
    }

    /** As a rule of EventBridge invokes it. Source: Amazon EventBridge User Guide, "Scheduled events". */
    public RateSchedule.Task byClock() {
        return new RateSchedule.Task(invocations.function(), () -> {
            invoke(scheduled().getBytes(StandardCharsets.UTF_8));
        });
    }

    private String scheduled() {
        var time = invocations.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return """
                {"version":"0","id":"%s","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000",\
                "time":"%s","region":"us-east-1","resources":["arn:aws:events:us-east-1:000000000000:rule/%s"],"detail":{}}""".formatted(invocations.ids().get(), time, invocations.function());
    }

    private <E, A> A invoke(PojoSerializer<E> events, E event, PojoSerializer<A> answers) {
        var json = new ByteArrayOutputStream();
        events.toJson(event, json);
        return answers.fromJson(new ByteArrayInputStream(invoke(json.toByteArray())));
    }
}
