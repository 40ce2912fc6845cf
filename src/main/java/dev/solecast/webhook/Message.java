package dev.solecast.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.solecast.change.LoggedChange;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as the Standard Webhooks specification defines it.
 *
 * @param id the header {@code webhook-id}, the same for every attempt to deliver a change
 * @param type the type of the event, such as {@code release.date-changed}
 * @param body JSON
 */
record Message(String id, String type, String body) {

    static Message of(String webhook, LoggedChange change) {
        var type = change.view().type() + "." + change.view().kind();
        return new Message(
                "msg_" + webhook + "_" + change.sequence(),
                type,
                body(type, change.view().at(), change.json()));
    }

    /** A test event without a change. */
    static Message test(String webhook, Instant now) {
        return new Message(
                SigningSecret.randomId("msg_" + webhook + "_test_"),
                "test",
                body("test", now, "{\"webhook\":\"" + webhook + "\"}"));
    }

    private static String body(String type, Instant at, String data) {
        return "{\"type\":\"" + type + "\",\"timestamp\":\"" + at + "\",\"data\":" + data + "}";
    }

    /**
     * Signs the message with each secret, for the header {@code webhook-signature}.
     *
     * @param timestamp in seconds since 1970, UTC
     */
    String signatures(List<byte[]> secrets, long timestamp) {
        return secrets.stream().map(secret -> signature(secret, timestamp)).collect(Collectors.joining(" "));
    }

    private String signature(byte[] secret, long timestamp) {
        try {
            return new com.standardwebhooks.Webhook(secret).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("Every secret of ours signs", e);
        }
    }
}
