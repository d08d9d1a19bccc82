package passby.aws.purge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import passby.core.purge.Doomed;
import passby.core.purge.DueRow;
import passby.core.purge.PurgeBatch;
import passby.core.purge.RowKind;
import passby.core.retention.Cohort;

/** A batch in as few bytes as a thousand rows need to fit into one item, format version 1: deflated fields, one after another. */
final class BatchFormat {
    private static final int VERSION = 1;

    private BatchFormat() {}

    static byte[] write(PurgeBatch batch) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(VERSION);
            out.writeUTF(batch.batchId());
            out.writeUTF(batch.begunAt().toString());
            out.writeInt(batch.rows().size());
            for (var doomed : batch.rows()) {
                write(out, doomed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Doomed doomed) throws IOException {
        out.writeUTF(doomed.row().kind().code());
        out.writeUTF(doomed.row().key());
        out.writeUTF(doomed.row().dueAt().toString());
        out.writeUTF(doomed.cohort() == null ? "" : doomed.cohort().code());
        out.writeUTF(doomed.leaf() == null ? "" : doomed.leaf());
        out.writeByte(doomed.pictures().size());
        for (var picture : doomed.pictures()) {
            out.writeUTF(picture);
        }
    }

    static PurgeBatch read(byte[] bytes) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readByte() != VERSION) {
                throw new IllegalStateException("a batch of another format version than " + VERSION);
            }
            var batchId = in.readUTF();
            var begunAt = Instant.parse(in.readUTF());
            var rows = new ArrayList<Doomed>();
            for (var left = in.readInt(); left > 0; left--) {
                rows.add(doomed(in));
            }
            return new PurgeBatch(batchId, begunAt, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored batch is damaged", e);
        }
    }

    private static Doomed doomed(DataInputStream in) throws IOException {
        var kind = RowKind.parse(in.readUTF()).orElseThrow();
        var row = new DueRow(kind, in.readUTF(), Instant.parse(in.readUTF()));
        var cohort = in.readUTF();
        var leaf = in.readUTF();
        var pictures = new String[in.readByte()];
        for (var i = 0; i < pictures.length; i++) {
            pictures[i] = in.readUTF();
        }
        return new Doomed(
                row, cohort.isEmpty() ? null : Cohort.parse(cohort), leaf.isEmpty() ? null : leaf, List.of(pictures));
    }
}
