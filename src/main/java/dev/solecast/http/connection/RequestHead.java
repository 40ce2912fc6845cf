package dev.solecast.http.connection;

import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.request.RepeatedHeaders;
import dev.solecast.http.request.RequestUri;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the head of an HTTP/1 request for what the server could not even begin with. */
final class RequestHead {

    /** A fault, as its sender reads it. */
    record Fault(ProblemCode code, String detail) {}

    static final Fault BAD_BODY = malformed("The body is not sent in the chunks that Transfer-Encoding announces.");

    /** A name, an IPv4 address or an IPv6 address in brackets, with or without a port (RFC 9110, 7.2). */
    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._~!$&'()*+,;=-]{1,255}+)(?::([0-9]{1,5}))?");

    private static final int HIGHEST_PORT = 65_535;

    /** The last host that was one: nearly all requests have the same. */
    private static volatile String known = "";

    private static final int HOST_LENGTH = HttpHeaderNames.HOST.length();
    private static final int CODING_LENGTH = HttpHeaderNames.TRANSFER_ENCODING.length();

    private RequestHead() {}

    /** The fault of a head; null if there is none. */
    static @Nullable Fault findFault(HttpRequest request) {
        var decoded = request.decoderResult();
        if (decoded.isFailure()) {
            return faultOf(decoded.cause());
        }
        var version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return malformed(version + " is not spoken here; send the request as HTTP/1.1.");
        }
        var headers = faultOfHeaders(request);
        if (headers != null) {
            return headers;
        }
        var target = request.uri();
        if (target.length() > ProblemCode.LONGEST_URI) {
            return new Fault(ProblemCode.URI_TOO_LONG, RequestUri.tooLong(target));
        }
        var fault = RequestUri.findFault(target);
        return fault == null ? null : malformed(fault);
    }

    /** The fault of the headers, in one pass, because every request takes it. */
    private static @Nullable Fault faultOfHeaders(HttpRequest request) {
        CharSequence host = null;
        int hosts = 0;
        int codings = 0;
        long kinds = 0;
        boolean repeated = false;
        var headers = request.headers().iteratorCharSequence();
        while (headers.hasNext()) {
            var header = headers.next();
            var name = header.getKey();
            long kind = kind(name);
            repeated |= (kinds & kind) != 0;
            kinds |= kind;
            if (name.length() == HOST_LENGTH && HttpHeaderNames.HOST.contentEqualsIgnoreCase(name)) {
                hosts++;
                host = header.getValue();
            } else if (name.length() == CODING_LENGTH
                    && HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(name)) {
                codings += AsciiString.contentEqualsIgnoreCase(header.getValue(), "chunked") ? 1 : 2;
            }
        }
        if (repeated && request.headers() instanceof MultiMap all) {
            RepeatedHeaders.join(all);
        }
        if (codings > 1) {
            return malformed("Transfer-Encoding can only be chunked; leave it out, or send the body in chunks.");
        } else if (hosts > 1) {
            return malformed("There are " + hosts + " headers Host; send one.");
        } else if (host == null) {
            return request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                    ? null
                    : malformed("The header Host is missing; HTTP/1.1 needs one.");
        }
        return isHost(host)
                ? null
                : malformed("The header Host is no name or address with an optional port, such as"
                        + " solecast.example:8080.");
    }

    /** A bit that two headers of one name share, and hardly two of different names: by length and last letter. */
    private static long kind(CharSequence name) {
        int length = name.length();
        return length == 0 ? 0 : 1L << (length + (name.charAt(length - 1) & 2));
    }

    private static boolean isHost(CharSequence text) {
        if (known.contentEquals(text)) {
            return true;
        }
        var host = HOST.matcher(text);
        boolean valid = host.matches() && (host.group(1) == null || Integer.parseInt(host.group(1)) <= HIGHEST_PORT);
        if (valid) {
            known = text.toString();
        }
        return valid;
    }

    private static Fault faultOf(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line ->
                new Fault(
                        ProblemCode.URI_TOO_LONG,
                        "The address is longer than " + ProblemCode.LONGEST_URI + " bytes. Ask for less.");
            case TooLongHttpHeaderException header ->
                new Fault(ProblemCode.HEADERS_TOO_LARGE, "The headers are longer than 16 kB together. Send fewer.");
            case TooLongFrameException frame ->
                new Fault(ProblemCode.HEADERS_TOO_LARGE, "The headers are longer than 16 kB together. Send fewer.");
            default -> malformed("This is not HTTP/1.1: check the request line and the headers.");
        };
    }

    /**
     * Adds the address that the client has connected to, where HTTP/1.0 allows it to be left out. Ignores an offer to go
     * on in another protocol, as RFC 9110 (7.8) allows: Vert.x removes all handlers, our guard too, when it accepts one.
     */
    static void complete(HttpRequest request, @Nullable SocketAddress local) {
        var headers = request.headers();
        headers.remove(HttpHeaderNames.UPGRADE);
        if (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE); // Vert.x compares the whole value
        }
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                && !headers.contains(HttpHeaderNames.HOST)
                && local instanceof InetSocketAddress address) {
            var name = address.getAddress().getHostAddress();
            var host = address.getAddress() instanceof Inet6Address ? "[" + name.replaceFirst("%.*", "") + "]" : name;
            headers.set(HttpHeaderNames.HOST, host + ":" + address.getPort());
        }
    }

    private static Fault malformed(String detail) {
        return new Fault(ProblemCode.MALFORMED_REQUEST, detail);
    }
}
