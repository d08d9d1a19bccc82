package passby.local.city;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import passby.aws.api.Queue;
import passby.local.engine.LocalEngines;
import passby.local.engine.Published;

/** The subscriptions of queues to the topic of alerts, as the stack makes them: whole messages, without an envelope. */
final class AlertFanOut implements Consumer<Published> {
    private final Consumer<Published> listener;
    private final AtomicReference<Consumer<Published>> subscriber = new AtomicReference<>(_ -> {});

    /** @param listener hears each alert before the queues do */
    AlertFanOut(Consumer<Published> listener) {
        this.listener = listener;
    }

    /** From now on what is published reaches those queues that these engines have. */
    void connect(LocalEngines engines) {
        var sqs = engines.clients().sqs();
        var urls = Arrays.stream(Queue.values())
                .filter(Queue::hearsAlerts)
                .map(Queue::code)
                .filter(engines.queues()::containsKey)
                .map(code -> engines.queue(code).url())
                .toList();
        subscriber.set(published ->
                urls.forEach(url -> sqs.sendMessage(send -> send.queueUrl(url).messageBody(published.message()))));
    }

    @Override
    public void accept(Published published) {
        listener.accept(published);
        subscriber.get().accept(published);
    }
}
