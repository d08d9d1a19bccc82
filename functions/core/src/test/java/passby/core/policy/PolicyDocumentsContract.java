package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

/** What every {@link PolicyDocuments} does. */
public abstract class PolicyDocumentsContract {
    /** Without any document: a store of its own for each test. */
    protected abstract PolicyDocuments documents();

    /** Stores the document as a version of its own. */
    protected abstract void given(EffectivePolicy policy);

    @Test
    void aDocumentIsReadAsItWasStored() {
        var policy = TestData.withBounds(
                TestData.withHitRetention(TestData.policy(1, NonHitRetention.DAYS_21), Duration.ofDays(120)),
                new Bounds(Duration.ofDays(21), 400, 50, 20, Duration.ofSeconds(90), 85, Duration.ofHours(12)));
        given(policy);

        assertThat(documents().current()).isEqualTo(policy);
        assertThat(documents().current().hash()).isEqualTo(policy.hash());
    }

    @Test
    void theNewestVersionRules() {
        for (var version = 1; version <= 11; version++) {
            given(TestData.policy(version, NonHitRetention.DAYS_7));
        }
        given(TestData.policy(12, NonHitRetention.FLUSH));

        assertThat(documents().current()).isEqualTo(TestData.policy(12, NonHitRetention.FLUSH));
    }

    @Test
    void aNewVersionRulesAtTheNextLook() {
        given(TestData.policy(1, NonHitRetention.DAYS_7));
        documents().current();

        given(TestData.policy(2, NonHitRetention.FLUSH));

        assertThat(documents().current().nonHitRetention()).isEqualTo(NonHitRetention.FLUSH);
    }

    @Test
    void withoutADocumentThereIsNoAnswer() {
        assertThatThrownBy(() -> documents().current()).isInstanceOf(RuntimeException.class);
    }
}
