package dev.solecast.site;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A site on another host and port than the service, with one page and a content security policy. */
final class ForeignSite implements AutoCloseable {

    private final HttpServer server;

    private ForeignSite(HttpServer server) {
        this.server = server;
    }

    /** A policy that allows what /docs/embed asks for and nothing else. */
    static String strictPolicy() {
        var ours = BrowserReader.home();
        return "default-src 'none'; script-src " + ours + "; connect-src " + ours + "; img-src https:; "
                + "require-trusted-types-for 'script'; trusted-types 'none'";
    }

    /**
     * Starts a site.
     *
     * @param policy the Content-Security-Policy of the page
     * @param html the content of its body
     */
    static ForeignSite with(String policy, String html) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            var bytes =
                    ("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Partner</title></head><body>"
                                    + html + "</body></html>")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return new ForeignSite(server);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
