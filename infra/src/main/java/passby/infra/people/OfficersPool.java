package passby.infra.people;

import java.util.List;
import java.util.Map;
import passby.aws.api.GovernanceFunctions;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.functions.CityFunction;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CfnManagedLoginBranding;
import software.amazon.awscdk.services.cognito.CfnUserPool;
import software.amazon.awscdk.services.cognito.CfnUserPoolClient;
import software.amazon.awscdk.services.cognito.CfnUserPoolDomain;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/**
 * The pool that officers sign in to, on pages of Cognito's own. Nobody signs up by themselves; nobody gets in without a second factor:
 * an authenticator app, or a passkey that asks for a finger or a PIN, which counts as both. No text messages. Who a person is to the
 * city stands in the table of people, not here.
 *
 * <p>Source: Amazon Cognito API Reference, "WebAuthnConfigurationType" (a passkey satisfies a mandatory second factor).
 */
public final class OfficersPool extends Construct {
    private static final Map<String, Object> NOTHING = Map.of("Ref", "AWS::NoValue");

    private final UserPool pool;
    private final UserPoolClient client;

    /** @param app address of the web app that people come from and return to; empty before there is one */
    public OfficersPool(Construct scope, Names names, String app) {
        super(scope, "Officers");
        pool = UserPool.Builder.create(this, "Pool")
                .userPoolName(names.named("officers"))
                .featurePlan(FeaturePlan.ESSENTIALS)
                .selfSignUpEnabled(false)
                .signInAliases(SignInAliases.builder().username(true).build())
                .signInCaseSensitive(false)
                .mfa(Mfa.REQUIRED)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .enableSmsRole(false)
                .accountRecovery(AccountRecovery.NONE)
                .passwordPolicy(PasswordPolicy.builder()
                        .minLength(16)
                        .requireDigits(true)
                        .requireLowercase(true)
                        .requireUppercase(true)
                        .requireSymbols(true)
                        .passwordHistorySize(10)
                        .tempPasswordValidity(Duration.days(1))
                        .build())
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        AcknowledgedFindings.on(Underlying.of(pool, CfnUserPool.class))
                .nag(
                        "AwsSolutions-COG3",
                        "It needs a dearer tier; here nobody signs up, nobody enters without a second factor.");
        passkeys(names);
        asksFirst(names);
        client = pool.addClient("App", client(names));
        returnTo(app);
        pages(names);
    }

    /** Bound to the name of the pages where people sign in. */
    private void passkeys(Names names) {
        var resource = Underlying.of(pool, CfnUserPool.class);
        resource.addPropertyOverride("Policies.SignInPolicy.AllowedFirstAuthFactors", List.of("PASSWORD", "WEB_AUTHN"));
        resource.setWebAuthnRelyingPartyId(Names.resolved(names.signInHost()));
        resource.setWebAuthnUserVerification("required");
        resource.setWebAuthnFactorConfiguration("MULTI_FACTOR_WITH_USER_VERIFICATION");
    }

    /**
     * Its function is named by its text: it stands in a stack that is made after this one. Until it is there nobody signs in, as there is
     * no city to sign in to.
     */
    private void asksFirst(Names names) {
        var signIn = Names.resolved(names.functionArn(GovernanceFunctions.SIGN_IN.name()) + ":" + CityFunction.ALIAS);
        Underlying.of(pool, CfnUserPool.class)
                .setLambdaConfig(CfnUserPool.LambdaConfigProperty.builder()
                        .preAuthentication(signIn)
                        .postAuthentication(signIn)
                        .build());
    }

    /** Lets the pool of the identity stack, and no other, start the function that counts attempts. */
    public static void mayAsk(Construct scope, Names names, List<CityFunction> functions) {
        functions.stream()
                .filter(function -> function.spec().equals(GovernanceFunctions.SIGN_IN))
                .forEach(function -> CfnPermission.Builder.create(scope, "PoolAsks")
                        .action("lambda:InvokeFunction")
                        .functionName(function.target().getFunctionArn())
                        .principal("cognito-idp.amazonaws.com")
                        .sourceArn(names.officersPoolArn())
                        .sourceAccount(Names.resolved("${AWS::AccountId}"))
                        .build());
    }

    /** The code flow, once there is an app to return to; Cognito refuses one without. */
    private void returnTo(String app) {
        var known = CfnCondition.Builder.create(this, "HasApp")
                .expression(Fn.conditionNot(Fn.conditionEquals(app, "")))
                .build();
        var resource = Underlying.of(client, CfnUserPoolClient.class);
        resource.addPropertyOverride("AllowedOAuthFlowsUserPoolClient", given(known, true, false));
        resource.addPropertyOverride("AllowedOAuthFlows", given(known, List.of("code"), NOTHING));
        resource.addPropertyOverride("AllowedOAuthScopes", given(known, List.of("openid"), NOTHING));
        resource.addPropertyOverride("CallbackURLs", given(known, List.of(app), NOTHING));
        resource.addPropertyOverride("LogoutURLs", given(known, List.of(app), NOTHING));
    }

    private static Map<String, Object> given(CfnCondition known, Object then, Object otherwise) {
        return Map.of("Fn::If", List.of(known.getLogicalId(), then, otherwise));
    }

    private void pages(Names names) {
        CfnUserPoolDomain.Builder.create(this, "Domain")
                .domain(Names.resolved(names.signInPrefix()))
                .userPoolId(pool.getUserPoolId())
                .managedLoginVersion(2)
                .build();
        CfnManagedLoginBranding.Builder.create(this, "Branding")
                .userPoolId(pool.getUserPoolId())
                .clientId(client.getUserPoolClientId())
                .useCognitoProvidedValues(true)
                .build();
    }

    /** An app that keeps no secret; what it gets lives shortly and can be revoked. */
    private static UserPoolClientOptions client(Names names) {
        return UserPoolClientOptions.builder()
                .userPoolClientName(names.named("app"))
                .generateSecret(false)
                .authFlows(AuthFlow.builder().userSrp(true).user(true).build())
                .disableOAuth(true)
                .accessTokenValidity(Duration.minutes(15))
                .idTokenValidity(Duration.minutes(15))
                .refreshTokenValidity(Duration.hours(12))
                .authSessionValidity(Duration.minutes(5))
                .enableTokenRevocation(true)
                .preventUserExistenceErrors(true)
                .build();
    }

    /** Tells the other stacks, and whoever deploys, where tokens come from. */
    public void tell(Names names) {
        var issuer = pool.getUserPoolProviderUrl();
        output(names, "UserPoolId", "user-pool-id", pool.getUserPoolId());
        output(names, "ClientId", "client-id", client.getUserPoolClientId());
        output(names, "Issuer", "issuer", issuer);
        output(names, "Authorize", "authorize", Names.resolved("https://" + names.signInHost() + "/oauth2/authorize"));
        output(names, "Token", "token", Names.resolved("https://" + names.signInHost() + "/oauth2/token"));
        output(names, "IssuerKeys", "issuer-keys", issuer + "/.well-known/jwks.json");
    }

    private void output(Names names, String id, String export, String value) {
        var output = CfnOutput.Builder.create(Stack.of(this), id)
                .value(value)
                .exportName(names.export(export))
                .build();
        output.overrideLogicalId(id);
    }
}
