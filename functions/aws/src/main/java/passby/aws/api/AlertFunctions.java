package passby.aws.api;

import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.alerts;
import static passby.aws.api.Permissions.consuming;
import static passby.aws.api.Permissions.emails;
import static passby.aws.api.Permissions.entering;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.pictures;
import static passby.aws.api.Permissions.pushKey;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Permissions.textMessages;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.change;
import static passby.aws.api.Routes.read;
import static passby.aws.api.Routes.submit;

import java.util.List;
import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** Hits, and the alerts that tell them. */
public final class AlertFunctions {
    private static final Role[] SUBSCRIBING = {Role.OPERATOR, Role.PROGRAM_MANAGER};

    public static final FunctionSpec HITS = new FunctionSpec(
            "Hits",
            api(
                    read("/v1/hits", "listHits", Role.OPERATOR),
                    read("/v1/hits/{hitId}", "viewHit", Role.OPERATOR),
                    read("/v1/hits/{hitId}/older", "listOlderHits", Role.OPERATOR),
                    read("/v1/hits/{hitId}/pictures/{kind}", "streamHitPicture", Role.OPERATOR),
                    submit("/v1/hits/{hitId}/steps", "stepHit", Role.OPERATOR)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.HITS, PUT, QUERY, UPDATE),
                    table(Tables.HOT_LIST, GET, UPDATE),
                    table(Tables.FRAMES, GET),
                    table(Tables.READS, QUERY, UPDATE),
                    table(Tables.JOBS, GET, PUT),
                    pictures()));

    public static final FunctionSpec PUBLISH_ALERTS = new FunctionSpec(
                    "PublishAlerts",
                    new Trigger.EveryMinute(),
                    Writes.NONE,
                    Size.CLOCK,
                    List.of(
                            table(Tables.HITS, QUERY, UPDATE),
                            table(Tables.CAMERAS, GET),
                            table(Tables.COUNTERS, UPDATE),
                            alerts()))
            .measuring(Metric.ALERTS_SENT_LATE, Metric.ALERTS_NOT_SENT);

    /** Looks whether alerts reach anybody, and sends to everybody what nobody has viewed. */
    public static final FunctionSpec WATCH_ALERTS = new FunctionSpec(
                    "WatchAlerts",
                    new Trigger.EveryMinute(),
                    Writes.ENTRY,
                    Size.CLOCK,
                    entering(
                            table(Tables.HITS, PUT, QUERY, UPDATE),
                            table(Tables.CAMERAS, GET),
                            table(Tables.SUBSCRIPTIONS, SCAN),
                            table(Tables.COUNTERS, GET, UPDATE),
                            alerts()))
            .measuring(Metric.ALERTS_REACH, Metric.HITS_ESCALATED);

    /** Warns authors before their entries end, and enters reviews of entries that nobody made in time. */
    public static final FunctionSpec WATCH_ENTRIES = new FunctionSpec(
            "WatchEntries",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.CLOCK,
            entering(
                    table(Tables.HOT_LIST, QUERY),
                    table(Tables.SUBSCRIPTIONS, QUERY),
                    table(Tables.COUNTERS, GET, UPDATE),
                    textMessages(),
                    emails(),
                    pushKey()));

    /** Ends confirmations whose time is over, and finishes rejections of hits with more reads than one transaction takes. */
    public static final FunctionSpec EXPIRE_CONFIRMATIONS = new FunctionSpec(
            "ExpireConfirmations",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.CLOCK,
            entering(
                    table(Tables.HITS, PUT, QUERY, UPDATE),
                    table(Tables.FRAMES, GET),
                    table(Tables.READS, QUERY, UPDATE),
                    table(Tables.JOBS, GET, PUT)));

    /** Where an officer wants alerts, and where the city's own systems take them. */
    public static final FunctionSpec SUBSCRIPTIONS = new FunctionSpec(
            "Subscriptions",
            api(
                    submit("/v1/subscriptions", "subscribeToAlerts", SUBSCRIBING),
                    read("/v1/subscriptions", "listSubscriptions", SUBSCRIBING),
                    submit("/v1/subscriptions/{subscriptionId}/confirmation", "confirmSubscription", SUBSCRIBING),
                    change("DELETE", "/v1/subscriptions/{subscriptionId}", "endSubscription", SUBSCRIBING)),
            Writes.ENTRY,
            Size.API,
            forPeople(table(Tables.SUBSCRIPTIONS, PUT, QUERY), textMessages(), emails(), pushKey()));

    /** Takes each alert to the officers who subscribed to it, and ends the subscription of a browser that is no more. */
    public static final FunctionSpec DELIVER_ALERTS = new FunctionSpec(
            "DeliverAlerts",
            new Trigger.Queue(Queue.ALERTS),
            Writes.ENTRY,
            Size.DELIVERY,
            entering(
                    consuming(Queue.ALERTS, "sqs:ChangeMessageVisibility"),
                    table(Tables.SUBSCRIPTIONS, PUT, SCAN),
                    table(Tables.PEOPLE, GET),
                    table(Tables.CONDUCT, GET),
                    table(Tables.LIMITS, GET, PUT),
                    table(Tables.COUNTERS, UPDATE),
                    textMessages(),
                    emails(),
                    pushKey()));

    /** Takes each alert to the city's own systems, signed, and tries again for hours. */
    public static final FunctionSpec CALL_WEBHOOKS = new FunctionSpec(
            "CallWebhooks",
            new Trigger.Queue(Queue.WEBHOOKS),
            Writes.NONE,
            Size.DELIVERY,
            List.of(
                    consuming(Queue.WEBHOOKS, "sqs:ChangeMessageVisibility"),
                    table(Tables.SUBSCRIPTIONS, SCAN),
                    table(Tables.LIMITS, GET, PUT),
                    table(Tables.COUNTERS, UPDATE)));

    private AlertFunctions() {}
}
