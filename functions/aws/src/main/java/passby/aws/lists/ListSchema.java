package passby.aws.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.UnreadableItem;
import passby.aws.dynamodb.Values;
import passby.core.feed.FileCode;
import passby.core.lists.ListSource;
import passby.core.lists.ListSource.Announcement;
import passby.core.lists.ListSource.Consent;
import passby.core.lists.ListVersion;
import passby.core.lists.RunningImport;
import passby.core.people.Role;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A source as it is stored: format version 1, and 2 where rows of its newest file were refused. */
final class ListSchema {
    static final String REVISION = "revision";
    static final String RUNNING = "running";
    static final String LEASE_ID = "leaseId";
    static final String LEASE_UNTIL = "leaseUntil";
    static final String WRITTEN = "written";
    private static final String REFUSED = "refused";

    static final TableSchema<ListSource> ROW = SchemaBuilder.row(
                    Tables.LISTS, "list", 2, ListSource.class, source -> refused(source) == null ? 1 : 2)
            .keys(source -> Tables.LISTS.key(source.source()))
            .string("agency", ListSource::agency)
            .string("layout", ListSource::layout)
            .with("maxAge", Converters.text(Duration.class, Duration::toString, Duration::parse), ListSource::maxAge)
            .string("signingKey", ListSource::signingKey)
            .with("proposal", consent(), ListSource::proposal)
            .with("acceptance", consent(), ListSource::acceptance)
            .with("announced", announcement(), ListSource::announced)
            .integer("lastVersion", ListSource::lastVersion)
            .with("active", version(), ListSource::active)
            .with(REFUSED, Converters.map(Converters.longValue()), ListSchema::refused)
            .with(RUNNING, running(), ListSource::running)
            .integer(REVISION, ListSource::revision)
            .build(values -> new ListSource(
                    values.string("source"),
                    values.string("agency"),
                    values.string("layout"),
                    values.get("maxAge", Duration.class),
                    values.find("signingKey", String.class),
                    values.get("proposal", Consent.class),
                    values.find("acceptance", Consent.class),
                    values.find("announced", Announcement.class),
                    values.integer("lastVersion"),
                    active(values),
                    values.find(RUNNING, RunningImport.class),
                    values.integer(REVISION)));

    private ListSchema() {}

    /** By letter; null where there are none, as in rows of version 1. */
    private static @Nullable Map<String, Long> refused(ListSource source) {
        var active = source.active();
        return active == null || active.refused().isEmpty()
                ? null
                : active.refused().entrySet().stream()
                        .collect(Collectors.toMap(
                                refused -> String.valueOf(refused.getKey().letter()), Map.Entry::getValue));
    }

    private static @Nullable ListVersion active(Values values) {
        var version = values.find("active", ListVersion.class);
        if (version == null || !values.has(REFUSED)) {
            return version;
        }
        var refused = new EnumMap<FileCode, Long>(FileCode.class);
        values.map(REFUSED, Long.class)
                .forEach((letter, count) -> refused.put(
                        FileCode.parse(letter.charAt(0))
                                .orElseThrow(() -> new UnreadableItem("list", "refused rows of an unknown file")),
                        count));
        return new ListVersion(
                version.version(),
                version.sha256(),
                version.received(),
                version.entries(),
                version.manifest(),
                refused);
    }

    private static AttributeConverter<Consent> consent() {
        return Converters.part(SchemaBuilder.part("list.consent", Consent.class)
                .string("personId", Consent::personId)
                .with("role", Converters.code(Role.class, Role::code, Role::of), Consent::role)
                .instant("at", Consent::at)
                .instant("factorShownAt", Consent::factorShownAt)
                .build(values -> new Consent(
                        values.string("personId"),
                        values.get("role", Role.class),
                        values.instant("at"),
                        shownAt(values))));
    }

    /** Rows of the version before do not have it: it was five minutes before at most, and is taken as late. */
    private static Instant shownAt(Values values) {
        var shown = values.find("factorShownAt", Instant.class);
        return shown == null ? values.instant("at") : shown;
    }

    private static AttributeConverter<Announcement> announcement() {
        return Converters.part(SchemaBuilder.part("list.announced", Announcement.class)
                .string("sha256", Announcement::sha256)
                .integer("acceptedRemovals", Announcement::acceptedRemovals)
                .with("author", consent(), Announcement::author)
                .with("approval", consent(), Announcement::approval)
                .build(values -> new Announcement(
                        values.string("sha256"),
                        values.integer("acceptedRemovals"),
                        values.get("author", Consent.class),
                        values.find("approval", Consent.class))));
    }

    private static AttributeConverter<ListVersion> version() {
        return Converters.part(SchemaBuilder.part("list.active", ListVersion.class)
                .integer("version", ListVersion::version)
                .string("sha256", ListVersion::sha256)
                .instant("received", ListVersion::received)
                .integer("entries", ListVersion::entries)
                .string("manifest", ListVersion::manifest)
                .build(values -> new ListVersion(
                        values.integer("version"),
                        values.string("sha256"),
                        values.instant("received"),
                        values.integer("entries"),
                        values.string("manifest"))));
    }

    private static AttributeConverter<RunningImport> running() {
        return Converters.part(SchemaBuilder.part("list.running", RunningImport.class)
                .integer("version", RunningImport::version)
                .string("sha256", RunningImport::sha256)
                .string("manifest", RunningImport::manifest)
                .string(LEASE_ID, RunningImport::leaseId)
                .instant(LEASE_UNTIL, RunningImport::leaseUntil)
                .longValue(WRITTEN, RunningImport::written)
                .build(values -> new RunningImport(
                        values.integer("version"),
                        values.string("sha256"),
                        values.string("manifest"),
                        values.string(LEASE_ID),
                        values.get(LEASE_UNTIL, Instant.class),
                        values.longValue(WRITTEN))));
    }
}
