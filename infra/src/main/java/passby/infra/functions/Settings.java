package passby.infra.functions;

import java.util.Map;
import java.util.TreeMap;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.aws.api.Setting;
import passby.aws.sealing.DerivedKey;
import passby.infra.access.KeyGroup;
import passby.infra.access.RecognizerGrants;
import passby.infra.naming.Names;
import software.amazon.awscdk.Fn;

/** The environment of a function: names of what was deployed, never a parameter of the city. */
final class Settings {
    private final FunctionContext surroundings;

    Settings(FunctionContext surroundings) {
        this.surroundings = surroundings;
    }

    Map<String, String> of(FunctionSpec spec) {
        var environment = new TreeMap<String, String>();
        spec.settings().forEach(setting -> environment.put(setting.variable(), value(setting, spec)));
        return environment;
    }

    private String value(Setting setting, FunctionSpec spec) {
        var names = surroundings.names();
        return switch (setting) {
            case FUNCTION -> spec.name();
            case TABLES -> names.tablePrefix();
            case UPLOADS -> Names.resolved(names.bucket(Bucket.UPLOADS));
            case UPLOADS_QUEUE -> queueUrl(names, Queue.UPLOADS);
            case LISTS_QUEUE -> queueUrl(names, Queue.LISTS);
            case ALERTS_QUEUE -> queueUrl(names, Queue.ALERTS);
            case WEBHOOKS_QUEUE -> queueUrl(names, Queue.WEBHOOKS);
            case FEEDS -> Names.resolved(names.bucket(Bucket.FEEDS));
            case LISTS -> Names.resolved(names.bucket(Bucket.LISTS));
            case PICTURES -> Names.resolved(names.bucket(Bucket.PICTURES));
            case LEDGER -> Names.resolved(names.bucket(Bucket.LEDGER));
            case LEDGER_LOCK_DAYS ->
                String.valueOf(surroundings.deployment().ledger().lockDays());
            case LEDGER_KEY ->
                surroundings.deployment().local()
                        ? DerivedKey.setting(Fn.importValue(KeyGroup.CITY.export(names)))
                        : Fn.importValue(KeyGroup.CHECKPOINTS.export(names));
            case PUSH_KEY -> Fn.importValue(KeyGroup.PUSH.export(names));
            case EMAIL_SENDER -> surroundings.deployment().emailSender().orElse(Setting.NO_SENDER);
            case WITNESSES -> surroundings.deployment().ledger().witnesses();
            case PUBLIC_DELAY_HOURS ->
                String.valueOf(surroundings.deployment().ledger().publicDelayHours());
            case EVIDENCE -> Names.resolved(names.bucket(Bucket.EVIDENCE));
            case EVIDENCE_LOCKS ->
                String.valueOf(surroundings.deployment().ledger().lockDays() > 0);
            case ARCHIVE -> Names.resolved(names.bucket(Bucket.ARCHIVE));
            case ALERTS -> Names.resolved(names.topicArn("alerts"));
            case RECOGNIZER -> Names.resolved(names.functionArn(RecognizerGrants.FUNCTION));
            case CITY_KEY -> Fn.importValue(KeyGroup.CITY.export(names));
            case ACCOUNT -> Names.resolved("${AWS::AccountId}");
            case ISSUER -> surroundings.issuer().issuer();
            case ISSUER_KEYS -> surroundings.issuer().keys();
            case AUDIENCE -> surroundings.issuer().audience();
            case SECOND_FACTOR_ENFORCED -> surroundings.enforcesSecondFactor();
            case USER_POOL -> surroundings.userPool();
        };
    }

    private static String queueUrl(Names names, Queue queue) {
        return Names.resolved("https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/" + names.queue(queue));
    }
}
