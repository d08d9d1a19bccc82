package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SearchRulesTest {
    private static final SearchRules THREE_DAYS = new SearchRules(72);

    @Test
    void aReadNeedsAWarrantFromItsAgeOn() {
        assertThat(THREE_DAYS.needsWarrant(NOW.minus(Duration.ofDays(3)), NOW)).isFalse();
        assertThat(THREE_DAYS.needsWarrant(NOW.minus(Duration.ofDays(3)).minusMillis(1), NOW))
                .isTrue();
        assertThat(SearchRules.DEFAULT.needsWarrant(NOW.minus(Duration.ofDays(300)), NOW))
                .isFalse();
    }

    @Test
    void aLongerAgeIsLaxerAndNoneTheLaxest() {
        assertThat(new SearchRules(168).isLaxerThan(THREE_DAYS)).isTrue();
        assertThat(SearchRules.DEFAULT.isLaxerThan(THREE_DAYS)).isTrue();
        assertThat(THREE_DAYS.isLaxerThan(SearchRules.DEFAULT)).isFalse();
        assertThat(THREE_DAYS.isLaxerThan(THREE_DAYS)).isFalse();
        assertThat(SearchRules.DEFAULT.isLaxerThan(SearchRules.DEFAULT)).isFalse();
    }

    @Test
    void anAgeThatNobodyOffersIsRefused() {
        assertThatThrownBy(() -> new SearchRules(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SearchRules(-72)).isInstanceOf(IllegalArgumentException.class);
    }
}
