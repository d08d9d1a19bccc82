package passby.local.engine;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
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
    private static final String FOLDER = "dynamodb";

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final Storage storage;

    private LocalDynamoDb(Server server, LocalDynamoDBServerHandler handler, Storage storage) {
        this.server = server;
        this.handler = handler;
        this.storage = storage;
    }

    public static LocalDynamoDb start(Storage storage) {
        try {
            var handler = new LocalDynamoDBServerHandler(requests(storage), NO_CORS);
            var server = Loopback.jetty(handler);
            server.start();
            return new LocalDynamoDb(server, handler, storage);
        } catch (Exception e) {
            throw new EngineFailed("DynamoDB Local did not start", e);
        }
    }

    private static LocalDynamoDBRequestHandler requests(Storage storage) throws IOException {
        return switch (storage) {
            case Storage.InMemory() -> requests(true, null);
            case Storage.Folder(Path root) ->
                requests(false, Files.createDirectories(root.resolve(FOLDER)).toString());
        };
    }

    private static LocalDynamoDBRequestHandler requests(boolean inMemory, @Nullable String folder) {
        return new LocalDynamoDBRequestHandler(
                PORT_IN_TABLE_ARNS, inMemory, folder, ONE_DATABASE_FOR_ALL_CREDENTIALS, TABLES_ARE_ACTIVE_AT_ONCE);
    }

    /**
     * Its database is SQLite's, which leaves the bytes of deleted rows in the file until it is written anew: at each orderly end. At a
     * start SQLite's native library is not there yet, as DynamoDB Local brings it along with the first table that it opens.
     */
    private static void compact(Storage storage) throws SQLiteException, IOException {
        if (storage instanceof Storage.Folder(Path root) && Files.isDirectory(root.resolve(FOLDER))) {
            try (var files = Files.newDirectoryStream(root.resolve(FOLDER), "*.db")) {
                for (var file : files) {
                    var connection = new SQLiteConnection(file.toFile());
                    try {
                        connection.open(false).exec("VACUUM");
                    } finally {
                        connection.dispose();
                    }
                }
            }
        }
    }

    public URI endpoint() {
        return Loopback.uri(Loopback.portOf(server));
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
            compact(storage);
        } catch (Exception e) {
            throw new EngineFailed("DynamoDB Local did not stop", e);
        }
    }
}
