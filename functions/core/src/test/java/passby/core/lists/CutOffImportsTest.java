package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An import that is killed between any two of its steps: before and after each call of each port. */
final class CutOffImportsTest {
    private static final int MORE_STEPS_THAN_ANY_IMPORT_HAS = 100;

    /** Lets so many calls pass and fails the next: before it is made, or after it was. */
    private static final class Fuse {
        private int left;
        private final boolean before;
        private boolean blown;

        Fuse(int calls, boolean before) {
            this.left = calls;
            this.before = before;
        }

        <T> T on(Class<T> port, T target) {
            return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (p, method, args) -> {
                var last = left-- == 0;
                if (last && before) {
                    blow();
                }
                try {
                    var answer = method.invoke(target, args);
                    if (last) {
                        blow();
                    }
                    return answer;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));
        }

        private void blow() {
            blown = true;
            throw new IllegalStateException("killed");
        }
    }

    private static final class Killed {
        final Importing city = new Importing();
        final List<String> first = Importing.rows(0, 520);
        final List<String> second = second();

        Killed() {
            assertThat(city.send(first)).isInstanceOf(ImportAnswer.Imported.class);
        }

        private static List<String> second() {
            var lines = new ArrayList<>(Importing.rows(20, 1030));
            lines.set(3, Importing.row(23, "RED"));
            return lines;
        }

        /** @return whether the import was killed rather than done */
        boolean kill(int calls, boolean before) {
            return kill(second, calls, before);
        }

        boolean kill(List<String> lines, int calls, boolean before) {
            var fuse = new Fuse(calls, before);
            try {
                city.importer(
                                fuse.on(Lists.class, city.lists),
                                fuse.on(Manifests.class, city.manifests),
                                fuse.on(ListedRows.class, city.rows))
                        .handle(city.order(lines));
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
            return fuse.blown;
        }

        /** When some rows are written and the lease says so. */
        void killAfterAMinute() {
            var stop = city.order(second);
            var bounded = new ImportOrder(
                    stop.source(),
                    stop.file(),
                    stop.signature(),
                    stop.received(),
                    stop.by(),
                    stop.progress(),
                    city.clock.instant().plusSeconds(60));
            assertThat(city.importer(city.lists, city.manifests, slowRows()).handle(bounded))
                    .isInstanceOf(ImportAnswer.Paused.class);
        }

        /** Each call takes a minute. */
        ListedRows slowRows() {
            return (ListedRows) Proxy.newProxyInstance(
                    ListedRows.class.getClassLoader(), new Class<?>[] {ListedRows.class}, (proxy, method, args) -> {
                        city.clock.advance(Duration.ofMinutes(1));
                        return method.invoke(city.rows, args);
                    });
        }

        void assertWholeVersion(List<String> lines) {
            var alerting = city.rows.visible(Importing.SOURCE, city.source().activeVersion());
            assertThat(alerting).hasSize(lines.size());
            assertThat(alerting)
                    .extracting(row ->
                            row.row().recordNumber() + row.row().vehicle().colour())
                    .containsExactlyInAnyOrderElementsOf(lines.stream()
                            .map(line -> line.substring(0, 10) + line.substring(line.lastIndexOf(',') + 1))
                            .toList());
        }
    }

    @Test
    void itIsInvisibleAndTheSameFileResumesIt() {
        var steps = 0;
        for (var before : List.of(true, false)) {
            for (var calls = 0; calls < MORE_STEPS_THAN_ANY_IMPORT_HAS; calls++) {
                var killed = new Killed();
                if (!killed.kill(calls, before)) {
                    break;
                }
                steps++;
                if (killed.city.source().activeVersion() == 1) {
                    killed.assertWholeVersion(killed.first);
                }
                killed.city.clock.advance(Lease.LIFE);

                assertThat(killed.city.send(killed.second)).isInstanceOf(ImportAnswer.Imported.class);
                killed.assertWholeVersion(killed.second);
            }
        }
        assertThat(steps).isGreaterThan(20);
    }

    @Test
    void anotherFileUndoesItFirst() {
        var third = Importing.rows(50, 600);
        for (var before : List.of(true, false)) {
            for (var calls = 0; calls < MORE_STEPS_THAN_ANY_IMPORT_HAS; calls++) {
                var killed = new Killed();
                if (!killed.kill(calls, before)) {
                    break;
                }
                killed.city.clock.advance(Lease.LIFE);
                killed.city.policy = new ListPolicy(false, ListPolicy.DEFAULT.fileCodes(), 5, 60);

                assertThat(killed.city.send(third)).isInstanceOf(ImportAnswer.Imported.class);

                killed.assertWholeVersion(third);
                assertThat(killed.city.source().running()).isNull();
            }
        }
    }

    /** Part of what it wrote is taken back already: nothing of it counts as written when the first file comes after all. */
    @Test
    void aFileWhoseUndoingWasKilledBetweenAnyTwoStepsIsImportedWhole() {
        var third = Importing.rows(50, 600);
        var steps = 0;
        for (var before : List.of(true, false)) {
            for (var calls = 0; calls < MORE_STEPS_THAN_ANY_IMPORT_HAS; calls++) {
                var killed = new Killed();
                killed.killAfterAMinute();
                killed.city.policy = new ListPolicy(false, ListPolicy.DEFAULT.fileCodes(), 5, 60);
                if (!killed.kill(third, calls, before)) {
                    break;
                }
                steps++;
                killed.city.clock.advance(Lease.LIFE);

                assertThat(killed.city.send(killed.second)).isInstanceOf(ImportAnswer.Imported.class);
                killed.assertWholeVersion(killed.second);
                assertThat(killed.city.manifests.names())
                        .containsExactly(
                                Objects.requireNonNull(killed.city.source().active())
                                        .manifest());
            }
        }
        assertThat(steps).isGreaterThan(20);
    }

    /** Undoing takes as long as writing did, and its lease is kept for as long. */
    @Test
    void anImportOfManyRowsIsUndoneHoweverLongItTakes() {
        var killed = new Killed();
        killed.killAfterAMinute();
        assertThat(Objects.requireNonNull(killed.city.source().running()).written())
                .isPositive();
        killed.city.clock.advance(Lease.LIFE);
        killed.city.policy = new ListPolicy(false, ListPolicy.DEFAULT.fileCodes(), 5, 60);
        var third = Importing.rows(50, 600);

        assertThat(killed.city
                        .importer(killed.city.lists, killed.city.manifests, killed.slowRows())
                        .handle(killed.city.order(third)))
                .isInstanceOf(ImportAnswer.Imported.class);

        killed.assertWholeVersion(third);
    }

    @Test
    void whoLostTheLeaseWritesNothingMore() {
        var city = new Importing();
        var order = city.order(Importing.rows(0, 1001));
        var frozen = new ImportOrder(
                order.source(), order.file(), order.signature(), order.received(), order.by(), number -> {
                    if (number == 0 && city.source().running() != null && city.rows.size() == 0) {
                        city.clock.advance(Lease.LIFE);
                        assertThat(city.importer().handle(city.order(Importing.rows(0, 20))))
                                .isInstanceOf(ImportAnswer.Imported.class);
                    }
                });

        assertThatThrownBy(() -> city.importer().handle(frozen)).isInstanceOf(LeaseLost.class);

        assertThat(city.alerting()).hasSize(20);
        assertThat(city.rows.size()).isEqualTo(20);
    }

    @Test
    void aFileThatIsLeftAloneForAnHourDoesNotBlockTheList() {
        var killed = new Killed();
        killed.kill(9, true);

        killed.city.clock.advance(Duration.ofMinutes(4));
        assertThat(killed.city.send(killed.second)).isInstanceOf(ImportAnswer.Busy.class);
        killed.city.clock.advance(Duration.ofMinutes(1));
        assertThat(killed.city.send(killed.second)).isInstanceOf(ImportAnswer.Imported.class);
    }
}
