package passby.infra.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import passby.aws.api.Functions;
import passby.infra.naming.CamelCase;
import passby.infra.naming.Names;

/** The permission table as people read it: docs/permissions.md. */
public final class PermissionsDocument {
    private static final String HEAD = """
            # Who may do what

            Written by `scripts/synth --permissions` from the one list of functions (`passby.aws.api.Functions`); a test compares it with that list,
            and another reads every role, key, bucket, queue and topic of the templates and fails on whatever does not stand here. Names are those
            of the deployment `passby`. Account and region are left out of ARNs and of the buckets' names.

            Beyond these tables: this city's gateway may invoke the functions that have routes, and the event bus a function for the rule
            that names it (`AWS::Lambda::Permission`); the account's one role by which API Gateway writes logs has AWS's own policy for that.
            """;

    private final PermissionTable table;

    public PermissionsDocument(PermissionTable table) {
        this.table = table;
    }

    /** @param arguments the file to write */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(
                Path.of(arguments[0]),
                new PermissionsDocument(new PermissionTable(new Names("passby"), Functions.ALL)).text());
    }

    /** The whole document. */
    public String text() {
        return HEAD
                + section("What functions may do", "A role may do this and nothing else.", table.roles())
                + section("What things allow and refuse", "Whatever a role may do, these rule too.", table.things())
                + section(
                        "What administrators are denied",
                        "A managed policy for the city to attach to its administrators' roles.",
                        List.of(table.administrators()));
    }

    private static String section(String title, String sentence, List<RolePermissions> parts) {
        return "\n## " + title + "\n" + sentence + "\n"
                + parts.stream().map(PermissionsDocument::part).collect(Collectors.joining());
    }

    private static String part(RolePermissions access) {
        return "\n### " + access.holder() + "\n\n| who | actions | on | when |\n|---|---|---|---|\n"
                + access.grants().stream().map(PermissionsDocument::line).collect(Collectors.joining());
    }

    private static String line(Grant grant) {
        return "| %s%s | %s | %s | %s |\n"
                .formatted(
                        grant.effect().name().equals("DENY") ? "**never** " : "",
                        grant.who().label(),
                        code(grant.actions()),
                        code(grant.things().stream()
                                .map(ResourceRef::label)
                                .map(PermissionsDocument::shortened)
                                .toList()),
                        conditions(grant));
    }

    private static String conditions(Grant grant) {
        return grant.conditions().entrySet().stream()
                .flatMap(operator -> operator.getValue().entrySet().stream()
                        .map(condition -> "`%s` %s %s"
                                .formatted(
                                        condition.getKey(),
                                        words(operator.getKey()),
                                        code(condition.getValue().stream()
                                                .map(PermissionsDocument::shortened)
                                                .toList()))))
                .collect(Collectors.joining("; "));
    }

    /** {@code NumericLessThan} as {@code numeric less than}. */
    private static String words(String operator) {
        return CamelCase.spaced(operator).toLowerCase(Locale.ROOT);
    }

    private static String code(List<String> texts) {
        return texts.stream().map(text -> "`" + text + "`").collect(Collectors.joining(", "));
    }

    private static String shortened(String text) {
        return text.replace("arn:${AWS::Partition}:", "")
                .replace("${AWS::Region}:${AWS::AccountId}:", "")
                .replace("-${AWS::AccountId}-${AWS::Region}", "")
                .replace("::${AWS::AccountId}:", ":")
                .replace("${AWS::AccountId}", "this account")
                .replace("${AWS::Region}", "REGION");
    }
}
