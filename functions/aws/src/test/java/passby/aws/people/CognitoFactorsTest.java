package passby.aws.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.stub.HttpStub;
import passby.aws.stub.HttpStub.Answer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Over a stand-in of Cognito that notes what it is asked. */
final class CognitoFactorsTest {
    private final List<String> asked = new ArrayList<>();

    private void reset(String personId, Answer answer) {
        try (var pool = HttpStub.answering(request -> {
                    asked.add(request.headers().getOrDefault("X-Amz-Target", "") + " " + request.body());
                    return answer;
                });
                var client = CognitoIdentityProviderClient.builder()
                        .endpointOverride(pool.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("made", "up")))
                        .build()) {
            new CognitoFactors(() -> client, "us-east-1_madeUp").reset(personId);
        }
    }

    @Test
    void theAuthenticatorAppIsTakenAwayAndEverySignInOfThePoolEnds() {
        reset("a-sub", Answer.json(200, "{}"));

        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst())
                .contains(
                        "AdminSetUserMFAPreference",
                        "\"UserPoolId\":\"us-east-1_madeUp\"",
                        "\"Username\":\"a-sub\"",
                        "\"SoftwareTokenMfaSettings\":{\"Enabled\":false,\"PreferredMfa\":false}");
        assertThat(asked.getLast()).contains("AdminUserGlobalSignOut", "\"Username\":\"a-sub\"");
    }

    @Test
    void anAccountThatThePoolDoesNotKnowIsAFailureWithoutItsId() {
        var unknown = new Answer(
                400,
                Map.of("Content-Type", "application/x-amz-json-1.1"),
                "{\"__type\":\"UserNotFoundException\",\"message\":\"User does not exist.\"}");

        assertThatThrownBy(() -> reset("a-sub", unknown))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("a-sub");
    }

    @Test
    void withoutAPoolFactorsAreNotOurs() {
        CognitoFactors none = new CognitoFactors(
                () -> {
                    throw new AssertionError("no pool is asked");
                },
                CognitoFactors.NO_POOL);

        assertThat(none.areOurs()).isFalse();
    }
}
