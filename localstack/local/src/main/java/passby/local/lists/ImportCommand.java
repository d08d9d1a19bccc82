package passby.local.lists;

import static passby.local.lists.HotlistTool.option;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import passby.local.camera.ApiClient;
import passby.local.springfield.Springfield;

/** {@code scripts/hotlist import}: sends files to a city, shows how far each import is, and prints its receipt. */
public final class ImportCommand {
    private static final int WRONG_USE = 2;
    private static final String MANAGER = "manager-osei";

    private ImportCommand() {}

    /** @return 0 when the file was imported, or every file of the folder, 1 when one was not */
    public static int run(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        var path = Path.of(arguments[1]);
        return Files.isDirectory(path) ? all(path, arguments) : one(path, option(arguments, "--format", ""), arguments);
    }

    /** Each file of a folder, whose name up to the dot is its format; one that fails holds up no other. */
    private static int all(Path folder, String[] arguments)
            throws IOException, GeneralSecurityException, InterruptedException {
        var result = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                System.out.println(file.getFileName());
                result = Math.max(
                        result, one(file, String.valueOf(file.getFileName()).split("\\.", 2)[0], arguments));
            }
        }
        return result;
    }

    private static int one(Path file, String format, String[] arguments)
            throws IOException, GeneralSecurityException, InterruptedException {
        var api = option(arguments, "--api", "");
        if (format.isEmpty() || api.isEmpty()) {
            System.err.println(HotlistTool.HELP);
            return WRONG_USE;
        }
        try (var http = HttpClient.newHttpClient()) {
            return run(http, arguments, file, format, URI.create(api));
        } catch (ApiClient.Refused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }

    private static int run(HttpClient http, String[] arguments, Path file, String format, URI api)
            throws IOException, GeneralSecurityException, InterruptedException {
        var source = option(arguments, "--source", format);
        var key = option(arguments, "--key", "");
        var sender = sender(http, arguments, api, lines(file));
        var signingKey = option(arguments, "--signing-key", "");
        sender.arm(new ListSender.Source(
                source,
                option(arguments, "--agency", source),
                format,
                Integer.parseInt(option(arguments, "--max-age-hours", "24")),
                signingKey.isEmpty() ? null : signingKey));
        var sha256 = HotlistTool.sha256(file);
        if (key.isEmpty()) {
            sender.agree(source, sha256, Integer.parseInt(option(arguments, "--accept-removals", "0")));
        }
        var signature = key.isEmpty() ? null : HotlistTool.signature(source, sha256, Path.of(key));
        var outcome = sender.send(source, file, sha256, signature);
        print(source, sha256, outcome);
        return outcome.path("result").asText().equals("imported") ? 0 : 1;
    }

    private static ListSender sender(HttpClient http, String[] arguments, URI api, long lines)
            throws IOException, InterruptedException {
        var roles = option(arguments, "--roles", "system-admin,program-manager").split(",", 2);
        var desk = option(arguments, "--desk", "");
        var first = desk.isEmpty() ? option(arguments, "--token", "") : token(http, desk, Springfield.ADMIN);
        var second = desk.isEmpty() ? option(arguments, "--second-token", "") : token(http, desk, MANAGER);
        return new ListSender(
                http,
                new ListSender.Person(new ApiClient(http, api, first), roles[0]),
                new ListSender.Person(new ApiClient(http, api, second), roles[roles.length - 1]),
                new ImportProgress(System.out, lines));
    }

    private static String token(HttpClient http, String desk, String person) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(desk + "/" + person)).build();
        return http.send(request, BodyHandlers.ofString()).body().strip();
    }

    private static long lines(Path file) throws IOException {
        var lines = 0L;
        var buffer = new byte[1 << 16];
        try (var input = Files.newInputStream(file)) {
            for (var read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                for (var i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    private static void print(String source, String sha256, JsonNode outcome) {
        var reason = outcome.path("reason").asText();
        System.out.printf(
                "list %s: %s%s%n",
                source, outcome.path("result").asText(), reason.isEmpty() ? "" : ", because it is " + reason);
        System.out.println("  sha256    " + sha256);
        print("counts", outcome.path("counts"));
        print("rejected", outcome.path("rejected"));
        print("refused by file code", outcome.path("refused"));
        System.out.println("  ledger    " + outcome.path("receipt").asText());
    }

    private static void print(String title, JsonNode numbers) {
        if (!numbers.isEmpty()) {
            var text = new StringBuilder();
            numbers.properties()
                    .forEach(number -> text.append(text.isEmpty() ? "" : ", ")
                            .append(number.getKey())
                            .append(' ')
                            .append(number.getValue().asText()));
            System.out.println("  " + title + "  " + text);
        }
    }
}
