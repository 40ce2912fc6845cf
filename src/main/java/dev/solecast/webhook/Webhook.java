package dev.solecast.webhook;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody's wish to be told of changes. How far deliveries have come is written by {@link DeliveryStore}, past this entity. */
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

    Webhook(String owner, NewWebhook given, long reached, Instant now) {
        this.id = SigningSecret.name("wh_");
        this.owner = owner;
        this.url = given.url();
        this.description = given.description();
        this.filter = given.filterOrNone();
        this.secret = SigningSecret.random();
        this.state = WebhookState.ACTIVE;
        this.stateSince = now;
        this.createdAt = now;
        this.reached = reached;
        set(given.state(), now);
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

    @Nullable
    String description() {
        return description;
    }

    WebhookFilter filter() {
        return filter;
    }

    /** The present one. */
    byte[] secret() {
        return secret;
    }

    /** Those with which a delivery is signed: the present one, and the one before while that is valid. */
    List<byte[]> secrets(Instant now) {
        return previousSecret != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }

    /** Null if there was none. */
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

    /** The place up to which all is delivered. */
    long reached() {
        return reached;
    }

    /** Null while all is well. */
    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    @Nullable
    String lastError() {
        return lastError;
    }

    /** When the next change is tried again; null if it was not tried yet. */
    @Nullable
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Takes its owner's word for all that can be said of it. */
    void revise(NewWebhook given, Instant now) {
        url = given.url();
        description = given.description();
        filter = given.filterOrNone();
        set(given.state(), now);
    }

    private void set(@Nullable WebhookState wanted, Instant now) {
        if (wanted == WebhookState.DISABLED || wanted == WebhookState.GONE) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY,
                    "state",
                    wanted.word() + " is for this service to say; yours are active and paused.");
        }
        if (wanted != null && wanted != state) {
            state = wanted;
            stateSince = now;
        }
    }

    /** Gives it another secret; the one before stays valid for a while. */
    void rotate(Duration grace, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(grace);
        secret = SigningSecret.random();
    }
}
