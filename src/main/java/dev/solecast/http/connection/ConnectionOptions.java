package dev.solecast.http.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Options of all connections for which Quarkus has no setting. */
@Singleton
class ConnectionOptions implements HttpServerOptionsCustomizer {

    /** The most streams that one HTTP/2 connection may have open, as RFC 9113 (5.1.2) recommends at least. */
    private static final int MAX_STREAMS = 100;

    /**
     * In bytes; Linux takes twice as much. Otherwise it lets the buffer of each connection grow to 4 MB, which a client
     * that reads nothing fills. Enough for 1 MB a second at a round trip of 100 ms.
     */
    private static final int SEND_BUFFER = 128 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setInitialSettings(options.getInitialSettings().setMaxConcurrentStreams(MAX_STREAMS))
                .setSendBufferSize(SEND_BUFFER);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
