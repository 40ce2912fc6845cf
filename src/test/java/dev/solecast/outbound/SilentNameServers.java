package dev.solecast.outbound;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Looks up hosts under {@code .silent.example} only when a test permits it; all others as usual. */
@Singleton
@Alternative
@Priority(1)
public class SilentNameServers extends HostResolver {

    private final Semaphore permits = new Semaphore(0);

    @Override
    List<InetAddress> resolve(String host) throws UnknownHostException {
        if (!host.endsWith(".silent.example")) {
            return super.resolve(host);
        }
        permits.acquireUninterruptibly();
        throw new UnknownHostException(host);
    }

    /** The number of lookups that wait. */
    public int waiting() {
        return permits.getQueueLength();
    }

    /** Ends so many lookups. */
    public void answer(int lookups) {
        permits.release(lookups);
    }
}
