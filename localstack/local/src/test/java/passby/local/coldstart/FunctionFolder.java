package passby.local.coldstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that the functions' zip becomes on Lambda, made of links to what is on this class path. */
final class FunctionFolder {
    /** Of the runtime, not of the zip; and the local city's own log. */
    private static final List<String> NOT_IN_IT = List.of(
            "aws-lambda-java-runtime-interface-client-", "aws-lambda-java-serialization-", "logback-", "log4j-");

    private static final Path ONLY_DEPLOYED = Path.of("..", "..", "functions", "aws", "src", "lambda");

    private FunctionFolder() {}

    static Path in(Path folder) throws IOException {
        var lib = Files.createDirectories(folder.resolve("lib"));
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var name = Path.of(entry).getFileName().toString();
            if (name.endsWith(".jar") && NOT_IN_IT.stream().noneMatch(name::startsWith)) {
                Files.createSymbolicLink(lib.resolve(name), Path.of(entry).toAbsolutePath());
            }
        }
        var services = Path.of("META-INF", "services");
        Files.createDirectories(folder.resolve(services));
        var binding = services.resolve("org.slf4j.spi.SLF4JServiceProvider");
        Files.copy(ONLY_DEPLOYED.resolve(binding), folder.resolve(binding));
        return folder;
    }
}
