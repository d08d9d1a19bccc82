package passby.aws.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.core.testing.TestData;

final class DerivedKeyTest {
    private static final String CITY_KEY = "arn:aws:kms:us-east-1:000000000000:key/city";

    @Test
    void theSettingNamesTheKeyThatWrapsTheCitysKeyForFunctionsThatHaveNoOtherSettingForIt() {
        assertThat(DerivedKey.cityKey(DerivedKey.setting(CITY_KEY))).contains(CITY_KEY);
    }

    @Test
    void theArnOfASigningKeyIsNoSuchSetting() {
        assertThat(DerivedKey.cityKey("arn:aws:kms:us-east-1:000000000000:key/ledger"))
                .isEmpty();
    }

    @Test
    void theSameCityKeyGivesTheSameKeyAgain() {
        assertThat(DerivedKey.of("city/ledger", TestData.CITY_KEY).verifierKey())
                .isEqualTo(DerivedKey.of("city/ledger", TestData.CITY_KEY).verifierKey());
    }
}
