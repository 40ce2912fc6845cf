package dev.solecast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The bare server in its own process, with the responses of the service to some requests. */
final class BareServerProcess implements AutoCloseable {

    private final ChildProcess child;
    private final URI address;

    BareServerProcess(Service service, List<BenchRequest> requests) {
        Path paths = Path.of("target/bench/bare.txt");
        try {
            Files.write(paths, requests.stream().map(BenchRequest::path).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = Service.freePort();
        address = URI.create("http://127.0.0.1:" + port);
        child = ChildProcess.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        service.address().toString(),
                        paths.toString()),
                Map.of(),
                Path.of("target/bench/bare.log"));
        child.await("The bare server is ready.");
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        child.close();
    }
}
