package passby.infra.people;

import java.util.List;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CfnUserPool;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.constructs.Construct;

/**
 * The pool that officers sign in to. Nobody signs up by themselves; nobody gets in without a second factor, an authenticator
 * app. No text messages, and no passkeys yet: Cognito binds them to a domain, which only a web app of the city will have. Who a person is to the city stands in the table of
 * people, not here.
 */
public final class OfficersPool extends Construct {
    private final UserPool pool;
    private final UserPoolClient client;

    public OfficersPool(Construct scope, Names names) {
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
        client = pool.addClient("App", client(names));
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
