package passby.aws.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import passby.aws.json.JsonObject;
import passby.core.evidence.ExportEvidence;
import passby.core.ledger.Accepted;

/** Turns answers into what the gateway sends. */
final class Responses {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
    static final String JPEG = "image/jpeg";
    static final String ZIP = "application/zip";

    /** Nothing may be kept, guessed, framed or run: answers are data for one reader. */
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Strict-Transport-Security", "max-age=31536000",
            "X-Content-Type-Options", "nosniff");

    private Responses() {}

    static APIGatewayProxyResponseEvent of(Answer answer) {
        return switch (answer) {
            case Answer.Json(var status, var body) -> text(status, JSON, body.string(), Map.of());
            case Answer.Document(var mediaType, var text) -> text(200, mediaType, text, Map.of());
            case Answer.Picture picture -> picture(picture);
            case Answer.Evidence(var exported, var accepted) -> evidence(exported, accepted);
            case Answer.Refused refused -> problem(refused);
        };
    }

    private static APIGatewayProxyResponseEvent problem(Answer.Refused refused) {
        var type = refused.type();
        var problem = new JsonObject()
                .with("type", type.uri())
                .with("title", type.title())
                .with("status", type.status())
                .with("detail", refused.detail())
                .with(refused.members());
        return text(type.status(), PROBLEM, problem.string(), refused.headers());
    }

    private static APIGatewayProxyResponseEvent picture(Answer.Picture picture) {
        var marked = PictureMark.mark(picture.jpeg(), picture.reader(), picture.accepted());
        var headers = Map.of(
                "Passby-Entry", picture.accepted().entryId(),
                "Passby-Leaf-Hash", picture.accepted().leafHash(),
                "Passby-Reader", PictureMark.printable(picture.reader()));
        return text(200, JPEG, Base64.getEncoder().encodeToString(marked), headers)
                .withIsBase64Encoded(true);
    }

    private static APIGatewayProxyResponseEvent evidence(ExportEvidence.Exported exported, Accepted accepted) {
        var headers = Map.of(
                "Content-Disposition", "attachment; filename=\"" + exported.fileName() + "\"",
                "Passby-Entry", accepted.entryId(),
                "Passby-Leaf-Hash", accepted.leafHash());
        return text(200, ZIP, Base64.getEncoder().encodeToString(exported.zip()), headers)
                .withIsBase64Encoded(true);
    }

    private static APIGatewayProxyResponseEvent text(
            int status, String mediaType, String body, Map<String, String> headers) {
        var all = new LinkedHashMap<>(ALWAYS);
        all.put("Content-Type", mediaType);
        all.putAll(headers);
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(body)
                .withIsBase64Encoded(false);
    }
}
