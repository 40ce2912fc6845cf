package dev.solecast.http.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.arc.Arc;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Places a {@link ConnectionGuard} on every connection that the public HTTP server accepts, before any other handler.
 * Vert.x finds this transport by {@link java.util.ServiceLoader} because native transports are preferred.
 */
public final class GuardedTransport extends JDKTransport {

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        if (!isManagement(options)) {
            bootstrap.handler(new GuardInstaller());
        }
    }

    /** Health checks have a port of their own, and must be answered whoever occupies the public one. */
    private static boolean isManagement(NetServerOptions options) {
        return options.getPort() != 0
                && ConfigProvider.getConfig()
                        .getOptionalValue("quarkus.management.port", Integer.class)
                        .filter(port -> port == options.getPort())
                        .isPresent();
    }

    private static final class GuardInstaller extends ChannelInboundHandlerAdapter {

        private final Connections connections =
                Arc.container().instance(Connections.class).get();

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel channel) {
                channel.pipeline().addFirst(new ConnectionGuard(channel, connections));
            }
            context.fireChannelRead(accepted);
        }
    }
}
