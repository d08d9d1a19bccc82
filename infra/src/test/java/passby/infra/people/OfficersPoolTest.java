package passby.infra.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class OfficersPoolTest {
    private final SynthesizedStack identity = Templates.aws().identity();
    private final JsonNode pool =
            identity.properties("AWS::Cognito::UserPool").findFirst().orElseThrow();
    private final JsonNode client =
            identity.properties("AWS::Cognito::UserPoolClient").findFirst().orElseThrow();

    @Test
    void nobodyGetsInWithoutASecondFactorAndNoneIsATextMessage() {
        assertThat(pool.path("MfaConfiguration").asText()).isEqualTo("ON");
        assertThat(Values.each(pool.path("EnabledMfas"))).containsExactly("SOFTWARE_TOKEN_MFA");
        assertThat(pool.has("SmsConfiguration")).isFalse();
    }

    /** Cognito binds passkeys to a domain, which the city does not have before it has a web app. */
    @Test
    void thereAreNoPasskeysThatNobodyCouldEnrol() {
        assertThat(pool.path("UserPoolTier").asText()).isEqualTo("ESSENTIALS");
        assertThat(pool.has("WebAuthnFactorConfiguration")).isFalse();
        assertThat(pool.toString()).doesNotContain("WEB_AUTHN");
    }

    @Test
    void nobodySignsUpByThemselves() {
        assertThat(pool.path("AdminCreateUserConfig")
                        .path("AllowAdminCreateUserOnly")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void passwordsAreLong() {
        assertThat(pool.path("Policies")
                        .path("PasswordPolicy")
                        .path("MinimumLength")
                        .asInt())
                .isGreaterThanOrEqualTo(16);
    }

    @Test
    void theAppKeepsNoSecretAndWhatItGetsLivesShortly() {
        assertThat(client.path("GenerateSecret").asBoolean()).isFalse();
        assertThat(client.path("AccessTokenValidity").asInt()).isEqualTo(15);
        assertThat(client.path("TokenValidityUnits").path("AccessToken").asText())
                .isEqualTo("minutes");
        assertThat(client.path("EnableTokenRevocation").asBoolean()).isTrue();
        assertThat(client.path("PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
        assertThat(Values.each(client.path("ExplicitAuthFlows")))
                .doesNotContain("ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH");
    }

    @Test
    void itIsKeptAndProtected() {
        assertThat(pool.path("DeletionProtection").asText()).isEqualTo("ACTIVE");
        assertThat(identity.ofType("AWS::Cognito::UserPool").values())
                .allMatch(resource -> resource.path("DeletionPolicy").asText().equals("Retain"));
    }

    @Test
    void functionsKnowThatThisPoolEnforcesTheSecondFactor() {
        assertThat(enforcement(Templates.aws())).isEqualTo("true");
        assertThat(enforcement(Templates.local())).isEqualTo("false");
    }

    private static String enforcement(Templates templates) {
        return templates
                .service()
                .properties("AWS::Lambda::Function", "FunctionName", "passby-Search")
                .path("Environment")
                .path("Variables")
                .path("PASSBY_SECOND_FACTOR_ENFORCED")
                .asText();
    }
}
