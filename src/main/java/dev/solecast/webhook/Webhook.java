package dev.solecast.webhook;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A subscription to changes. {@link DeliveryStore} writes the progress of deliveries by SQL, past this entity. */
@Entity
@DynamicUpdate
class Webhook {

    @Id
    private String id;

    @Version
    private int version;

    private String owner;
    private String url;
    private @Nullable String description;

    @JdbcTypeCode(SqlTypes.JSON)
    private WebhookFilter filter;

    private byte[] secret;
    private byte @Nullable [] previousSecret;
    private @Nullable Instant previousUntil;

    @Enumerated(EnumType.STRING)
    private WebhookState state;

    private Instant stateSince;
    private Instant createdAt;

    @Column(updatable = false)
    private long reached;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant failingSince;

    @Column(insertable = false, updatable = false)
    private @Nullable String lastError;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant nextAttemptAt;

    @SuppressWarnings("NullAway.Init")
    protected Webhook() {}

    Webhook(String owner, NewWebhook request, long reached, Instant now) {
        this.id = SigningSecret.randomId("wh_");
        this.owner = owner;
        this.url = request.url();
        this.description = request.description();
        this.filter = request.filterOrNone();
        this.secret = SigningSecret.random();
        this.state = WebhookState.ACTIVE;
        this.stateSince = now;
        this.createdAt = now;
        this.reached = reached;
        setState(request.state(), now);
    }

    String id() {
        return id;
    }

    int version() {
        return version;
    }

    String owner() {
        return owner;
    }

    String url() {
        return url;
    }

    /** The host that its URL names, in lower case. */
    String host() {
        return URI.create(url).getHost().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String description() {
        return description;
    }

    WebhookFilter filter() {
        return filter;
    }

    /** The present secret. */
    byte[] secret() {
        return secret;
    }

    /** The secrets that sign a delivery: the present one, and the previous one while it is valid. */
    List<byte[]> secrets(Instant now) {
        return previousSecret != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }

    /** When the previous secret stops being valid; null if there was none. */
    @Nullable
    Instant previousUntil() {
        return previousUntil;
    }

    WebhookState state() {
        return state;
    }

    Instant stateSince() {
        return stateSince;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The sequence number up to which every change was delivered or given up. */
    long reached() {
        return reached;
    }

    /** When deliveries began to fail; null while they succeed. */
    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    @Nullable
    String lastError() {
        return lastError;
    }

    /** When the next change is tried again; null if it has not failed yet. */
    @Nullable
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Replaces the URL, description and filter, and the state if one is given. */
    void revise(NewWebhook request, Instant now) {
        url = request.url();
        description = request.description();
        filter = request.filterOrNone();
        setState(request.state(), now);
    }

    private void setState(@Nullable WebhookState requested, Instant now) {
        if (requested == WebhookState.DISABLED || requested == WebhookState.GONE) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY,
                    "state",
                    requested.wireName() + " is for this service to say; yours are active and paused.");
        }
        if (requested != null && requested != state) {
            state = requested;
            stateSince = now;
        }
    }

    /** Generates another secret; the previous one stays valid for the grace period. */
    void rotate(Duration grace, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(grace);
        secret = SigningSecret.random();
    }
}
