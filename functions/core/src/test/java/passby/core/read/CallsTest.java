package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class CallsTest {
    private final Calls calls = new Calls(Thread::startVirtualThread);

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void callsRunSideBySide() {
        var second = new CountDownLatch(1);
        var first = calls.start(() -> {
            await(second);
            return "first";
        });
        calls.run(second::countDown);

        calls.await();

        assertThat(first.get()).isEqualTo("first");
    }

    @Test
    void nothingRunsOnWhenAnotherCallFailed() {
        var failed = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        calls.run(() -> {
            failed.countDown();
            throw new IllegalStateException("the table is away");
        });
        calls.run(() -> {
            await(failed);
            ended.set(true);
        });

        assertThatThrownBy(calls::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the table is away");

        assertThat(ended).isTrue();
    }

    @Test
    void everyFurtherFailureIsToldToo() {
        calls.run(() -> {
            throw new IllegalStateException("first");
        });
        calls.run(() -> {
            throw new IllegalArgumentException("second");
        });

        assertThatThrownBy(calls::await)
                .hasMessage("first")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
