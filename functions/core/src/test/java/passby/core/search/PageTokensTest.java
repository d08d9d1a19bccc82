package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.CITY_KEY;
import static passby.core.testing.TestData.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;
import passby.core.read.ReadRef;
import passby.core.testing.CountingEntropy;

final class PageTokensTest {
    private static final Plate PLATE = new Plate("7TST123");
    private static final Query QUERY = new Query(PLATE, null, NOW.minus(Duration.ofDays(1)), NOW);
    private static final PageTokens.Place PLACE =
            new PageTokens.Place(new ReadRef(CITY_KEY.plateKey(PLATE), NOW.plusMillis(7), "upload-1"), "entry", 100);

    private final PageTokens tokens = new PageTokens(() -> CITY_KEY, new CountingEntropy(1));
    private final String token = tokens.seal(PLACE, "officer-lopez", QUERY.canonical(), NOW);

    @Test
    void aTokenOpensForItsBearerAndItsQuery() {
        assertThat(tokens.open(token, "officer-lopez", QUERY.canonical(), NOW)).contains(PLACE);
    }

    @Test
    void aTokenOpensForNobodyElse() {
        assertThat(tokens.open(token, "officer-okafor", QUERY.canonical(), NOW)).isEmpty();
    }

    @Test
    void aTokenOpensForNoOtherQuery() {
        assertThat(tokens.open(
                        token, "officer-lopez", new Query(PLATE, "CA", QUERY.from(), QUERY.to()).canonical(), NOW))
                .isEmpty();
        assertThat(tokens.open(
                        token,
                        "officer-lopez",
                        new Query(new Plate("7TST12"), null, QUERY.from(), QUERY.to()).canonical(),
                        NOW))
                .isEmpty();
    }

    @Test
    void aTokenOpensForFiveMinutes() {
        assertThat(tokens.open(
                        token,
                        "officer-lopez",
                        QUERY.canonical(),
                        NOW.plus(PageTokens.LIFE).minusMillis(1)))
                .isPresent();
        assertThat(tokens.open(token, "officer-lopez", QUERY.canonical(), NOW.plus(PageTokens.LIFE)))
                .isEmpty();
    }

    @Test
    void aTokenOfAnotherCityDoesNotOpen() {
        var other = new PageTokens(() -> new CityKey(1, new byte[32]), new CountingEntropy(1));

        assertThat(other.open(token, "officer-lopez", QUERY.canonical(), NOW)).isEmpty();
    }

    @Test
    void everyChangedByteBreaksAToken() {
        var bytes = Base64.getUrlDecoder().decode(token);
        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

            assertThat(tokens.open(forged, "officer-lopez", QUERY.canonical(), NOW))
                    .isEmpty();
        }
    }

    @Test
    void aShortenedTokenDoesNotOpen() {
        for (var length = 0; length < token.length(); length++) {
            assertThat(tokens.open(token.substring(0, length), "officer-lopez", QUERY.canonical(), NOW))
                    .isEmpty();
        }
    }

    @Test
    void aTokenTellsItsBearerNothing() {
        var bytes = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);

        assertThat(bytes).doesNotContain("7TST123", PLACE.after().plateKey().value(), "upload-1", "entry");
        assertThat(tokens.seal(PLACE, "officer-lopez", QUERY.canonical(), NOW)).isNotEqualTo(token);
    }
}
