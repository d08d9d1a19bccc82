package passby.local.engine;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** What SNS does for each action of its query protocol, and the XML that it says it in. */
record SnsActions(Supplier<String> ids, Consumer<Published> listener, Consumer<Delivered> delivered) {
    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    /** An answer on its way. */
    record Answer(int status, String xml) {}

    Answer answer(QueryForm form) {
        var action = form.field("Action");
        return switch (action) {
            case "CreateTopic" -> ok(action, element("TopicArn", LocalAccount.arn("sns", form.field("Name"))));
            case "Subscribe" -> ok(action, element("SubscriptionArn", form.field("TopicArn") + ":" + ids.get()));
            case "Publish" -> publish(form);
            default -> refused("InvalidAction", "Only CreateTopic, Subscribe and Publish are known here.");
        };
    }

    private Answer publish(QueryForm form) {
        if (!form.field("PhoneNumber").isEmpty()) {
            delivered.accept(new Delivered("SMS", form.field("PhoneNumber"), form.field("Message")));
            return ok("Publish", element("MessageId", ids.get()));
        }
        if (form.field("TopicArn").isEmpty() || form.field("Message").isEmpty()) {
            return refused("InvalidParameter", "A message needs a topic and a text.");
        }
        var published = new Published(
                ids.get(),
                form.field("TopicArn"),
                form.field("Subject"),
                form.field("Message"),
                form.stringAttributes());
        listener.accept(published);
        return ok("Publish", element("MessageId", published.messageId()));
    }

    private Answer ok(String action, String result) {
        return new Answer(
                200,
                "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata>%4$s</ResponseMetadata></%1$sResponse>"
                        .formatted(action, NAMESPACE, result, element("RequestId", ids.get())));
    }

    private Answer refused(String code, String message) {
        return new Answer(
                400,
                "<ErrorResponse xmlns=\"%s\"><Error><Type>Sender</Type>%s%s</Error>%s</ErrorResponse>"
                        .formatted(
                                NAMESPACE,
                                element("Code", code),
                                element("Message", message),
                                element("RequestId", ids.get())));
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
