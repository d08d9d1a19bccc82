package passby.aws.dynamodb;

import static passby.core.testing.TestData.NOW;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import passby.core.conduct.Act;
import passby.core.conduct.ConductReview;
import passby.core.conduct.DecoyRead;
import passby.core.conduct.DutyHours;
import passby.core.conduct.MarkedPlates;
import passby.core.conduct.Signal;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.plate.Plate;
import passby.core.testing.TestData;

/** One row of each kind of Conduct. */
final class GoldenConduct {
    static final String PERSON = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

    final Act act = new Act(
            "entry-1",
            NOW,
            Act.Kind.CAMERA_SEARCH,
            PERSON,
            "bbbbbbbbbbbbbbbbbbbbbbbbbb",
            "cccccccccccccccccccccccccc",
            "dddddddddddddddddddddddddd",
            true,
            false);
    final MarkedPlates.Marked marked = new MarkedPlates.Marked(
            PERSON, TestData.CITY_KEY.plateKey(new Plate("7TST123")), NOW.plus(Duration.ofDays(300)));
    final DecoyRead decoyRead = new DecoyRead(
            "01KTEST0000000000000000012-1", "cam-elm", NOW, TestData.CORNER, 90, NOW.plus(Duration.ofDays(7)));
    final DutyHours hours = new DutyHours(
            "officer-lopez",
            ZoneId.of("America/Chicago"),
            List.of(new DutyHours.Shift(DayOfWeek.MONDAY, LocalTime.of(22, 30), Duration.ofHours(10))),
            List.of(new DutyHours.Extra(NOW, NOW.plus(Duration.ofHours(4)))),
            NOW.plus(Duration.ofDays(200)));
    final ConductReview review = new ConductReview(
            "01KTEST0000000000000000011",
            "officer-lopez",
            List.of(new Signal(Signal.Kind.REPEATED_TARGET, "k1.target", 5, NOW, List.of("entry-1", "entry-2"))),
            NOW,
            NOW.plus(Duration.ofDays(14)),
            new ConductReview.Finding(
                    ConductReview.FindingClass.STALKING,
                    "Both plates are of people whom he knows.",
                    "auditor-quist",
                    NOW),
            NOW.plus(Duration.ofDays(700)),
            1);

    void storeIn(StoredCity city, Function<EntryType, Entry> entry) {
        city.acts().put(List.of(act));
        city.markedPlates().mark(marked, entry.apply(EntryType.OWN_PLATE_REGISTERED));
        city.duties().put(hours, entry.apply(EntryType.DUTY_HOURS_ENTERED));
        city.conductReviews().put(review, entry.apply(EntryType.CONDUCT_REVIEW_CLOSED));
    }

    /** After everything else, so that no entry of before it changes. */
    void placeDecoyIn(StoredCity city, Function<EntryType, Entry> entry) {
        city.decoyReads()
                .place(
                        decoyRead,
                        new MarkedPlates.Marked(
                                MarkedPlates.DECOY,
                                TestData.CITY_KEY.plateKey(decoyRead.plate(TestData.CITY_KEY)),
                                NOW.plus(Duration.ofDays(300))),
                        entry.apply(EntryType.DECOY_PLACED));
    }
}
