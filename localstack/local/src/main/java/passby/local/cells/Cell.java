package passby.local.cells;

import java.net.URI;
import java.util.regex.Pattern;
import passby.core.note.MalformedException;
import passby.core.note.VerifierKey;

/**
 * One deployment of a city of several.
 *
 * @param name 1 to 32 small letters, digits and hyphens
 * @param api its address, with the stage; by https unless it is on this machine
 * @param ledgerKey what its own ledger is verified with
 */
public record Cell(String name, URI api, VerifierKey ledgerKey) {
    static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

    private static final Pattern ADDRESS = Pattern.compile(
            "https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._/-]*)?|http://(127[.]0[.]0[.]1|localhost):[0-9]+(/[A-Za-z0-9._/-]*)?");

    public Cell {
        if (!NAME.matcher(name).matches()) {
            throw new MalformedException("a cell's name is 1 to 32 small letters, digits and hyphens");
        }
        if (!ADDRESS.matcher(api.toString()).matches()) {
            throw new MalformedException("a cell's address begins with https://");
        }
    }

    /** @param line name, address and verifier key, a space between */
    static Cell parse(String line) {
        var parts = line.split(" ", -1);
        if (parts.length != 3) {
            throw new MalformedException("a cell is a name, an address and the key of its ledger");
        }
        try {
            return new Cell(parts[0], URI.create(parts[1]), VerifierKey.parse(parts[2]));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a cell's address begins with https://");
        }
    }

    String line() {
        return name + " " + api + " " + ledgerKey.text();
    }
}
