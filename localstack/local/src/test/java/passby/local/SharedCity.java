package passby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import passby.core.retention.NonHitRetention;
import passby.local.city.DataFolder;

/**
 * Gives every journey that asks for a {@link TestCity} the same one: a start costs seconds. After each journey the city's log
 * must still be silent about everything secret.
 */
final class SharedCity implements ParameterResolver, AfterAllCallback {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedCity.class);

    private record Place(DataFolder folder, TestCity city) implements AutoCloseable {
        static Place open() {
            try {
                var folder = DataFolder.open(null);
                return new Place(folder, TestCity.inMemory(folder.path(), NonHitRetention.DAYS_7));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the start of the city was interrupted", e);
            }
        }

        @Override
        public void close() throws IOException {
            city.close();
            folder.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestCity.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return city(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        var city = city(context);
        new Secrets(city).areNotIn("the log", city.log());
    }

    private static TestCity city(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(Place.class, _ -> Place.open(), Place.class)
                .city();
    }
}
