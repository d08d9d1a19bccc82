package passby.core.lists;

import static passby.core.id.Digests.framed;
import static passby.core.id.Digests.utf8;

import passby.core.feed.FeedRow;
import passby.core.id.Digests;
import passby.core.id.Hash128;
import passby.core.plate.CityKey;

/** Hashes of a row under the city's key: record numbers of some sources contain the plate. */
final class RecordHashes {
    private RecordHashes() {}

    /** Names the record in keys and manifests: HMAC of the source and its record number. */
    static Hash128 record(CityKey key, String source, FeedRow row) {
        return Hash128.of(key.hmac(framed(utf8("passby/record1"), utf8(source), utf8(row.recordNumber()))));
    }

    /** Of everything that is kept: equal when nothing that is kept has changed. */
    static Hash128 row(CityKey key, FeedRow row) {
        var vehicle = row.vehicle();
        var code = row.fileCode();
        return Hash128.of(key.hmac(framed(
                utf8("passby/row1"),
                utf8(row.recordNumber()),
                utf8(row.plate().raw()),
                utf8(row.state().code()),
                utf8(row.category().code()),
                utf8(code == null ? "" : String.valueOf(code.letter())),
                utf8(row.caseNumber()),
                utf8(row.ori()),
                utf8(String.valueOf(row.recorded())),
                utf8(String.valueOf(row.expires())),
                Digests.framed(
                        utf8(vehicle.year()),
                        utf8(vehicle.make()),
                        utf8(vehicle.model()),
                        utf8(vehicle.style()),
                        utf8(vehicle.colour())))));
    }
}
