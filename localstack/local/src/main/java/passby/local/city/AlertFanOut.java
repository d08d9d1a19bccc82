package passby.local.city;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import passby.local.engine.LocalEngines;
import passby.local.engine.Published;

/** The subscription of the alerts' queue to their topic, as the stack makes it: whole messages, without an envelope. */
final class AlertFanOut implements Consumer<Published> {
    private final String queue;
    private final Consumer<Published> listener;
    private final AtomicReference<Consumer<Published>> subscriber = new AtomicReference<>(_ -> {});

    /** @param listener hears each alert before the queue does */
    AlertFanOut(String queue, Consumer<Published> listener) {
        this.queue = queue;
        this.listener = listener;
    }

    /** From now on what is published reaches the queue, where these engines have it. */
    void connect(LocalEngines engines) {
        if (engines.queues().containsKey(queue)) {
            var url = engines.queue(queue).url();
            var sqs = engines.clients().sqs();
            subscriber.set(
                    published -> sqs.sendMessage(send -> send.queueUrl(url).messageBody(published.message())));
        }
    }

    @Override
    public void accept(Published published) {
        listener.accept(published);
        subscriber.get().accept(published);
    }
}
