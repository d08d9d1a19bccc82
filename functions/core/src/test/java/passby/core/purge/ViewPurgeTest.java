package passby.core.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ViewPurgeTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryPurgeReports reports = new InMemoryPurgeReports();
    private final Caller admin = TestData.caller(TestData.person("admin-ito", Role.SYSTEM_ADMIN));

    ViewPurgeTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private ViewPurge.PurgeHealth seen() {
        var result = new ViewPurge(TestAuthorizer.open(city, clock), reports, clock).view(admin);
        assertThat(city.ledger().entries(EntryType.RETENTION_HEALTH_VIEWED)).isNotEmpty();
        return switch (result) {
            case Result.Done<ViewPurge.PurgeHealth>(var health, var accepted) -> health;
            case Result.Refused<ViewPurge.PurgeHealth> refused -> throw new AssertionError(refused.toString());
        };
    }

    @Test
    void aRunThatLeftNothingIsOnTime() {
        var report = new PurgeReport(NOW, Map.of(), 0, true);
        reports.put(report);

        assertThat(seen()).isEqualTo(new ViewPurge.PurgeHealth(PurgeReport.State.ON_TIME, report));
    }

    @Test
    void aKindThatWasLateARefusalAndARestAreEachLate() {
        reports.put(new PurgeReport(NOW, Map.of(RowKind.HIT, Duration.ofSeconds(1)), 0, true));
        assertThat(seen().state()).isEqualTo(PurgeReport.State.LATE);

        reports.put(new PurgeReport(NOW, Map.of(), 1, true));
        assertThat(seen().state()).isEqualTo(PurgeReport.State.LATE);

        reports.put(new PurgeReport(NOW, Map.of(), 0, false));
        assertThat(seen().state()).isEqualTo(PurgeReport.State.LATE);
    }

    @Test
    void afterThreeMinutesWithoutARunItIsSilentAndSoItIsBeforeTheFirst() {
        assertThat(seen()).isEqualTo(new ViewPurge.PurgeHealth(PurgeReport.State.SILENT, null));
        reports.put(new PurgeReport(NOW, Map.of(), 0, true));

        clock.advance(Duration.ofMinutes(3).minusMillis(1));
        assertThat(seen().state()).isEqualTo(PurgeReport.State.ON_TIME);
        clock.advance(Duration.ofMillis(1));
        assertThat(seen().state()).isEqualTo(PurgeReport.State.SILENT);
    }
}
