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

    /** A passkey that asked for a finger or a PIN is both factors; one that did not is none. */
    @Test
    void aPasskeyStandsBesideTheAuthenticatorAppAndAsksWhoHoldsIt() {
        assertThat(pool.path("UserPoolTier").asText()).isEqualTo("ESSENTIALS");
        assertThat(Values.each(pool.path("Policies").path("SignInPolicy").path("AllowedFirstAuthFactors")))
                .containsExactly("PASSWORD", "WEB_AUTHN");
        assertThat(pool.path("WebAuthnUserVerification").asText()).isEqualTo("required");
        assertThat(pool.path("WebAuthnFactorConfiguration").asText()).isEqualTo("MULTI_FACTOR_WITH_USER_VERIFICATION");
        assertThat(Values.text(pool.path("WebAuthnRelyingPartyID")))
                .isEqualTo("passby-${AWS::AccountId}.auth.${AWS::Region}.amazoncognito.com");
    }

    @Test
    void peopleSignInOnPagesOfThePoolAndReturnToTheAppAlone() {
        var domain =
                identity.properties("AWS::Cognito::UserPoolDomain").findFirst().orElseThrow();

        assertThat(Values.text(domain.path("Domain"))).isEqualTo("passby-${AWS::AccountId}");
        assertThat(domain.path("ManagedLoginVersion").asInt()).isEqualTo(2);
        assertThat(identity.ofType("AWS::Cognito::ManagedLoginBranding")).hasSize(1);
        assertThat(client.path("CallbackURLs")
                        .path("Fn::If")
                        .path(1)
                        .path(0)
                        .path("Ref")
                        .asText())
                .isEqualTo("AppUrl");
        assertThat(client.path("AllowedOAuthFlows")
                        .path("Fn::If")
                        .path(1)
                        .path(0)
                        .asText())
                .isEqualTo("code");
        assertThat(client.path("AllowedOAuthFlowsUserPoolClient")
                        .path("Fn::If")
                        .path(2)
                        .asBoolean(true))
                .as("before there is an app")
                .isFalse();
    }

    /** Five failures in fifteen minutes lock an account: the pool asks before each attempt and tells of each success. */
    @Test
    void thePoolAsksTheFunctionThatCountsAttemptsAndOnlyItMay() {
        var asked = "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:passby-SignIn:live";
        assertThat(Values.text(pool.path("LambdaConfig").path("PreAuthentication")))
                .isEqualTo(asked);
        assertThat(Values.text(pool.path("LambdaConfig").path("PostAuthentication")))
                .isEqualTo(asked);

        var permission = Templates.aws()
                .service()
                .properties("AWS::Lambda::Permission", "Principal", "cognito-idp.amazonaws.com");
        assertThat(permission.path("Action").asText()).isEqualTo("lambda:InvokeFunction");
        assertThat(permission.path("SourceArn").toString()).contains(":userpool", "passby-user-pool-id");
        assertThat(permission.path("SourceAccount").toString()).contains("AWS::AccountId");
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

    /** With {@code aws.cognito.signin.user.admin} a stolen token could put another authenticator app in the place of the officer's. */
    @Test
    void theAppsTokensLackTheScopeThatCouldReplaceAFactor() {
        assertThat(Values.each(client.path("AllowedOAuthScopes").path("Fn::If").path(1)))
                .containsExactly("openid");
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
