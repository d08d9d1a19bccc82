package passby.local.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The one address that engines listen on: a made-up city is nobody else's business in the network. */
final class Loopback {
    static final String HOST = "127.0.0.1";

    private Loopback() {}

    static InetSocketAddress freePort() {
        return new InetSocketAddress(InetAddress.ofLiteral(HOST), 0);
    }

    static URI uri(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    static Server jetty(Handler handler) {
        var server = new Server(freePort());
        server.setHandler(handler);
        return server;
    }

    static int portOf(Server server) {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }
}
