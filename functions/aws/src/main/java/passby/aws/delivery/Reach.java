package passby.aws.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses a city's messages may go to. A webhook is chosen by a person, so it must not lead into the account's own
 * network, nor to the address that hands out its credentials.
 *
 * <p>Source: IANA special-purpose address registries of IPv4 (RFC 6890) and IPv6.
 */
public enum Reach {
    /** HTTPS to public addresses. */
    INTERNET("https") {
        @Override
        boolean allows(InetAddress address) {
            return isGlobal(address);
        }
    },
    /** Plain HTTP to the machine itself: a city that runs on one. */
    THIS_MACHINE("http") {
        @Override
        boolean allows(InetAddress address) {
            return address.isLoopbackAddress();
        }
    };

    private final String scheme;

    Reach(String scheme) {
        this.scheme = scheme;
    }

    String scheme() {
        return scheme;
    }

    abstract boolean allows(InetAddress address);

    private static boolean isGlobal(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address v4 -> isGlobalV4(v4.getAddress());
            case Inet6Address v6 -> isGlobalV6(v6.getAddress());
            default -> false;
        };
    }

    private static boolean isGlobalV4(byte[] bytes) {
        var a = bytes[0] & 0xFF;
        var b = bytes[1] & 0xFF;
        var c = bytes[2] & 0xFF;
        var shared = a == 100 && b >= 64 && b < 128;
        var protocols = a == 192 && b == 0 && (c == 0 || c == 2);
        var tests = (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100))) || (a == 203 && b == 0 && c == 113);
        return a != 0 && a < 224 && !shared && !protocols && !tests;
    }

    /** Of IPv6 only 2000::/3 is given out; in it, what tunnels IPv4 or is for documentation leads elsewhere. */
    private static boolean isGlobalV6(byte[] bytes) {
        var given = (bytes[0] & 0xE0) == 0x20;
        var first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        var second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
        var sixToFour = first == 0x2002;
        var special = first == 0x2001 && (second < 0x0200 || second == 0x0DB8);
        var documentation = first == 0x3FFF && second < 0x1000;
        return given && !sixToFour && !special && !documentation;
    }
}
