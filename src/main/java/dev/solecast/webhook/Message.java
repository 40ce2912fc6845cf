package dev.solecast.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.solecast.change.LoggedChange;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is delivered, by the Standard Webhooks specification.
 *
 * @param id the same however often it is delivered
 * @param type such as {@code release.date-changed}
 * @param body JSON
 */
record Message(String id, String type, String body) {

    static Message of(String webhook, LoggedChange change) {
        var type = change.view().type() + "." + change.view().kind();
        return new Message(
                "msg_" + webhook + "_" + change.place(),
                type,
                body(type, change.view().at(), change.json()));
    }

    /** One that tells nothing, to see whether it arrives. */
    static Message test(String webhook, Instant now) {
        return new Message(
                SigningSecret.name("msg_" + webhook + "_test_"),
                "test",
                body("test", now, "{\"webhook\":\"" + webhook + "\"}"));
    }

    private static String body(String type, Instant at, String data) {
        return "{\"type\":\"" + type + "\",\"timestamp\":\"" + at + "\",\"data\":" + data + "}";
    }

    /** The signatures with each of the secrets, as the header has them. */
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
