package passby.aws.wiring;

import passby.aws.api.Setting;
import passby.aws.lambda.MessageVisibility;
import passby.aws.lists.S3FeedFiles;
import passby.aws.lists.S3FeedUploadUrls;
import passby.aws.lists.S3ImportOutcomes;
import passby.aws.lists.S3Manifests;
import passby.core.hotlist.AuditEntries;
import passby.core.hotlist.EntryAudits;
import passby.core.hotlist.ManageCustomEntries;
import passby.core.hotlist.ManageSuppressions;
import passby.core.lists.ImportList;
import passby.core.lists.ImportUploadedFile;
import passby.core.lists.ListFiles;
import passby.core.lists.ListPolicy;
import passby.core.lists.ManageLists;

/** Use cases of hot lists: the city's own entries, lists of other agencies, their files, and suppressions. */
public final class HotListWiring {
    private final Wiring wiring;

    HotListWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    public ManageCustomEntries manageCustomEntries() {
        return new ManageCustomEntries(
                wiring.authorizer(),
                wiring.stores().hotLists(),
                wiring.stores().limits(),
                wiring.ids(),
                wiring.clock());
    }

    public AuditEntries auditEntries() {
        return new AuditEntries(
                wiring.authorizer(),
                wiring.stores().hotLists(),
                new EntryAudits(wiring.stores().watermarks()),
                wiring.clock());
    }

    public ManageSuppressions manageSuppressions() {
        return new ManageSuppressions(
                wiring.authorizer(), wiring.stores().suppressions(), wiring.ids(), wiring.clock());
    }

    public ManageLists manageLists() {
        return new ManageLists(wiring.authorizer(), wiring.stores().lists(), this::listPolicy, wiring.clock());
    }

    /** Its clients of S3 are made at the first file. */
    public ListFiles listFiles() {
        var urls = new Lazy<>(() -> new S3FeedUploadUrls(
                wiring.services().presigner(), wiring.settings().string(Setting.FEEDS)));
        var outcomes = new Lazy<>(this::importOutcomes);
        return new ListFiles(
                wiring.authorizer(),
                wiring.stores().lists(),
                (upload, life) -> urls.get().sign(upload, life),
                new LazyOutcomes(outcomes),
                this::listPolicy,
                wiring.clock());
    }

    public ImportUploadedFile importUploadedFile() {
        var importList = new ImportList(
                wiring.stores().lists(),
                new S3Manifests(wiring.services().s3(), wiring.settings().string(Setting.LISTS)),
                wiring.stores().listedRows(),
                wiring.stores().ledger(),
                wiring.entries(),
                this::listPolicy,
                () -> wiring.policy().current().hash(),
                wiring.services().cityKey(),
                wiring.ids(),
                wiring.clock());
        var files = new S3FeedFiles(wiring.services().s3(), wiring.settings().string(Setting.FEEDS));
        return new ImportUploadedFile(files, importList::handle, importOutcomes(), wiring.clock());
    }

    /** Of the queue of lists. */
    public MessageVisibility importVisibility() {
        return wiring.visibility(Setting.LISTS_QUEUE);
    }

    private S3ImportOutcomes importOutcomes() {
        return new S3ImportOutcomes(wiring.services().s3(), wiring.settings().string(Setting.LISTS));
    }

    private ListPolicy listPolicy() {
        return ListPolicy.of(wiring.policy().current());
    }
}
