package passby.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.Reply;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;

/** A sign-in is in the ledger before the first answer that it brings. */
final class SignInTest {
    private final EdgeCity city = new EdgeCity();

    private Reply viaNewSession(Call call) {
        var token = city.issuer()
                .token(EdgeCity.OPERATOR, city.now(), claims -> claims.claim("origin_jti", "sign-in of this test"));
        return city.send(call.withToken(token));
    }

    private List<EntryType> newest(int count) {
        var entries = city.stores().ledger().entries();
        return entries.subList(entries.size() - count, entries.size()).stream()
                .map(Entry::type)
                .toList();
    }

    @Test
    void theFirstAnswerOfASignInHasItsEntryBehindThatOfTheSignIn() {
        var before = city.stores().ledger().entries().size();

        var first = viaNewSession(Call.get("/v1/hits"));
        viaNewSession(Call.get("/v1/hits"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(city.stores().ledger().entries()).hasSize(before + 3);
        assertThat(newest(3)).containsExactly(EntryType.SIGN_IN, EntryType.HITS_LISTED, EntryType.HITS_LISTED);
    }

    @Test
    void aFirstRequestThatIsRefusedIsASignInToo() {
        viaNewSession(Call.get("/v1/cameras"));

        assertThat(newest(2)).containsExactly(EntryType.SIGN_IN, EntryType.ACCESS_REFUSED);
    }

    @Test
    void aSignInThatCannotBeEnteredLetsNobodyInAndIsEnteredAtTheNextRequest() {
        city.stores().policyDocuments().setReadable(false);
        city.clock().advance(Duration.ofMinutes(1));
        var before = city.stores().ledger().entries().size();

        assertThat(viaNewSession(Call.get("/v1/hits")).status()).isEqualTo(503);
        assertThat(city.stores().ledger().entries()).hasSize(before);

        city.stores().policyDocuments().setReadable(true);
        assertThat(viaNewSession(Call.get("/v1/hits")).status()).isEqualTo(200);
        assertThat(newest(2)).containsExactly(EntryType.SIGN_IN, EntryType.HITS_LISTED);
    }
}
