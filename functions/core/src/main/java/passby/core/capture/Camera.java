package passby.core.capture;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.CanonicalJson;
import passby.core.picture.Box;

/**
 * A registered camera.
 *
 * @param cameraId 3 to 32 characters a-z, 0-9 and hyphen
 * @param name for people, such as a street corner
 * @param zone part of the city whose officers are alerted
 * @param position where it stands; a mobile camera's frames carry their own
 * @param heading degrees clockwise from north that it looks to, 0 to 359
 * @param mobile whether it moves
 * @param owner agency that owns it
 * @param approval number or title of the document that approved it
 * @param installedAt from when it may upload
 * @param retiredAt from when it may not any more; null while in service
 * @param suspendedSince from when nothing that it reports is believed, because its key may be stolen; null while it is trusted.
 *     May lie in the past
 * @param quarantine whether its misreads make its alerts advisory
 * @param captions zones of its frames in which the camera writes a name, a date or a time: their text is never a plate (A12)
 * @param keys 1 or 2 while keys are rotated, the newest last
 * @param revision counts changes; a change names the one that it saw
 * @param ownership whose it is, and whether the city sees what it reads
 */
public record Camera(
        String cameraId,
        String name,
        String zone,
        Position position,
        int heading,
        boolean mobile,
        String owner,
        String approval,
        Instant installedAt,
        @Nullable Instant retiredAt,
        @Nullable Instant suspendedSince,
        Quarantine quarantine,
        List<Box> captions,
        List<CameraKey> keys,
        int revision,
        Ownership ownership) {
    public static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,30})[a-z0-9]");
    /** The part of the city in which a camera stands. */
    public static final Pattern ZONE = Pattern.compile("[a-z0-9-]{1,32}");

    public static final int MAX_KEYS = 2;
    /** A name, a date, a time and a maker's mark need four. */
    public static final int MAX_CAPTIONS = 4;

    public Camera {
        captions = List.copyOf(captions);
        keys = List.copyOf(keys);
        if (!ID.matcher(cameraId).matches() || heading < 0 || heading > 359) {
            throw new IllegalArgumentException("not a camera");
        }
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("a camera has one key, or two while they are rotated");
        }
    }

    /**
     * What the city tells everybody of it (RFC 8785 JSON): where it stands to about a metre, unless it moves, and the days on which it came
     * and went.
     *
     * @param agency the city's own
     */
    String published(String agency) {
        var told = new TreeMap<String, Object>(Map.of(
                "camera", cameraId,
                "mobile", mobile,
                "owner", owner,
                "ownerType", ownerType(agency),
                "zone", zone,
                "installed", day(installedAt)));
        if (!mobile) {
            told.put("name", name);
            told.put("heading", heading);
            told.put("latitude", degrees(position.latitude()));
            told.put("longitude", degrees(position.longitude()));
        }
        if (retiredAt != null) {
            told.put("retired", day(retiredAt));
        }
        return CanonicalJson.write(told);
    }

    private String ownerType(String agency) {
        if (ownership != Ownership.CITY) {
            return "private";
        }
        return owner.equals(agency) ? "own-agency" : "other";
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    /** Whether it may ask for URLs: a private owner's only while opted in. */
    public boolean isInService(Instant now) {
        return !now.isBefore(installedAt) && !isRetired(now) && !isSuspended(now) && ownership.isSeen();
    }

    /** From the instant of its retirement, what is still on its way pushes no alert. */
    public boolean isRetired(Instant now) {
        return retiredAt != null && !now.isBefore(retiredAt);
    }

    /** @param at of a frame's receipt: what came before is as good as ever */
    public boolean isSuspended(Instant at) {
        return suspendedSince != null && !at.isBefore(suspendedSince);
    }

    public Optional<CameraKey> key(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** With one more key; the oldest goes when there are two already, so that rotation needs no downtime. */
    public Camera withKey(CameraKey key) {
        var rotated = new ArrayList<>(keys);
        rotated.add(key);
        if (rotated.size() > MAX_KEYS) {
            rotated.removeFirst();
        }
        return changed(retiredAt, suspendedSince, quarantine, captions, rotated, ownership);
    }

    public Camera retired(Instant at) {
        return changed(at, suspendedSince, quarantine, captions, keys, ownership);
    }

    /** @param since from when it is not believed, or null: from now on it is again */
    public Camera suspended(@Nullable Instant since) {
        return changed(retiredAt, since, quarantine, captions, keys, ownership);
    }

    /** Its alerts are advisory from now on. */
    public Camera quarantined(Instant at) {
        return changed(retiredAt, suspendedSince, quarantine.begun(at), captions, keys, ownership);
    }

    /** Its alerts are pushed again. */
    public Camera cleared(Instant at) {
        return changed(retiredAt, suspendedSince, quarantine.cleared(at), captions, keys, ownership);
    }

    /** As its owner decides from now on. */
    public Camera owned(Ownership decided) {
        return changed(retiredAt, suspendedSince, quarantine, captions, keys, decided);
    }

    /** As canonical JSON what everybody is told of {@link #captions}; a number that is not whole is a text there. */
    String publishedCaptions() {
        return CanonicalJson.write(Map.of(
                "camera",
                cameraId,
                "captions",
                captions.stream()
                        .map(zone -> Stream.of(zone.left(), zone.top(), zone.width(), zone.height())
                                .map(side -> BigDecimal.valueOf(side)
                                        .stripTrailingZeros()
                                        .toPlainString())
                                .collect(Collectors.joining(",")))
                        .toList()));
    }

    /** What it writes into its frames lies there from now on. */
    public Camera captioned(List<Box> zones) {
        return changed(retiredAt, suspendedSince, quarantine, zones, keys, ownership);
    }

    /** The next revision: all that may change of a camera, and what never does as it is. */
    private Camera changed(
            @Nullable Instant retired,
            @Nullable Instant suspended,
            Quarantine quarantined,
            List<Box> zones,
            List<CameraKey> newKeys,
            Ownership owned) {
        return new Camera(
                cameraId,
                name,
                zone,
                position,
                heading,
                mobile,
                owner,
                approval,
                installedAt,
                retired,
                suspended,
                quarantined,
                zones,
                newKeys,
                revision + 1,
                owned);
    }
}
