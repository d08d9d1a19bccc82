package passby.core.note;

import java.util.HexFormat;

/** Keys from the test vectors of RFC 8032, 7.1: everybody knows them. */
public final class TestKeys {
    public static final SigningKey LOG = key(
            "springfield.example/ledger",
            VerifierKey.Kind.NOTE,
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    public static final SigningKey WITNESS = key(
            "shelbyville.example/witness",
            VerifierKey.Kind.COSIGNATURE,
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

    private TestKeys() {}

    private static SigningKey key(String name, VerifierKey.Kind kind, String seed, String publicKey) {
        var hex = HexFormat.of();
        return SigningKey.of(VerifierKey.of(name, kind, hex.parseHex(publicKey)), hex.parseHex(seed));
    }
}
