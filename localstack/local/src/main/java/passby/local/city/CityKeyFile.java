package passby.local.city;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import passby.core.id.Entropy;
import passby.core.plate.CityKey;

/** The city key as a file that only its owner can read: what a key wrapped by KMS is in AWS. */
public final class CityKeyFile {
    private static final int VERSION = 1;

    private CityKeyFile() {}

    /** The key of that folder, made at the first start: stored plate keys are worthless under another one. */
    public static CityKey in(Path folder, Entropy entropy) throws IOException {
        var file = folder.resolve("city.key");
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
            Files.write(file, entropy.bytes(CityKey.BYTES), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            // The key of an earlier start: that is the one to use.
        }
        return new CityKey(VERSION, Files.readAllBytes(file));
    }
}
