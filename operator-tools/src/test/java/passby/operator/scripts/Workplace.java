package passby.operator.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A folder with the real scripts, stand-ins for aws, cdk, docker, node, npm and the building scripts, and a path on which
 * nothing else is found than what the scripts need of a system.
 */
final class Workplace {
    static final String CITY = """
            account=111122223333
            region=us-east-1
            deployment=passby
            City=springfield
            Agency=Springfield Police Department
            AgencyOri=IL0840100
            RecognizerOrder=container-only
            """;

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            "awk",
            "bash",
            "cat",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mktemp",
            "paste",
            "readlink",
            "rm",
            "sed",
            "tail",
            "touch",
            "tr",
            "wc");
    private static final long PATIENCE_SECONDS = 120;

    private final Path root;
    private final Path tools;

    /** What a script did. */
    record Run(int status, String said, List<String> calls) {
        Run {
            calls = List.copyOf(calls);
        }

        boolean touchedNothing() {
            return calls.stream()
                    .noneMatch(call -> call.matches("(cdk|package|build-image|npm) .*|.*(delete|update|put)-.*"));
        }
    }

    Workplace(Path root) throws IOException {
        this.root = root;
        this.tools = Files.createDirectories(root.resolve("tools"));
        for (var tool : TOOLS) {
            executable(Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + installed(tool) + " \"$@\"\n"));
        }
        for (var stub : List.of("aws", "docker", "node")) {
            place(stub, tools.resolve(stub));
        }
        place("noted", tools.resolve("npm"));
        for (var script : List.of("deploy", "destroy", "city.sh", "lib.sh")) {
            copy(
                    REPOSITORY.resolve("scripts").resolve(script),
                    root.resolve("scripts").resolve(script));
        }
        place("noted", root.resolve("scripts/package"));
        place("noted", root.resolve("scripts/build-image"));
        place("cdk", root.resolve("infra/node_modules/.bin/cdk"));
        Files.createDirectories(root.resolve("answers"));
        standBuilt();
        answer("sts-get-caller-identity", "OK 111122223333");
        answer("lambda-list-layers", "OK 0");
        answer("lambda-get-account-settings", "OK 1000\\t1000");
        answer("outputs", "OK an-output");
        answer("ssm-get-parameter", "FAIL An error occurred (ParameterNotFound): there is none");
    }

    /** The class path of this test is that of the scripts; what they would build from is older, and empty. */
    private void standBuilt() throws IOException {
        for (var sources :
                List.of("functions/core", "functions/aws", "recognizer-container", "infra", "operator-tools")) {
            Files.createDirectories(root.resolve(sources).resolve("src/main"));
            Files.writeString(root.resolve(sources).resolve("pom.xml"), "");
        }
        Files.writeString(root.resolve("pom.xml"), "");
        for (var sources : List.of("app", "public-page", "target/site/app")) {
            Files.createDirectories(root.resolve("web").resolve(sources));
        }
        for (var module : List.of("infra", "operator-tools")) {
            Files.createDirectories(root.resolve(module).resolve("target"));
            Files.writeString(
                    root.resolve(module).resolve("target/classpath"),
                    Objects.requireNonNull(System.getProperty("java.class.path")));
        }
    }

    /** Lines that begin with OK or FAIL, one for each call; the last one stays. */
    void answer(String call, String... lines) throws IOException {
        Files.writeString(root.resolve("answers").resolve(call), String.join("\n", lines) + "\n");
    }

    void remove(String tool) throws IOException {
        Files.delete(tools.resolve(tool));
    }

    /** @param city the text of its properties file */
    Run deploy(String city, String... options) throws IOException, InterruptedException {
        return run("deploy", city, "", options);
    }

    /** @param typed what somebody types */
    Run destroy(String city, String typed) throws IOException, InterruptedException {
        return run("destroy", city, typed);
    }

    private Run run(String script, String city, String typed, String... options)
            throws IOException, InterruptedException {
        Files.writeString(root.resolve("city.properties"), city);
        var calls = root.resolve("calls");
        Files.writeString(calls, "");
        var said = root.resolve("said");
        var builder = new ProcessBuilder(installed("bash").toString(), "scripts/" + script, "city.properties");
        builder.command().addAll(List.of(options));
        builder.directory(root.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
        builder.environment().put("HOME", root.toString());
        builder.environment().put("STUB", root.toString());
        var process = builder.start();
        try (var input = process.outputWriter()) {
            input.write(typed + "\n");
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(script + " does not end: " + Files.readString(said));
        }
        return new Run(process.exitValue(), Files.readString(said), Files.readAllLines(calls));
    }

    private static Path installed(String tool) {
        return List.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not installed: " + tool));
    }

    private static void place(String stub, Path target) throws IOException {
        copy(Path.of("src/test/resources/stubs").resolve(stub), target);
        executable(target);
    }

    private static void executable(Path target) {
        if (!target.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot be made executable: " + target);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
