package passby.local.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * Amazon's own DynamoDB Local behind a server of ours: its command line would listen on every interface, need a port chosen beforehand,
 * and report its start to Amazon.
 */
public final class LocalDynamoDb implements AutoCloseable {
    private static final int PORT_IN_TABLE_ARNS = 0;
    private static final boolean ONE_DATABASE_FOR_ALL_CREDENTIALS = true;
    private static final boolean TABLES_ARE_ACTIVE_AT_ONCE = false;
    private static final String NO_CORS = "";

    private final Server server;
    private final LocalDynamoDBServerHandler handler;

    private LocalDynamoDb(Server server, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    public static LocalDynamoDb start(Storage storage) {
        try {
            var handler = new LocalDynamoDBServerHandler(requests(storage), NO_CORS);
            var server = Loopback.jetty(handler);
            server.start();
            return new LocalDynamoDb(server, handler);
        } catch (Exception e) {
            throw new EngineFailed("DynamoDB Local did not start", e);
        }
    }

    private static LocalDynamoDBRequestHandler requests(Storage storage) throws IOException {
        return switch (storage) {
            case Storage.InMemory() -> requests(true, null);
            case Storage.Folder(Path root) ->
                requests(
                        false, Files.createDirectories(root.resolve("dynamodb")).toString());
        };
    }

    private static LocalDynamoDBRequestHandler requests(boolean inMemory, @Nullable String folder) {
        return new LocalDynamoDBRequestHandler(
                PORT_IN_TABLE_ARNS, inMemory, folder, ONE_DATABASE_FOR_ALL_CREDENTIALS, TABLES_ARE_ACTIVE_AT_ONCE);
    }

    public URI endpoint() {
        return Loopback.uri(Loopback.portOf(server));
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new EngineFailed("DynamoDB Local did not stop", e);
        }
    }
}
